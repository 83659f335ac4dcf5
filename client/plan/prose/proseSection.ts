/**
 * `<samrad-prose-section>`: the fields of a section of running text.
 *
 * Properties: `context` (SectionContext)
 */
import { html, type TemplateResult } from 'lit';
import { proseOf } from '../../../shared/careplan/document.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags } from '../peerTags.ts';
import { inField } from '../whereabouts.ts';
import { fieldLabel } from '../words.ts';
import { isEmptyProse, proseText } from './proseText.ts';
import './proseField.ts';

export class ProseSectionElement extends LightElement {
  static override properties = { context: { attribute: false } };
  declare context: SectionContext;

  constructor() {
    super();
    new Follow(this, () => [this.context.session.content, this.context.presence]);
  }

  protected override render(): TemplateResult {
    const { section, access } = this.context.session;
    const fields = section.kind === 'prose' ? section.fields : [];
    return html`<div class="prose-fields">
      ${fields.map((field) =>
        access === 'write'
          ? html`<samrad-prose-field .context=${this.context} .field=${field}></samrad-prose-field>`
          : this.#text(field),
      )}
    </div>`;
  }

  #text(field: string): TemplateResult {
    const { section, doc } = this.context.session;
    const fragment = proseOf(doc, field);
    const there = inField(visitors(this.context), section.id, field);
    return html`<div class="prose-read" data-place=${placeName(section.id, field)}>
      <div class="prose-head">
        <h3 class="prose-label" tabindex="-1">${fieldLabel(section.id, field)}</h3>
        ${peerTags(there)}
      </div>
      ${
        isEmptyProse(fragment)
          ? html`<p class="muted">${texts().plan.prose.empty}</p>`
          : html`<div class="prose-text">${proseText(fragment)}</div>`
      }
    </div>`;
  }
}

customElements.define('samrad-prose-section', ProseSectionElement);
