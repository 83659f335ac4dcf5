/**
 * `<samrad-new-patient-form>`: the plan of a patient who has none. Goes to the plan when it is made.
 *
 * Events: `samrad-cancel`
 */
import { html, nothing, type TemplateResult } from 'lit';
import { coreProfessionals } from '../../shared/domain/roles.ts';
import type { RouteBody } from '../../shared/protocol/rest.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { navigate, paths } from '../app/router.ts';
import { texts } from '../i18n/texts.ts';
import { problemText } from '../team/problem.ts';

type Wish = RouteBody<'createPlan'>;
type TextKey = 'patientName' | 'number' | 'organisation';

class NewPatientForm extends LightElement {
  static override properties = { draft: { state: true }, problem: { state: true }, busy: { state: true } };
  declare private draft: Wish;
  declare private problem: string | null;
  declare private busy: boolean;

  constructor() {
    super();
    this.draft = { patientName: '', number: '', role: 'coordinator', organisation: '' };
    this.problem = null;
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const words = texts().app.newPatient;
    return html`
      <form class="stack" novalidate @submit=${this.#submit}>
        <p>${words.lead}</p>
        ${this.#field('patientName', words.name)} ${this.#field('number', words.number, words.numberHint)}
        <label class="stack" data-gap="sm">
          <span class="ds-label">${words.role}</span>
          <select class="ds-input" @change=${this.#chooseRole}>
            ${coreProfessionals.map(
              (role) =>
                html`<option value=${role} ?selected=${role === this.draft.role}>
                  ${texts().shared.roles[role]}
                </option>`,
            )}
          </select>
          <span class="muted">${words.roleHint}</span>
        </label>
        ${this.#field('organisation', words.organisation)}
        ${this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing}
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button" ?disabled=${this.busy} aria-busy=${this.busy}>${words.submit}</button>
          <button type="button" class="ds-button" data-variant="tertiary" @click=${this.#cancel}>
            ${texts().app.newMeeting.cancel}
          </button>
        </div>
      </form>
    `;
  }

  #field(key: TextKey, label: string, hint = ''): TemplateResult {
    const input = (event: InputEvent): void => {
      if (event.target instanceof HTMLInputElement) this.#change({ [key]: event.target.value });
    };
    return html`<label class="stack" data-gap="sm">
      <span class="ds-label">${label}</span>
      <input
        class="ds-input"
        type="text"
        name=${key}
        autocomplete="off"
        inputmode=${key === 'number' ? 'numeric' : 'text'}
        maxlength=${key === 'number' ? 13 : 120}
        .value=${this.draft[key] ?? ''}
        @input=${input}
      />
      ${hint === '' ? nothing : html`<span class="muted">${hint}</span>`}
    </label>`;
  }

  readonly #chooseRole = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const role = coreProfessionals.find((known) => known === target.value);
    if (role) this.#change({ role });
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { patientName, number } = this.draft;
    if (patientName.trim() === '') return void (this.problem = texts().app.newPatient.missing);
    this.busy = true;
    try {
      const told = number === null || number.trim() === '' ? null : number;
      const { planId } = await call('createPlan', {}, { ...this.draft, number: told });
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

customElements.define('samrad-new-patient-form', NewPatientForm);
