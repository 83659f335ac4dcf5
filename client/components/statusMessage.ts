/**
 * `<samrad-status-message>`: one line that tells what just happened, announced politely. It stays in the page while
 * it is empty, because screen readers only announce changes of a region they have met.
 *
 * Properties: `text` (empty shows nothing) · `tone`: 'neutral' | 'ok' | 'warning' | 'danger'
 */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';

export type Tone = 'neutral' | 'ok' | 'warning' | 'danger';

export class StatusMessage extends LightElement {
  static override properties = { text: {}, tone: {} };
  declare text: string;
  declare tone: Tone;

  constructor() {
    super();
    this.text = '';
    this.tone = 'neutral';
  }

  protected override render(): TemplateResult {
    return html`<p class="status-message" role="status" data-tone=${this.tone}>${this.text}</p>`;
  }
}

customElements.define('samrad-status-message', StatusMessage);
