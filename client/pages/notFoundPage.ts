/** An address that stands for nothing; says the same as a plan or meeting that one may not see. */
import type { TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { failurePage } from '../components/failure.ts';

export class NotFoundPage extends LightElement {
  protected override render(): TemplateResult {
    return failurePage({ code: 'not-found' });
  }
}

customElements.define('samrad-not-found-page', NotFoundPage);
