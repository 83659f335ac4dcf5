/**
 * `<samrad-move-note>`: moves paragraphs of a field into another section, where they are shared with those who read it.
 * What moves is chosen paragraph by paragraph, so that it can be done without marking text.
 *
 * Properties: `context` (SectionContext) · `field` (the prose field that is moved from)
 */
import { html, nothing, type TemplateResult } from 'lit';
import type * as Y from 'yjs';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { valueOf } from '../rows/rowField.ts';
import { fieldLabel } from '../words.ts';
import { blocksOf, destinationsFrom, moveBlocks, type Block, type Destination, type Moved } from './moving.ts';

type Step =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'choosing';
      readonly chosen: ReadonlySet<Y.XmlElement>;
      /** `<section>/<field>`, or '' until one is chosen. */
      readonly to: string;
      readonly incomplete: boolean;
    }
  | { readonly kind: 'moved'; readonly moved: Moved; readonly text: string };

type Choosing = Extract<Step, { kind: 'choosing' }>;

export class MoveNote extends LightElement {
  static override properties = { context: { attribute: false }, field: {}, step: { state: true } };
  declare context: SectionContext;
  declare field: string;
  declare private step: Step;

  constructor() {
    super();
    this.step = { kind: 'idle' };
    new Follow(this, () => [this.context.session.content]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { step } = this;
    const words = texts().general.move;
    const blocks = blocksOf(this.#source);
    return html`<div class="move-note no-print">
      ${step.kind === 'choosing' ? this.#form(step, blocks) : nothing}
      ${
        step.kind === 'choosing' || blocks.length === 0
          ? nothing
          : html`<button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-action="begin"
              @click=${() => void this.#begin(blocks)}
            >
              ${words.begin}
            </button>`
      }
      <div class="row" role="status">${step.kind === 'moved' ? this.#done(step.moved, step.text) : nothing}</div>
    </div>`;
  }

  get #source(): Destination {
    return { session: this.context.session, field: this.field };
  }

  #form(step: Choosing, blocks: readonly Block[]): TemplateResult {
    const words = texts().general.move;
    const { chosen } = step;
    return html`<fieldset class="ds-fieldset move-what">
        <legend class="ds-label">${words.what}</legend>
        ${blocks.map(
          ({ element, words: said }) =>
            html`<label class="check move-block">
              <input
                class="ds-input"
                type="checkbox"
                .checked=${chosen.has(element)}
                @change=${() => (this.step = { ...step, chosen: toggled(chosen, element) })}
              />
              <span>${said}</span>
            </label>`,
        )}
      </fieldset>
      <div class="ds-field">
        <label class="ds-label" for="move-note-to">${words.where}</label>
        <select
          class="ds-input"
          id="move-note-to"
          @change=${(event: Event) => (this.step = { ...step, to: valueOf(event) })}
        >
          <option value="" ?selected=${step.to === ''}>${texts().shared.notChosen}</option>
          ${this.#options(step.to)}
        </select>
      </div>
      <p class="muted">${words.shared}</p>
      <p class="move-missing" role="alert">${step.incomplete ? words.incomplete : ''}</p>
      <div class="row" data-phone="fill">
        <button type="button" class="ds-button" @click=${() => void this.#move(step, blocks)}>${words.move}</button>
        <button type="button" class="ds-button" data-variant="tertiary" @click=${() => void this.#cancel()}>
          ${words.cancel}
        </button>
      </div>`;
  }

  #options(chosen: string): TemplateResult[] {
    const destinations = destinationsFrom(this.context.session, this.context.sectionOf);
    const ids = [...new Set(destinations.map(({ session }) => session.section.id))];
    return ids.map(
      (id) =>
        html`<optgroup label=${texts().shared.sections[id].heading}>
          ${destinations
            .filter(({ session }) => session.section.id === id)
            .map(
              (destination) =>
                html`<option value=${pathOf(destination)} ?selected=${pathOf(destination) === chosen}>
                  ${fieldLabel(id, destination.field)}
                </option>`,
            )}
        </optgroup>`,
    );
  }

  #done(moved: Moved, text: string): TemplateResult {
    const words = texts().general.move;
    return html`<span>${text}</span> ${
        moved.undoable()
          ? html`<button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              data-action="back"
              @click=${() => void this.#back(moved)}
            >
              ${words.undo}
            </button>`
          : nothing
      }`;
  }

  #begin(blocks: readonly Block[]): Promise<void> {
    const [only] = blocks;
    const chosen = new Set(only && blocks.length === 1 ? [only.element] : []);
    return this.#turn({ kind: 'choosing', chosen, to: '', incomplete: false }, 'input');
  }

  #cancel(): Promise<void> {
    return this.#turn({ kind: 'idle' }, '[data-action="begin"]');
  }

  async #move(step: Choosing, blocks: readonly Block[]): Promise<void> {
    const elements = blocks.map(({ element }) => element).filter((element) => step.chosen.has(element));
    const to = destinationsFrom(this.context.session, this.context.sectionOf).find(
      (destination) => pathOf(destination) === step.to,
    );
    if (!to || elements.length === 0) {
      this.step = { ...step, incomplete: true };
      return;
    }
    const moved = moveBlocks(this.#source, elements, to);
    const { id } = to.session.section;
    const text = texts().general.move.moved(fieldLabel(id, to.field), texts().shared.sections[id].heading);
    await this.#turn({ kind: 'moved', moved, text }, '[data-action="back"]');
  }

  async #back(moved: Moved): Promise<void> {
    if (moved.undoable()) moved.undo();
    await this.#turn({ kind: 'idle' }, '[data-action="begin"]');
  }

  async #turn(step: Step, focus: string): Promise<void> {
    this.step = step;
    await this.updateComplete;
    this.querySelector<HTMLElement>(focus)?.focus();
  }
}

function pathOf({ session, field }: Destination): string {
  return `${session.section.id}/${field}`;
}

function toggled(chosen: ReadonlySet<Y.XmlElement>, element: Y.XmlElement): ReadonlySet<Y.XmlElement> {
  const rest = [...chosen].filter((other) => other !== element);
  return new Set(chosen.has(element) ? rest : [...rest, element]);
}

customElements.define('samrad-move-note', MoveNote);
