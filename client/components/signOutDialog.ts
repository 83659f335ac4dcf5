/**
 * `<samrad-sign-out-dialog>`: asks before signing out where edits wait on the device that the server does not have.
 *
 * Properties: `open` · `me` (person id) · `waiting` (whose edits wait)
 * Events: `samrad-sign-out`: sign out and forget these others too (SignOutEvent) · `samrad-close`: stay signed in
 */
import { html, nothing, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import './dialog.ts';

/** Edits of one person that the server does not have; `name` is null where the device does not know it. */
interface Waiting {
  readonly person: string;
  readonly name: string | null;
  readonly sections: number;
}

/** Sign out, and forget what these other people wrote too. */
export class SignOutEvent extends CustomEvent<readonly string[]> {
  constructor(others: readonly string[]) {
    super('samrad-sign-out', { bubbles: true, detail: others });
  }
}

export class SignOutDialog extends LightElement {
  static override properties = { open: { type: Boolean }, me: {}, waiting: { attribute: false } };
  declare open: boolean;
  declare me: string;
  declare waiting: readonly Waiting[];
  readonly #gone = new Set<string>();

  constructor() {
    super();
    this.open = false;
    this.me = '';
    this.waiting = [];
  }

  protected override willUpdate(): void {
    if (!this.open) this.#gone.clear();
  }

  protected override render(): TemplateResult {
    return html`<samrad-dialog
      .open=${this.open}
      .heading=${texts().offline.signOut.heading}
      .content=${this.open ? this.#content() : html``}
    ></samrad-dialog>`;
  }

  #content(): TemplateResult {
    const words = texts().offline.signOut;
    const own = this.waiting.find(({ person }) => person === this.me);
    const others = this.waiting.filter(({ person }) => person !== this.me);
    return html`
      <div class="stack">
        ${own ? html`<p>${words.own(own.sections)}</p>` : nothing} ${others.map((other) => this.#other(other))}
        <div class="row" data-phone="fill">
          <button type="button" class="ds-button" @click=${() => this.#stay()}>${words.stay}</button>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-color=${own ? 'danger' : nothing}
            @click=${() => this.dispatchEvent(new SignOutEvent([...this.#gone]))}
          >
            ${own ? words.signOutAndDelete : words.signOut}
          </button>
        </div>
      </div>
    `;
  }

  #other({ person, name, sections }: Waiting): TemplateResult {
    const words = texts().offline.signOut;
    return html`
      <div class="stack" data-gap="sm">
        <p>${words.others(name ?? words.unnamed, sections)} ${words.othersStay}</p>
        <div class="ds-field">
          <input
            class="ds-input"
            type="checkbox"
            id=${`forget-${person}`}
            @change=${(event: Event) => this.#mark(person, event.currentTarget)}
          />
          <label class="ds-label" data-weight="regular" for=${`forget-${person}`}>
            ${name === null ? words.forgetUnnamed : words.forgetOthers(name)}
          </label>
        </div>
      </div>
    `;
  }

  #mark(person: string, box: EventTarget | null): void {
    if (box instanceof HTMLInputElement && box.checked) this.#gone.add(person);
    else this.#gone.delete(person);
  }

  #stay(): void {
    this.dispatchEvent(new CustomEvent('samrad-close', { bubbles: true }));
  }
}

customElements.define('samrad-sign-out-dialog', SignOutDialog);
