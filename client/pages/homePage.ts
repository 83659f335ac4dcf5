/** Home: my patients and my meetings; whoever may convene makes a meeting from here. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { KeptPlan } from '../api/offline/keptPlans.ts';
import { forgetPlans, keptPlans } from '../api/offline/memory.ts';
import { orKept } from '../api/orKept.ts';
import { call } from '../api/rest.ts';
import { shortDateAndTime } from '../app/dates.ts';
import { installOffer } from '../app/install.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { emergencyNote } from '../components/emergency.ts';
import { failurePage } from '../components/failure.ts';
import { meetingItem } from '../components/meetingItem.ts';
import { texts } from '../i18n/texts.ts';
import { mayLead } from '../../shared/domain/policy.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { MeetingInfo } from '../../shared/protocol/types.ts';
import { ConveneFlow } from './conveneFlow.ts';
import '../emergencyAccess/emergencies.ts';
import '../emergencyAccess/emergencyForm.ts';
import '../team/ownInvitations.ts';
import { conveneDialog } from './conveneDialog.ts';
import { installHint } from './installHint.ts';
import { keptPlansList } from './keptPlansList.ts';
import './newPatientForm.ts';

type Home = RouteOutput<'home'>;
type Patient = Home['patients'][number];

/** `kept`: the server can't be reached; these plans lie on the device. */
type Shown = Load<Home> | { readonly state: 'kept'; readonly plans: readonly KeptPlan[] };

/** Open meetings first, then the coming ones by time, then those that are over, newest first. */
const stateOrder = { open: 0, scheduled: 1, ended: 2, cancelled: 3 } as const;

export class HomePage extends LightElement {
  static override properties = { session: { attribute: false }, home: { state: true }, dialog: { state: true } };
  declare session: SessionStore;
  declare private home: Shown;
  /** What a professional is asked for a patient who is not theirs yet. */
  declare private dialog: 'none' | 'new-patient' | 'emergency';
  readonly #flow = new ConveneFlow({ host: this, created: () => void this.#fetch() });

  #stopInstall = (): void => {};

  constructor() {
    super();
    this.home = { state: 'loading' };
    this.dialog = 'none';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    this.#stopInstall = installOffer.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.#stopInstall();
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#fetch();
  }

