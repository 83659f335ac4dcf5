/**
 * `<samrad-shared-text>`: a text area on a text that several people write in at once. What is typed goes into the shared
 * text as the smallest splice; what others type comes in without moving the caret from its word.
 *
 * Properties: `text` (Y.Text) · `inputId` (for the label)
 */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import type * as Y from 'yjs';
import { inputOrigin } from '../../api/plan/sectionUndo.ts';
import { LightElement } from '../../app/lightElement.ts';
import { movePosition, rebase, spliceBetween } from './splice.ts';

export class SharedText extends LightElement {
  static override properties = { text: { attribute: false }, inputId: {} };
  declare text: Y.Text;
  declare inputId: string;
  readonly #area: Ref<HTMLTextAreaElement> = createRef();
  #observed: Y.Text | null = null;
  /** The text on which the area and the shared text last agreed. */
  #agreed = '';
  /** Between the keys of one composed letter the area must not be touched. */
  #composing = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observe(null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe(this.text);
  }

  protected override render(): TemplateResult {
    return html`<textarea
      ${ref(this.#area)}
      id=${this.inputId}
      class="ds-input"
      @input=${this.#typed}
      @compositionstart=${() => (this.#composing = true)}
      @compositionend=${this.#composed}
    ></textarea>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#observe(this.text);
  }

  #observe(text: Y.Text | null): void {
    if (text === this.#observed) return;
    this.#observed?.unobserve(this.#changed);
    this.#observed = text;
    text?.observe(this.#changed);
    if (text) this.#show();
  }

  readonly #changed = (): void => {
    if (!this.#composing) this.#show();
  };

  /** Brings the area to what the shared text says. */
  #show(): void {
    const area = this.#area.value;
    const next = this.text.toString();
    if (!area || (area.value === next && this.#agreed === next)) return;
    const splice = spliceBetween(area.value, next);
    const { selectionStart, selectionEnd, selectionDirection } = area;
    area.value = next;
    this.#agreed = next;
    if (!splice || document.activeElement !== area) return;
    area.setSelectionRange(
      movePosition(selectionStart, splice),
      movePosition(selectionEnd, splice),
      selectionDirection,
    );
  }

  /** Brings what was typed into the shared text, wherever that stands by now. */
  #typed(): void {
    const area = this.#area.value;
    const { doc } = this.text;
    if (!area || !doc) return;
    const typed = spliceBetween(this.#agreed, area.value, area.selectionEnd);
    if (typed === null) return;
    const { index, remove, insert } = rebase(typed, spliceBetween(this.#agreed, this.text.toString()));
    this.#agreed = area.value;
    doc.transact(() => {
      this.text.delete(index, remove);
      this.text.insert(index, insert);
    }, inputOrigin);
  }

  #composed(): void {
    this.#composing = false;
    this.#typed();
    this.#show();
  }
}

customElements.define('samrad-shared-text', SharedText);
