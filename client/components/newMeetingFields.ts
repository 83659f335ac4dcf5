/** The groups of fields of the form for a new meeting, as templates: they take a draft and report changes to it. */
import { html, nothing, type TemplateResult } from 'lit';
import { localInputValue } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';
import { meetingKinds, type MemberInfo } from '../../shared/protocol/types.ts';
import type { DraftProblem, NewMeetingDraft } from './newMeetingDraft.ts';
import { roleAndPlace } from './person.ts';

interface FieldsProps {
  readonly draft: NewMeetingDraft;
  readonly problem: DraftProblem | null;
  readonly change: (changes: Partial<NewMeetingDraft>) => void;
}

export function kindField({ draft, change }: FieldsProps): TemplateResult {
  const choose = (event: Event) => {
    const select = event.currentTarget;
    const kind = select instanceof HTMLSelectElement ? meetingKinds[select.selectedIndex] : undefined;
    if (kind) change({ kind });
  };
  return html`
    <div class="ds-field">
      <label class="ds-label" for="meeting-kind">${texts().app.newMeeting.kind}</label>
      <select class="ds-input" id="meeting-kind" @change=${choose}>
        ${meetingKinds.map(
          (kind) => html`
            <option value=${kind} ?selected=${kind === draft.kind}>${texts().shared.meetingKinds[kind]}</option>
          `,
        )}
      </select>
    </div>
  `;
}

export function whenFields(props: FieldsProps): TemplateResult {
  const words = texts().app.newMeeting;
  return html`
    <fieldset class="ds-fieldset">
      <legend class="ds-label">${words.when}</legend>
      ${(['now', 'later'] as const).map(
        (when) => html`
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name="meeting-when"
              id=${`meeting-${when}`}
              .checked=${when === props.draft.when}
              @change=${() => props.change({ when })}
            />
            <label class="ds-label" for=${`meeting-${when}`}>${words.whens[when]}</label>
          </div>
        `,
      )}
      ${props.draft.when === 'later' ? timeField(props) : nothing}
    </fieldset>
  `;
}

export function timeField({ draft, problem, change }: FieldsProps): TemplateResult {
  const wrong = problem === 'no-time' || problem === 'time-passed';
  const choose = (event: Event) => {
    if (event.currentTarget instanceof HTMLInputElement) change({ localTime: event.currentTarget.value });
  };
  return html`
    <div class="ds-field">
      <label class="ds-label" for="meeting-time">${texts().app.newMeeting.time}</label>
      <input
        class="ds-input"
        type="datetime-local"
        id="meeting-time"
        required
        min=${localInputValue(new Date())}
        .value=${draft.localTime}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'meeting-problem' : nothing}
        @change=${choose}
      />
      ${wrong ? problemText(problem) : nothing}
    </div>
  `;
}

const weeks = [1, 2, 4, 8, 12];

/** A series, for a meeting that is to come. */
export function repeatFields({ draft, change }: FieldsProps): TemplateResult | typeof nothing {
  const words = texts().scheduling.repeats;
  if (draft.when === 'now') return nothing;
  const choose = (event: Event) => {
    if (event.currentTarget instanceof HTMLSelectElement) change({ everyWeeks: Number(event.currentTarget.value) });
  };
  const count = (event: Event) => {
    const times = event.currentTarget instanceof HTMLInputElement ? event.currentTarget.valueAsNumber : NaN;
    if (Number.isInteger(times)) change({ times: Math.min(26, Math.max(2, times)) });
  };
  return html`
    <div class="row">
      <div class="ds-field">
        <label class="ds-label" for="meeting-repeats">${words.label}</label>
        <select class="ds-input" id="meeting-repeats" @change=${choose}>
          <option value="0" ?selected=${draft.everyWeeks === 0}>${words.never}</option>
          ${weeks.map(
            (each) => html`<option value=${each} ?selected=${each === draft.everyWeeks}>${words.every(each)}</option>`,
          )}
        </select>
      </div>
      ${
        draft.everyWeeks === 0
          ? nothing
          : html`<div class="ds-field">
              <label class="ds-label" for="meeting-times">${words.times}</label>
              <input
                class="ds-input agenda-minutes"
                type="number"
                inputmode="numeric"
                min="2"
                max="26"
                id="meeting-times"
                .value=${String(draft.times)}
                @change=${count}
              />
            </div>`
      }
    </div>
  `;
}

