/**
 * `<samrad-general-section>`: a section drawn from the table: its prose, its single values, its lists, in their order.
 * Sections whose content wants a form of its own have a component of their own. Who only reads is shown what is written,
 * and one line where nothing is.
 *
 * Properties: `context` (SectionContext)
 */
import { html, type nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { recordOf } from '../../../shared/careplan/document.ts';
import type { Part } from '../../../shared/careplan/parts.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { partHistory } from '../history/partHistory.ts';
import { proseRead } from '../prose/proseRead.ts';
import { valuesForm } from '../rows/valuesForm.ts';
import { valuesText } from '../rows/valuesText.ts';
import { isEmptyPart, isEmptySection } from './emptiness.ts';
import { afterPart, beforePart } from './pictures.ts';
import '../prose/proseField.ts';
import './general.css';
import './rowList.ts';

export class GeneralSection extends LightElement {
  static override properties = { context: { attribute: false } };
  declare context: SectionContext;

  constructor() {
    super();
    new Follow(this, () => [this.context.session.content, this.context.presence, this.context.history]);
  }

  protected override render(): TemplateResult {
    const { section, doc, access } = this.context.session;
    const reads = access === 'read';
    // A team in which nobody stands yet still tells who is missing.
    if (reads && isEmptySection(doc, section) && section.id !== 'team')
      return html`<p class="muted">${texts().plan.prose.empty}</p>`;
    const parts = section.parts.filter((part) => !reads || section.id === 'team' || !isEmptyPart(doc, part));
    return html`<div class="general-section" data-access=${access}>
      ${repeat(
        parts,
        ({ id }) => id,
        (part) =>
          html`<div class="section-part" data-part=${part.id} data-kind=${part.kind}>
            ${beforePart(this.context, part)} ${this.#part(part)} ${partHistory(this.context, part)}
            ${afterPart(this.context, part)}
          </div>`,
      )}
    </div>`;
  }

  #part(part: Part): TemplateResult | typeof nothing {
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
