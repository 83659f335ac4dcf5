/**
 * `<samrad-prose-field>`: one field of running text that this person may write. Until the editor has been fetched, the
 * text stands there to be read.
 *
 * Properties: `context` (SectionContext) · `field` (its id)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import { proseOf } from '../../../shared/careplan/document.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { inField } from '../whereabouts.ts';
import { fieldLabel } from '../words.ts';
import type { createProseEditor, ProseEditor } from './editor.ts';
import { promptOf } from './prompt.ts';
import { isEmptyProse, proseText } from './proseText.ts';
import { toolbar, type Format } from './toolbar.ts';
import './prose.css';

type Writing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'fetching' }
  | { readonly kind: 'open'; readonly editor: ProseEditor }
  | { readonly kind: 'failed' };

export class ProseField extends LightElement {
  static override properties = { context: { attribute: false }, field: {}, writing: { state: true } };
  declare context: SectionContext;
  declare field: string;
  declare private writing: Writing;
  readonly #mount: Ref<HTMLElement> = createRef();

  constructor() {
    super();
    this.writing = { kind: 'idle' };
    new Follow(this, () => [this.context.presence]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.writing.kind === 'open') this.writing.editor.close();
    this.writing = { kind: 'idle' };
  }

  protected override render(): TemplateResult {
    const { session } = this.context;
    const label = fieldLabel(session.section.id, this.field);
    const there = inField(visitors(this.context), session.section.id, this.field);
    return html`
      <div class=${`prose-field ${ringClass(there)}`} data-place=${placeName(session.section.id, this.field)}>
        <div class="prose-head">
          <h3 class="prose-label" id=${this.#labelId}>${label}</h3>
          ${peerTags(there)}
        </div>
        <div class="prose-box">
          <div class="prose-mount" ${ref(this.#mount)}></div>
          ${this.#prompt()} ${this.writing.kind === 'open' ? nothing : this.#readOnly()}
        </div>
        ${
          this.writing.kind === 'open'
            ? toolbar({ field: label, active: this.writing.editor.formats(), toggle: (format) => this.#toggle(format) })
            : nothing
        }
      </div>
    `;
  }

  #readOnly(): TemplateResult {
    const { doc } = this.context.session;
    const words = texts().plan.prose;
    return html`
      <div class="prose-text">${proseText(proseOf(doc, this.field))}</div>
      <p class="muted">${this.writing.kind === 'failed' ? words.failed : words.preparing}</p>
    `;
  }

  /** What the field asks for: in sight while it is empty, said to screen readers always. */
  #prompt(): TemplateResult | typeof nothing {
    const { session } = this.context;
    const text = promptOf(this.context, this.field);
    if (text === '') return nothing;
    const empty = isEmptyProse(proseOf(session.doc, this.field));
    return html`<p class=${empty ? 'prose-prompt no-print' : 'ds-sr-only'} id=${this.#promptId}>${text}</p>`;
  }

  get #promptId(): string {
    return `${this.#labelId}-prompt`;
  }

  get #labelId(): string {
    return `prose-${this.context.session.section.id}-${this.field}`;
  }

  async #open(): Promise<void> {
    if (this.writing.kind !== 'idle') return;
    this.writing = { kind: 'fetching' };
    try {
      const module = await import('./editor.ts');
      await this.updateComplete;
      const mount = this.#mount.value;
      // The element may have left the page meanwhile.
      if (!this.isConnected || !mount) this.writing = { kind: 'idle' };
      else this.writing = { kind: 'open', editor: this.#create(module.createProseEditor, mount) };
    } catch {
      this.writing = { kind: 'failed' };
    }
  }

  #create(create: typeof createProseEditor, mount: HTMLElement): ProseEditor {
    return create({
      mount,
      context: this.context,
      field: this.field,
      labelledBy: this.#labelId,
      describedBy: promptOf(this.context, this.field) === '' ? null : this.#promptId,
      onChange: () => this.requestUpdate(),
    });
  }

  #toggle(format: Format): void {
    if (this.writing.kind === 'open') this.writing.editor.toggle(format);
  }
}

customElements.define('samrad-prose-field', ProseField);