/** Where sound and picture are, where they are not here. */
export function videoField({ draft, problem, change }: FieldsProps): TemplateResult {
  const words = texts().scheduling.video;
  const wrong = problem === 'no-video';
  const write = (event: Event) => {
    if (event.currentTarget instanceof HTMLInputElement) change({ externalVideo: event.currentTarget.value });
  };
  return html`<div class="ds-field">
    <label class="ds-label" for="meeting-video">${words.label}</label>
    <p data-field="description">${words.hint}</p>
    <input
      class="ds-input"
      type="url"
      id="meeting-video"
      maxlength="500"
      autocomplete="off"
      .value=${draft.externalVideo}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? 'meeting-problem' : nothing}
      @change=${write}
    />
    ${wrong ? problemText(problem) : nothing}
  </div>`;
}

/** Whether what is written to all is kept. */
export function chatField({ draft, change }: FieldsProps): TemplateResult {
  return html`<div class="ds-field">
    <input
      class="ds-input"
      type="checkbox"
      id="meeting-chat"
      .checked=${draft.keepChat}
      @change=${() => change({ keepChat: !draft.keepChat })}
    />
    <label class="ds-label" for="meeting-chat">${texts().hosting.chat.keep}</label>
  </div>`;
}

/** Whether who comes by a link also writes a code. */
export function codeField({ draft, change }: FieldsProps): TemplateResult {
  return html`<div class="ds-field">
    <input
      class="ds-input"
      type="checkbox"
      id="meeting-code"
      .checked=${draft.linkCode}
      @change=${() => change({ linkCode: !draft.linkCode })}
    />
    <label class="ds-label" for="meeting-code">${texts().hosting.linkCode}</label>
  </div>`;
}

/** Whether sound and picture are encrypted from end to end. */
export function endToEndField({ draft, change }: FieldsProps): TemplateResult {
  const words = texts().endToEnd;
  const elsewhere = draft.externalVideo.trim() !== '';
  return html`<div class="ds-field">
    <input
      class="ds-input"
      type="checkbox"
      id="meeting-end-to-end"
      aria-describedby="meeting-end-to-end-hint"
      ?disabled=${elsewhere}
      .checked=${draft.endToEnd && !elsewhere}
      @change=${() => change({ endToEnd: !draft.endToEnd })}
    />
    <label class="ds-label" for="meeting-end-to-end">${words.choice}</label>
    <p data-field="description" id="meeting-end-to-end-hint">${elsewhere ? words.notWithVideo : words.choiceHint}</p>
  </div>`;
}

/** Whether the professionals begin alone. */
export function firstField({ draft, change }: FieldsProps): TemplateResult {
  return html`<div class="ds-field">
    <input
      class="ds-input"
      type="checkbox"
      id="meeting-first"
      .checked=${draft.professionalsFirst}
      @change=${() => change({ professionalsFirst: !draft.professionalsFirst })}
    />
    <label class="ds-label" for="meeting-first">${texts().scheduling.professionalsFirst}</label>
  </div>`;
}

export function peopleFields({ draft, problem, change, others }: FieldsProps & { others: readonly MemberInfo[] }) {
  const words = texts().app.newMeeting;
  const wrong = problem === 'nobody-invited';
  const toggle = (personId: string) => {
    const invited = new Set(draft.invited);
    if (!invited.delete(personId)) invited.add(personId);
    change({ invited });
  };
  return html`
    <fieldset class="ds-fieldset" aria-describedby=${wrong ? 'meeting-problem' : nothing}>
      <legend class="ds-label">${words.people}</legend>
      <p data-field="description">${words.peopleHint}</p>
      ${others.map(
        (member) => html`
          <div class="ds-field">
            <input
              class="ds-input"
              type="checkbox"
              id=${`invite-${member.personId}`}
              .checked=${draft.invited.has(member.personId)}
              @change=${() => toggle(member.personId)}
            />
            <label class="ds-label" for=${`invite-${member.personId}`}>
              <span class="person-text">
                <span class="person-name">${member.name}</span>
                <span class="person-role">${roleAndPlace(member)}</span>
              </span>
            </label>
          </div>
        `,
      )}
      ${wrong ? problemText(problem) : nothing}
    </fieldset>
  `;
}

/** The helpers say themselves what is wrong with them. */
function problemText(problem: Exclude<DraftProblem, 'half-helper'>): TemplateResult {
  return html`
    <p class="ds-validation-message" id="meeting-problem" role="alert">${texts().app.newMeeting.problems[problem]}</p>
  `;
}
