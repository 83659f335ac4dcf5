/**
 * `<samrad-new-meeting-form>`: what a new meeting is about, when it is, and who is invited. Leaving out the team's GP is
 * asked about before anything is made.
 *
 * Properties: `team` · `meId` (the convener, who is always in) · `creating`: 'idle' | 'busy'
 * Events: `samrad-create-meeting` (detail: NewMeeting) · `samrad-cancel`
 */
import { html, type TemplateResult } from 'lit';
import { localInputValue } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import type { MemberInfo } from '../../shared/protocol/types.ts';
import { gpsLeftOut, meetingOf, problemOf, type DraftProblem, type NewMeetingDraft } from './newMeetingDraft.ts';
import { kindField, peopleFields, whenFields } from './newMeetingFields.ts';
import { byRole } from './person.ts';

const hourMs = 60 * 60 * 1000;

export class NewMeetingForm extends LightElement {
  static override properties = {
    team: { attribute: false },
    meId: {},
    creating: {},
    draft: { state: true },
    problem: { state: true },
    step: { state: true },
  };
  declare team: readonly MemberInfo[];
  declare meId: string;
  declare creating: 'idle' | 'busy';
  declare private draft: NewMeetingDraft;
  declare private problem: DraftProblem | null;
  declare private step: 'form' | 'gp-left-out';

  constructor() {
    super();
    this.team = [];
    this.meId = '';
    this.creating = 'idle';
    const nextFullHour = new Date(Math.ceil(Date.now() / hourMs) * hourMs);
    this.draft = { kind: 'care-team', when: 'now', localTime: localInputValue(nextFullHour), invited: new Set() };
    this.problem = null;
    this.step = 'form';
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
        this.draft = { ...this.draft, ...changes };
        this.problem = null;
      },
    };
    const busyNow = this.creating === 'busy';
    return html`
      <form class="stack" data-gap="lg" novalidate @submit=${this.#submit}>
        ${kindField(props)} ${whenFields(props)} ${peopleFields({ ...props, others: this.#others() })}
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button" aria-busy=${busyNow} ?disabled=${busyNow}>${words.create}</button>
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
    const field = problem === 'nobody-invited' ? 'input[type="checkbox"]' : '#meeting-time';
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
    const detail = meetingOf(this.draft);
    this.dispatchEvent(new CustomEvent('samrad-create-meeting', { detail, bubbles: true }));
  }

  #cancel(): void {
    this.dispatchEvent(new CustomEvent('samrad-cancel', { bubbles: true }));
  }
}

customElements.define('samrad-new-meeting-form', NewMeetingForm);
