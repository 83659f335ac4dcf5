/** `<samrad-own-invitations>`: teams that the person is invited to, on their home page; nothing where there is none. Fires `samrad-joined`. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { OwnInvitation } from '../../shared/protocol/routes/team.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { problemText } from './problem.ts';

export class OwnInvitations extends LightElement {
  static override properties = { invitations: { state: true }, problem: { state: true } };
  declare private invitations: readonly OwnInvitation[];
  declare private problem: string | null;

  constructor() {
    super();
    this.invitations = [];
    this.problem = null;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#fetch();
  }

  /** Without an answer nothing is shown: the page says itself that the server can't be reached. */
  async #fetch(): Promise<void> {
    this.invitations = await call('ownInvitations', {}, {}).then(
      ({ invitations }) => invitations,
      () => [],
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.invitations.length === 0) return nothing;
    const words = texts().team.own;
    return html`
      <section class="notice stack" data-tone="warm" aria-labelledby="own-invitations">
        <h2 class="ds-heading" data-size="xs" id="own-invitations">${words.heading}</h2>
        ${this.invitations.map(
          ({ id, invitedBy, patientName, role }) => html`
            <p>${words.text(invitedBy, patientName, texts().shared.roles[role])}</p>
            <div class="row" data-phone="fill">
              <button
                type="button"
                class="ds-button"
                aria-label=${words.acceptFor(patientName)}
                @click=${() => void this.#answer(id, true)}
              >
                ${words.accept}
              </button>
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                aria-label=${words.declineFor(patientName)}
                @click=${() => void this.#answer(id, false)}
              >
                ${words.decline}
              </button>
            </div>
          `,
        )}
        ${this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing}
      </section>
    `;
  }

  async #answer(invitationId: string, accept: boolean): Promise<void> {
    try {
      await call('answerInvitation', { invitationId }, { accept });
      this.dispatchEvent(new CustomEvent('samrad-joined', { bubbles: true }));
    } catch (error) {
      this.problem = problemText(error);
    }
    await this.#fetch();
  }
}

customElements.define('samrad-own-invitations', OwnInvitations);
