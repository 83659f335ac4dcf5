/**
 * `<samrad-emergency-form>`: opens the plan of a patient in whose team one is not, with a reason. Goes to the plan.
 *
 * Events: `samrad-cancel`
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { RouteBody } from '../../shared/protocol/rest.ts';
import { emergencyRoles } from '../../shared/protocol/routes/emergencyAccess.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { navigate, paths } from '../app/router.ts';
import { texts } from '../i18n/texts.ts';
import { problemText } from '../team/problem.ts';

type Wish = RouteBody<'openEmergency'>;

/** The shortest reason that the server takes, characters. */
const shortestReason = 10;

class EmergencyForm extends LightElement {
  static override properties = { draft: { state: true }, problem: { state: true }, busy: { state: true } };
  declare private draft: Wish;
  declare private problem: string | null;
  declare private busy: boolean;

  constructor() {
    super();
    this.draft = { patient: '', role: 'palliative', organisation: '', reason: '' };
    this.problem = null;
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const words = texts().emergencyAccess;
    return html`
      <form class="stack" novalidate @submit=${this.#submit}>
        <p class="notice" data-tone="warm">${words.lead}</p>
        ${this.#field('patient', words.patient)}
        <label class="stack" data-gap="sm">
          <span class="ds-label">${words.role}</span>
          <select class="ds-input" @change=${this.#chooseRole}>
            ${emergencyRoles.map(
              (role) =>
                html`<option value=${role} ?selected=${role === this.draft.role}>
                  ${texts().shared.roles[role]}
                </option>`,
            )}
          </select>
        </label>
        ${this.#field('organisation', words.organisation)}
        <label class="stack" data-gap="sm">
          <span class="ds-label">${words.reason}</span>
          <span class="muted">${words.reasonHint}</span>
          <textarea
            class="ds-input"
            name="reason"
            rows="3"
            maxlength="500"
            .value=${this.draft.reason}
            @input=${({ target }: InputEvent) => {
              if (target instanceof HTMLTextAreaElement) this.#change({ reason: target.value });
            }}
          ></textarea>
        </label>
        ${this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing}
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button" data-color="danger" ?disabled=${this.busy} aria-busy=${this.busy}>
            ${words.submit}
          </button>
          <button type="button" class="ds-button" data-variant="tertiary" @click=${this.#cancel}>
            ${texts().app.newMeeting.cancel}
          </button>
        </div>
      </form>
    `;
  }

  #field(key: 'patient' | 'organisation', label: string): TemplateResult {
    const input = ({ target }: InputEvent): void => {
      if (target instanceof HTMLInputElement) this.#change({ [key]: target.value });
    };
    return html`<label class="stack" data-gap="sm">
      <span class="ds-label">${label}</span>
      <input
        class="ds-input"
        type="text"
        name=${key}
        autocomplete="off"
        maxlength="120"
        .value=${this.draft[key]}
        @input=${input}
      />
    </label>`;
  }

  readonly #chooseRole = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const role = emergencyRoles.find((known) => known === target.value);
    if (role) this.#change({ role });
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { patient, organisation, reason } = this.draft;
    if (!patient.trim() || !organisation.trim() || reason.trim().length < shortestReason)
      return void (this.problem = texts().emergencyAccess.missing);
    this.busy = true;
    try {
      const { planId } = await call('openEmergency', {}, this.draft);
      navigate(paths.plan(planId));
    } catch (error) {
      this.problem = problemText(error);
    } finally {
      this.busy = false;
    }
  }

  readonly #cancel = (): void => {
    this.dispatchEvent(new CustomEvent('samrad-cancel'));
  };

  #change(changes: Partial<Wish>): void {
    this.draft = { ...this.draft, ...changes };
    this.problem = null;
  }
}

customElements.define('samrad-emergency-form', EmergencyForm);
