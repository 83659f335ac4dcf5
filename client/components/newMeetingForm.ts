/**
 * `<samrad-new-meeting-form>`: what a new meeting is about, when it is, and who is invited. Leaving out the team's GP is
 * asked about before anything is made.
 *
 * Properties: `team` · `meId` (the convener, who is always in) · `meeting` (the one to change, or null) · `creating`: 'idle' | 'busy'
 * Events: `samrad-create-meeting` (detail: NewMeeting) · `samrad-cancel`
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { agendaFor, expectedRoles } from '../../shared/meetings/agenda.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import type { MeetingInfo, MemberInfo } from '../../shared/protocol/types.ts';
import {
  draftOf,
  gpsLeftOut,
  isWithPatient,
  meetingOf,
  problemOf,
  type DraftProblem,
  type NewMeetingDraft,
} from './newMeetingDraft.ts';
import { agendaFields } from './agendaFields.ts';
import { helperFields } from './helperFields.ts';
import {
  chatField,
  codeField,
  endToEndField,
  firstField,
  kindField,
  peopleFields,
  repeatFields,
  timeField,
  videoField,
  whenFields,
} from './newMeetingFields.ts';
import { byRole } from './person.ts';

const hourMs = 60 * 60 * 1000;

export class NewMeetingForm extends LightElement {
  static override properties = {
    team: { attribute: false },
    meId: {},
    meeting: { attribute: false },
    creating: {},
    draft: { state: true },
    problem: { state: true },
    step: { state: true },
  };
  declare team: readonly MemberInfo[];
  declare meId: string;
  declare meeting: MeetingInfo | null;
  declare creating: 'idle' | 'busy';
  declare private draft: NewMeetingDraft;
  declare private problem: DraftProblem | null;
  declare private step: 'form' | 'gp-left-out';

  constructor() {
    super();
    this.team = [];
    this.meId = '';
    this.creating = 'idle';
    this.meeting = null;
    this.draft = this.#first();
    this.problem = null;
    this.step = 'form';
  }

  /** The form begins with what is known when it is opened. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('meeting') || (changed.has('team') && !this.hasUpdated)) this.draft = this.#first();
  }

  #first(): NewMeetingDraft {
    return draftOf(this.team, new Date(Math.ceil(Date.now() / hourMs) * hourMs), this.meeting);
  }

  protected override render(): TemplateResult {
    return this.step === 'form' ? this.#form() : this.#gpQuestion();
  }

  #form(): TemplateResult {
    const words = texts().app.newMeeting;
    const props = {
      draft: this.draft,
      problem: this.problem,
      change: (changes: Partial<NewMeetingDraft>) => {
        const { kind } = changes;
        this.draft = { ...this.draft, ...changes, ...(kind && { agenda: agendaFor(kind, this.team) }) };
        this.problem = null;
      },
    };
    const busyNow = this.creating === 'busy';
    return html`
      <form class="stack" data-gap="lg" novalidate @submit=${this.#submit}>
        ${this.meeting === null ? kindField(props) : nothing}
        ${this.meeting === null ? whenFields(props) : timeField(props)}
        ${this.meeting === null ? repeatFields(props) : nothing} ${peopleFields({ ...props, others: this.#others() })}
        ${isWithPatient(this.draft, this.team) ? nothing : html`<p class="muted">${texts().scheduling.about}</p>`}
        ${this.#expected()} ${helperFields({ ...props, others: this.#others() })} ${firstField(props)}
        ${chatField(props)} ${codeField(props)} ${this.meeting === null ? endToEndField(props) : nothing}
        ${videoField(props)}
        ${agendaFields({
          kind: this.draft.kind,
          agenda: this.draft.agenda,
          team: this.team,
          change: (agenda) => props.change({ agenda }),
        })}
        ${this.meeting === null ? nothing : html`<p class="muted">${texts().scheduling.edit.told}</p>`}
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button" aria-busy=${busyNow} ?disabled=${busyNow}>
            ${this.meeting === null ? words.create : texts().scheduling.edit.save}
          </button>
          <button type="button" class="ds-button" data-variant="tertiary" @click=${this.#cancel}>
            ${words.cancel}
          </button>
        </div>
      </form>
    `;
  }

  #gpQuestion(): TemplateResult {
    const words = texts().app.newMeeting;
    const gps = gpsLeftOut(this.draft, this.#others());
    const inviteGp = () => {
      this.draft = { ...this.draft, invited: new Set([...this.draft.invited, ...gps.map((gp) => gp.personId)]) };
      this.#send();
    };
    return html`
      <div class="stack">
        <div class="ds-alert" data-color="warning" role="alert">
          <h3 class="ds-heading" data-size="2xs">${words.gpHeading}</h3>
          <p>${words.gpText(gps.map((gp) => gp.name))}</p>
        </div>
        <div class="row" data-phone="fill">
          <button type="button" class="ds-button" @click=${inviteGp}>${words.gpInvite}</button>
          <button type="button" class="ds-button" data-variant="secondary" @click=${this.#send}>
            ${words.gpLeaveOut}
          </button>
          <button type="button" class="ds-button" data-variant="tertiary" @click=${this.#back}>${words.back}</button>
        </div>
      </div>
    `;
  }

  /** The roles that this kind of meeting expects and nobody invited has. */
  #expected(): TemplateResult | typeof nothing {
    const coming = this.team.filter(({ personId }) => personId === this.meId || this.draft.invited.has(personId));
    const missing = expectedRoles(this.draft.kind).filter((role) => !coming.some((member) => member.role === role));
    if (missing.length === 0 || this.draft.invited.size === 0) return nothing;
    const names = missing.map((role) => texts().shared.roles[role]);
    return html`<p class="notice">${texts().scheduling.expected(names.join(', '))}</p>`;
  }

  #others(): readonly MemberInfo[] {
    return this.team.filter((member) => member.personId !== this.meId).toSorted(byRole);
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.problem = problemOf(this.draft, Date.now());
    if (this.problem) void this.#focusProblem(this.problem);
    else if (gpsLeftOut(this.draft, this.#others()).length > 0) void this.#ask();
    else this.#send();
  }

  async #focusProblem(problem: DraftProblem): Promise<void> {
    await this.updateComplete;
    const fields: Readonly<Record<DraftProblem, string>> = {
      'nobody-invited': 'input[type="checkbox"]',
      'no-video': '#meeting-video',
      'half-helper': '[id^="helper-"][aria-invalid="true"]',
      'no-time': '#meeting-time',
      'time-passed': '#meeting-time',
    };
    const field = fields[problem];
    this.querySelector<HTMLElement>(field)?.focus();
  }

  // The pressed button leaves with the form; the focus goes to the first answer.
  async #ask(): Promise<void> {
    this.step = 'gp-left-out';
    await this.updateComplete;
    this.querySelector<HTMLElement>('button')?.focus();
  }

  async #back(): Promise<void> {
    this.step = 'form';
    await this.updateComplete;
    this.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }

  #send(): void {
    this.step = 'form';
    const detail = meetingOf(this.draft, this.team);
    this.dispatchEvent(new CustomEvent('samrad-create-meeting', { detail, bubbles: true }));
  }

  #cancel(): void {
    this.dispatchEvent(new CustomEvent('samrad-cancel', { bubbles: true }));
  }
}

customElements.define('samrad-new-meeting-form', NewMeetingForm);