  readonly #online = (): void => {
    if (this.home.state !== 'ready') void this.#fetch();
  };

  async #fetch(): Promise<void> {
    try {
      const asked = call('home', {}, {});
      const found = await orKept(asked, () => this.#kept());
      if (found.from === 'server') return await this.#ready(found.answer);
      this.home = { state: 'kept', plans: found.kept };
      void asked.then((data) => this.#ready(data)).catch(() => undefined);
    } catch (error) {
      const code = failureCode(error);
      if (code === 'not-signed-in') await this.session.refresh();
      else this.home = { state: 'failed', code };
    }
  }

  async #ready(data: Home): Promise<void> {
    this.home = { state: 'ready', data };
    await this.#forgetOthers(data);
  }

  /** What lies on this device of plans that are not this person's any more goes. */
  async #forgetOthers({ patients }: Home): Promise<void> {
    const session = this.session.current;
    if (session.state !== 'signed-in') return;
    if (session.told === 'device') await this.session.refresh();
    const mine = new Set(patients.map(({ planId }) => planId));
    await forgetPlans(session.me.personId, (planId) => !mine.has(planId)).catch(() => undefined);
  }

  async #kept(): Promise<readonly KeptPlan[] | null> {
    const session = this.session.current;
    return session.state === 'signed-in' ? keptPlans(session.me.personId) : null;
  }

  protected override render(): TemplateResult {
    const { home } = this;
    if (home.state === 'failed') return failurePage({ code: home.code, retry: () => this.#retry() });
    const session = this.session.current;
    const name = session.state === 'signed-in' ? session.me.name : '';
    return html`
      <div class="page stack" data-gap="lg">
        <h1 class="ds-heading" data-size="lg" tabindex="-1">${texts().app.home.heading(name)}</h1>
        ${this.#content(home)} ${installHint()}
      </div>
      ${conveneDialog(this.#flow)} ${this.#newcomerDialog()}
    `;
  }

  #content(home: Exclude<Shown, { state: 'failed' }>): TemplateResult {
    switch (home.state) {
      case 'loading':
        return busy(texts().app.shell.loading);
      case 'kept':
        return keptPlansList({ plans: home.plans, now: Date.now(), retry: () => this.#retry() });
      case 'ready':
        return this.#lists(home.data);
    }
  }

  #retry(): void {
    this.home = { state: 'loading' };
    void this.#fetch();
  }

  #newcomerDialog(): TemplateResult {
    const { app, emergencyAccess } = texts();
    const close = (): void => void (this.dialog = 'none');
    const contents = {
      none: html``,
      'new-patient': html`<samrad-new-patient-form @samrad-cancel=${close}></samrad-new-patient-form>`,
      emergency: html`<samrad-emergency-form @samrad-cancel=${close}></samrad-emergency-form>`,
    };
    return html`<samrad-dialog
      .open=${this.dialog !== 'none'}
      .heading=${this.dialog === 'emergency' ? emergencyAccess.heading : app.newPatient.heading}
      .content=${contents[this.dialog]}
      @samrad-close=${close}
    ></samrad-dialog>`;
  }

  /** What only professionals may: begin with a patient, or look into the plan of another's. */
  #newcomerButtons(): TemplateResult {
    const button = (dialog: 'new-patient' | 'emergency', label: string): TemplateResult =>
      html`<button type="button" class="ds-button" data-variant="tertiary" @click=${() => void (this.dialog = dialog)}>
        ${label}
      </button>`;
    return html`<div class="row" data-phone="fill">
      ${button('new-patient', texts().app.newPatient.open)} ${button('emergency', texts().emergencyAccess.open)}
    </div>`;
  }

  #lists({ patients, meetings, mayCreatePlan, administrates }: Home): TemplateResult {
    const words = texts().app.home;
    const lay = patients.some(({ role }) => role === 'patient' || role === 'relative');
    return html`
      <samrad-own-invitations @samrad-joined=${() => void this.#fetch()}></samrad-own-invitations>
      ${administrates ? html`<p><a class="ds-button" href=${paths.staff}>${texts().passkeys.staff.heading}</a></p>` : nothing}
      <samrad-emergencies></samrad-emergencies>
      ${lay ? emergencyNote() : nothing}
      <div class="home-lists">
        <section class="stack" aria-labelledby="home-patients">
          <h2 class="ds-heading" data-size="sm" id="home-patients">${patientsHeading(patients)}</h2>
          ${
            patients.length === 0
              ? html`<p class="empty">${words.noPatients}</p>`
              : html`<ul class="plain-list stack">
                  ${patients.map((patient) => this.#patient(patient))}
                </ul>`
          }
          ${mayCreatePlan ? this.#newcomerButtons() : nothing}
        </section>
        <section class="stack" aria-labelledby="home-meetings">
          <h2 class="ds-heading" data-size="sm" id="home-meetings">${words.meetings}</h2>
          ${
            meetings.length === 0
              ? html`<p class="empty">${words.noMeetings}</p>`
              : html`<ul class="plain-list stack">
                  ${inOrder(meetings).map((meeting) =>
                    meetingItem({
                      meeting,
                      makeLinks: (chosen) => this.#flow.askForLinks(chosen),
                      change: (chosen) => void this.#flow.startChange(chosen),
                      cancel: (chosen) => this.#flow.askToCancel(chosen),
                    }),
                  )}
                </ul>`
          }
          <p><a class="ds-link" href=${paths.test}>${texts().lineTest.link}</a></p>
        </section>
      </div>
    `;
  }

  #patient({ planId, patientName, role, emergencyUntil }: Patient): TemplateResult {
    const words = texts().app.home;
    const newMeeting = html`
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        aria-label=${words.newMeetingFor(patientName)}
        @click=${() => void this.#flow.startFor(planId)}
      >
        ${words.newMeeting}
      </button>
    `;
    return html`
      <li class="surface patient">
        <div class="patient-text">
          <h3 class="ds-heading" data-size="xs">${patientName}</h3>
          <p class="muted">${role === 'patient' ? words.ownPlan : words.myRole(texts().shared.roles[role])}</p>
          ${emergencyUntil === null ? nothing : html`<p>${texts().emergencyAccess.until(shortDateAndTime(emergencyUntil))}</p>`}
        </div>
        <div class="row" data-phone="fill">
          <a class="ds-button" href=${paths.plan(planId)} aria-label=${words.openPlanOf(patientName)}>
            ${words.openPlan}
          </a>
          ${emergencyUntil === null && this.#mayConvene(planId, role) ? newMeeting : nothing}
        </div>
      </li>
    `;
  }

  #mayConvene(planId: string, role: Patient['role']): boolean {
    const session = this.session.current;
    if (session.state !== 'signed-in') return false;
    const { personId, name } = session.me;
    return mayLead({ planId, personId, name, role, organisation: '' }, 'create');
  }
}

function patientsHeading(patients: readonly Patient[]): string {
  const words = texts().app.home;
  if (patients.length > 0 && patients.every(({ role }) => role === 'patient')) return words.myPlan;
  if (patients.length > 0 && patients.every(({ role }) => role === 'relative')) return words.relativeOf;
  return words.patients;
}

function inOrder(meetings: readonly MeetingInfo[]): MeetingInfo[] {
  return meetings.toSorted((one, other) => {
    const byState = stateOrder[one.state] - stateOrder[other.state];
    const byTime = one.startsAt.localeCompare(other.startsAt);
    return byState || (one.state === 'ended' ? -byTime : byTime);
  });
}

customElements.define('samrad-home-page', HomePage);
