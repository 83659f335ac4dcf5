/**
 * `<samrad-general-section>`: a section drawn from the table: its prose, its single values, its lists, in their order.
 * Sections whose content wants a form of its own have a component of their own.
 *
 * Properties: `context` (SectionContext)
 */
import { html, type TemplateResult } from 'lit';
import { recordOf } from '../../../shared/careplan/document.ts';
import type { Part } from '../../../shared/careplan/parts.ts';
import { LightElement } from '../../app/lightElement.ts';
import type { SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { proseRead } from '../prose/proseRead.ts';
import { valuesForm } from '../rows/valuesForm.ts';
import { valuesText } from '../rows/valuesText.ts';
import '../prose/proseField.ts';
import './rowList.ts';

export class GeneralSection extends LightElement {
  static override properties = { context: { attribute: false } };
  declare context: SectionContext;

  constructor() {
    super();
    new Follow(this, () => [this.context.session.content, this.context.presence]);
  }

  protected override render(): TemplateResult {
    return html`<div class="general-section">
      ${this.context.session.section.parts.map((part) => this.#part(part))}
    </div>`;
  }

  #part(part: Part): TemplateResult {
    const { context } = this;
    const { access, doc } = context.session;
    switch (part.kind) {
      case 'prose':
        return access === 'write'
          ? html`<samrad-prose-field .context=${context} .field=${part.id}></samrad-prose-field>`
          : proseRead(context, part.id);
      case 'record': {
        const open = { context, rowId: part.id, row: recordOf(doc) };
        return access === 'write' ? valuesForm(open, part.fields) : valuesText(open, part.fields);
      }
      case 'list':
        return html`<samrad-row-list .context=${context} .list=${part}></samrad-row-list>`;
    }
  }
}

customElements.define('samrad-general-section', GeneralSection);
