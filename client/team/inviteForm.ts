/**
 * `<samrad-invite-form>`: whom to invite into the team of a plan. A professional is looked for by name; others are written.
 *
 * Properties: `planId`
 * Events: `samrad-invited` (detail: 'invited' | 'added') · `samrad-cancel`
 */
import { html, nothing, type TemplateResult } from 'lit';
import { osloInstant } from '../../shared/domain/calendar/oslo.ts';
import { addDays } from '../../shared/domain/calendar/dates.ts';
import type { Purpose } from '../../shared/domain/membership.ts';
import { professionalRoles, signsIn } from '../../shared/domain/roles.ts';
import type { RouteBody, RouteOutput } from '../../shared/protocol/rest.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import '../organisations/names.ts';
import { problemText } from './problem.ts';

type Found = RouteOutput<'findProfessionals'>['people'];
type InvitedRole = RouteBody<'inviteMember'>['role'];

const otherRoles = ['relative', 'volunteer', 'interpreter'] as const satisfies readonly InvitedRole[];

interface Draft {
  readonly kind: 'professional' | 'other';
  readonly name: string;
  readonly found: Found | null;
  readonly personId: string;
  readonly role: InvitedRole;
  readonly organisation: string;
  readonly purpose: Purpose;
  readonly lastDay: string;
}

export class InviteForm extends LightElement {
  static override properties = {
    planId: {},
    draft: { state: true },
    problem: { state: true },
    busy: { state: true },
  };
  declare planId: string;
  declare private draft: Draft;
  declare private problem: string | null;
  declare private busy: boolean;

  constructor() {
    super();
    this.planId = '';
    this.problem = null;
    this.busy = false;
    this.draft = {
      kind: 'professional',
      name: '',
      found: null,
      personId: '',
      role: 'home-care',
      organisation: '',
      purpose: 'TREAT',
      lastDay: '',
    };
  }

  protected override render(): TemplateResult {
    const words = texts().team.invite;
    const { draft, busy } = this;
    return html`
      <form class="stack" novalidate @submit=${this.#submit}>
        <fieldset class="ds-fieldset">
          <legend class="ds-label">${words.kind}</legend>
          ${this.#radio('professional', words.professional)} ${this.#radio('other', words.other)}
        </fieldset>
        ${draft.kind === 'professional' ? this.#search() : this.#field('name', words.name)}
        <label class="stack" data-gap="sm">
          <span class="ds-label">${words.role}</span>
          <select class="ds-input" .value=${draft.role} @change=${this.#chooseRole}>
            ${(draft.kind === 'professional' ? professionalRoles : otherRoles).map(
              (role) =>
                html`<option value=${role} ?selected=${role === draft.role}>${texts().shared.roles[role]}</option>`,
            )}
          </select>
        </label>
        <samrad-organisation-names></samrad-organisation-names>
        ${this.#field('organisation', words.organisation, words.organisationHint)}
        <label class="stack" data-gap="sm">
          <span class="ds-label">${words.until}</span>
          <input class="ds-input" type="date" .value=${draft.lastDay} @input=${this.#chooseDay} />
        </label>
        <p class="muted">${words.note[draft.kind]}</p>
        ${this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing}
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button" ?disabled=${busy} aria-busy=${busy}>
            ${draft.kind === 'professional' ? words.submitProfessional : words.submitOther}
          </button>
          <button type="button" class="ds-button" data-variant="tertiary" @click=${this.#cancel}>
            ${words.cancel}
          </button>
        </div>
      </form>
    `;
  }

