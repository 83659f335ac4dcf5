/** `<samrad-record-page>`: what is left of a meeting: who was there from when to when, the minutes, the decisions, who has approved. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { MeetingRecordInfo } from '../../shared/protocol/routes/minutes.ts';
import { takesPartInMinutes } from '../../shared/meetings/minutes.ts';
import { call } from '../api/rest.ts';
import { clock, dayAndTime, shortDateAndTime } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { failureAlert, failurePage } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import { besideLine } from '../meeting/beside/besideWords.ts';
import { pointTitle } from '../meeting/agenda/pointTitle.ts';
import '../minutes/minutes.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';

type Stay = MeetingRecordInfo['attendance'][number];
type Times = Pick<Stay, 'cameAt' | 'wentAt'>;

export class RecordPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    meetingId: {},
    record: { state: true },
    problem: { state: true },
  };
  declare session: SessionStore;
  declare meetingId: string;
  declare private record: Load<MeetingRecordInfo>;
  declare private problem: ErrorCode | null;

  constructor() {
    super();
    this.meetingId = '';
    this.record = { state: 'loading' };
    this.problem = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('meetingId')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const { meetingId } = this;
    try {
      const data = await call('meetingRecord', { meetingId }, {});
      if (meetingId === this.meetingId) this.record = { state: 'ready', data };
    } catch (error) {
      this.record = { state: 'failed', code: failureCode(error) };
    }
  }

  async #do(work: () => Promise<unknown>): Promise<void> {
    this.problem = null;
    try {
      await work();
    } catch (error) {
      this.problem = failureCode(error);
    }
    await this.#fetch();
  }

  protected override render(): TemplateResult {
    const { record } = this;
    if (record.state === 'loading') return html`<div class="page">${busy(texts().minutes.page.loading)}</div>`;
    if (record.state === 'failed') return failurePage({ code: record.code, retry: () => void this.#fetch() });
    return this.#page(record.data);
  }

  #page(record: MeetingRecordInfo): TemplateResult {
    const words = texts().minutes.page;
    const { meeting, minutes, course, endedAt } = record;
    return html`
      <div class="page stack" data-gap="lg">
        <div class="page-head">
          <div>
            <p class="eyebrow">
              ${dayAndTime(beganAt(record))}${endedAt === null ? nothing : html`–${clock(endedAt)}`}
            </p>
            <h1 class="ds-heading" data-size="lg" tabindex="-1">${texts().shared.meetingKinds[meeting.kind]}</h1>
            <p>${texts().app.meetings.about(meeting.patientName)}</p>
          </div>
          <a class="ds-button" data-variant="secondary" href=${paths.plan(meeting.planId)}>${words.toPlan}</a>
        </div>
        ${this.problem === null ? nothing : failureAlert(this.problem)} ${this.#attendance(record)}
        <section class="surface stack" aria-label=${words.minutes}>
          ${
            minutes.frozen === null
              ? this.#writing(record)
              : html`<h2 class="ds-heading" data-size="sm">${words.minutes}</h2>
                  ${this.#frozen(record)}`
          }
        </section>
        ${
          course.closing === null
            ? nothing
            : html`<section class="surface stack" aria-labelledby="record-closing">
                <h2 class="ds-heading" data-size="sm" id="record-closing">${words.next}</h2>
                <p>${course.closing.nextAppointment}</p>
                <p>${course.closing.consentToSend ? words.consentYes : words.consentNo}</p>
              </section>`
        }
        ${this.#approvals(record)} ${this.#chat(record)}
      </div>
    `;
  }

  #attendance({ attendance, endedAt }: MeetingRecordInfo): TemplateResult {
    const words = texts().minutes.page;
    const times = ({ cameAt, wentAt }: Times): string => {
      const until = wentAt ?? endedAt;
      return `${clock(cameAt)}–${until === null ? words.stillHere : clock(until)}`;
    };
    return html`<section class="surface stack" aria-labelledby="record-attendance">
      <h2 class="ds-heading" data-size="sm" id="record-attendance">${words.attendance}</h2>
      ${
        attendance.length === 0
          ? html`<p class="muted">${words.nobody}</p>`
          : html`<ul class="plain-list stack">
              ${[...Map.groupBy(attendance, ({ personId }) => personId).values()].map((stays) => person(stays, times))}
            </ul>`
      }
    </section>`;
  }

  /** Those who take part go on writing until somebody makes them finished. */
  #writing({ meeting, team, mayFinish }: MeetingRecordInfo): TemplateResult {
    const words = texts().minutes.page;
    const { current } = this.session;
    const me = current.state === 'signed-in' ? current.me.personId : '';
    const role = team.find(({ personId }) => personId === me)?.role;
    return html`
      ${
        role && takesPartInMinutes(role)
          ? html`<samrad-minutes
              .planId=${meeting.planId}
              .meetingId=${meeting.id}
              .personId=${me}
              .kind=${meeting.kind}
              .agenda=${meeting.terms.agenda}
            ></samrad-minutes>`
          : nothing
      }
      ${
        mayFinish
          ? html`<p class="notice">${words.finishHint}</p>
              <div class="row" data-phone="fill">
                <button
                  type="button"
                  class="ds-button"
                  @click=${() => void this.#do(() => call('finishMinutes', { meetingId: meeting.id }, {}))}
                >
                  ${words.finish}
                </button>
              </div>`
          : nothing
      }
    `;
  }

  #frozen({ meeting, minutes }: MeetingRecordInfo): TemplateResult {
    const words = texts().minutes.page;
    const { content, frozen } = minutes;
    return html`
      ${frozen === null ? nothing : html`<p class="muted">${words.frozen(frozen.by, shortDateAndTime(frozen.at))}</p>`}
      ${content.notes.map(
        ({ pointId, title, text }) =>
          html`<h3 class="ds-heading" data-size="xs">${pointTitle(meeting.kind, { id: pointId, title })}</h3>
            <p class="record-text">${text}</p>`,
      )}
      ${
        content.general === ''
          ? nothing
          : html`<h3 class="ds-heading" data-size="xs">${texts().minutes.general}</h3>
              <p class="record-text">${content.general}</p>`
      }
      <h3 class="ds-heading" data-size="xs">${texts().minutes.decisions}</h3>
      ${
        content.decisions.length === 0
          ? html`<p class="muted">${words.noDecisions}</p>`
          : html`<ol>
              ${content.decisions.map(
                ({ text, taskId }) =>
                  html`<li>
                    <span class="record-text">${text}</span
                    >${taskId === '' ? nothing : html` <span class="status-dot" data-status="ok">${texts().minutes.isTask}</span>`}
                  </li>`,
              )}
            </ol>`
      }
    `;
  }

  #chat({ chat }: MeetingRecordInfo): TemplateResult | typeof nothing {
    if (chat.length === 0) return nothing;
    return html`<section class="surface stack" aria-labelledby="record-chat">
      <h2 class="ds-heading" data-size="sm" id="record-chat">${texts().minutes.page.chat}</h2>
      <ul class="plain-list stack">
        ${chat.map(
          ({ name, text, at }) =>
            html`<li>
              <strong>${name}</strong> <span class="numbers">${clock(at)}</span>
              <span class="record-text">${text}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #approvals({ meeting, minutes, mayApprove }: MeetingRecordInfo): TemplateResult | typeof nothing {
    const words = texts().minutes.page;
    if (minutes.frozen === null) return nothing;
    const approve = (): Promise<unknown> => call('approveMinutes', { meetingId: meeting.id }, { hash: minutes.hash });
    return html`<section class="surface stack" aria-labelledby="record-approvals">
      <h2 class="ds-heading" data-size="sm" id="record-approvals">${words.approvals}</h2>
      ${
        minutes.approvals.length === 0
          ? html`<p class="muted">${words.noApprovals}</p>`
          : html`<ul class="plain-list">
              ${minutes.approvals.map(
                ({ name, role, at }) =>
                  html`<li>
                    ${name} · ${texts().shared.roles[role]} · <span class="numbers">${shortDateAndTime(at)}</span>
                  </li>`,
              )}
            </ul>`
      }
      ${
        mayApprove
          ? html`<div class="row" data-phone="fill">
              <button type="button" class="ds-button" @click=${() => void this.#do(approve)}>${words.approve}</button>
            </div>`
          : nothing
      }
    </section>`;
  }
}

/** When somebody came first, or when it was to begin where nobody did. */
function beganAt({ attendance, meeting }: MeetingRecordInfo): string {
  return attendance.map(({ cameAt }) => cameAt).sort()[0] ?? meeting.startsAt;
}

/** One who was there, however often they came, with those who were beside them each time. */
function person(stays: readonly Stay[], times: (times: Times) => string): TemplateResult | typeof nothing {
  const [first] = stays;
  if (!first) return nothing;
  const { name, role, organisation } = first;
  return html`<li class="person-text">
    <span class="person-name">${name}</span>
    <span class="person-role">
      ${[texts().shared.roles[role], organisation].filter((part) => part !== '').join(' · ')}
    </span>
    ${stays.map(
      (stay) =>
        html`<span class="person-role numbers">
            ${times(stay)} · ${texts().app.shell.identification[stay.identification]}
          </span>
          ${stay.beside.map(
            (helper) => html`<span class="person-role numbers">${besideLine([helper])}, ${times(helper)}</span>`,
          )}`,
    )}
  </li>`;
}

customElements.define('samrad-record-page', RecordPage);