  #radio(kind: Draft['kind'], label: string): TemplateResult {
    const choose = (): void =>
      this.#change({
        kind,
        found: null,
        personId: '',
        role: kind === 'professional' ? 'home-care' : 'relative',
        purpose: kind === 'professional' ? 'TREAT' : 'COC',
      });
    return html`<div class="ds-field">
      <input
        class="ds-input"
        type="radio"
        name="kind"
        id=${`invite-${kind}`}
        .checked=${this.draft.kind === kind}
        @change=${choose}
      />
      <label class="ds-label" data-weight="regular" for=${`invite-${kind}`}>${label}</label>
    </div>`;
  }

  #search(): TemplateResult {
    const words = texts().team.invite;
    const { found, personId } = this.draft;
    return html`
      <div class="team-search">
        ${this.#field('name', words.search)}
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => void this.#find()}>
          ${words.find}
        </button>
      </div>
      <div role="status">${found?.length === 0 ? html`<p>${words.none}</p>` : nothing}</div>
      ${
        found && found.length > 0
          ? html`<label class="stack" data-gap="sm">
              <span class="ds-label">${words.found}</span>
              <select class="ds-input" @change=${this.#choosePerson}>
                ${found.map(
                  (one) =>
                    html`<option value=${one.personId} ?selected=${one.personId === personId}>
                      ${[one.name, one.organisation].filter(Boolean).join(', ')}
                    </option>`,
                )}
              </select>
            </label>`
          : nothing
      }
    `;
  }

  #field(key: 'name' | 'organisation', label: string, hint = ''): TemplateResult {
    const input = (event: InputEvent): void => {
      if (event.target instanceof HTMLInputElement) this.#change({ [key]: event.target.value });
    };
    return html`<label class="stack" data-gap="sm">
      <span class="ds-label">${label}</span>
      ${hint === '' ? nothing : html`<span class="muted">${hint}</span>`}
      <input
        class="ds-input"
        type="text"
        autocomplete="off"
        maxlength="120"
        list=${key === 'organisation' ? 'organisation-names' : nothing}
        .value=${this.draft[key]}
        @input=${input}
      />
    </label>`;
  }

  readonly #chooseRole = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const role = [...professionalRoles, ...otherRoles].find((known) => known === target.value);
    if (role && role !== 'patient') this.#change({ role });
  };

  readonly #choosePerson = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) this.#chosen(target.value);
  };

  readonly #chooseDay = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.#change({ lastDay: target.value });
  };

  #chosen(personId: string): void {
    const organisation = this.draft.found?.find((one) => one.personId === personId)?.organisation ?? '';
    this.#change({ personId, ...(organisation === '' ? {} : { organisation }) });
  }

  async #find(): Promise<void> {
    const name = this.draft.name.trim();
    if (name.length < 3) return void (this.problem = texts().team.invite.search);
    try {
      const { people } = await call('findProfessionals', { planId: this.planId }, { name });
      this.#change({ found: people, personId: '' });
      if (people[0]) this.#chosen(people[0].personId);
    } catch (error) {
      this.problem = problemText(error);
    }
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { kind, name, personId, role, organisation, purpose, lastDay } = this.draft;
    if (kind === 'professional' ? personId === '' : name.trim() === '') {
      this.problem = texts().team.invite.missing;
      return;
    }
    this.busy = true;
    try {
      await call(
        'inviteMember',
        { planId: this.planId },
        {
          who: kind === 'professional' ? { personId } : { name },
          role,
          organisation,
          purpose,
          until: lastDay === '' ? null : osloInstant(addDays(lastDay, 1), '00:00').toISOString(),
        },
      );
      const detail = signsIn(role) ? 'invited' : 'added';
      this.dispatchEvent(new CustomEvent<'invited' | 'added'>('samrad-invited', { detail }));
    } catch (error) {
      this.problem = problemText(error);
    } finally {
      this.busy = false;
    }
  }

  readonly #cancel = (): void => {
    this.dispatchEvent(new CustomEvent('samrad-cancel'));
  };

  #change(changes: Partial<Draft>): void {
    this.draft = { ...this.draft, ...changes };
    this.problem = null;
  }
}

customElements.define('samrad-invite-form', InviteForm);
