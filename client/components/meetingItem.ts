/**
 * `meetingItem({ meeting, makeLinks, change, cancel })`: one meeting in a list: when, what, whose, its state, and what I can do with
 * it. The functions are called when somebody who leads the meeting wants the links, to change it or to call it off.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { day, dayAndTime } from '../app/dates.ts';
import { paths } from '../app/router.ts';
import { texts } from '../i18n/texts.ts';
import type { MeetingInfo } from '../../shared/protocol/types.ts';

interface MeetingItemProps {
  readonly meeting: MeetingInfo;
  readonly makeLinks: (meeting: MeetingInfo) => void;
  readonly change: (meeting: MeetingInfo) => void;
  readonly cancel: (meeting: MeetingInfo) => void;
}

const dotOfState = { scheduled: 'busy', open: 'ok', ended: 'off', cancelled: 'off' } as const;

export function meetingItem({ meeting, makeLinks, change, cancel }: MeetingItemProps): TemplateResult {
  const words = texts().app.meetings;
  const { scheduling } = texts();
  const kind = texts().shared.meetingKinds[meeting.kind];
  const when = meeting.state === 'ended' ? day(meeting.startsAt) : dayAndTime(meeting.startsAt);
  const name = `${kind}, ${when}`;
  return html`
    <li class="surface meeting" data-state=${meeting.state}>
      <div class="meeting-text">
        <p class="row">
          <time class="eyebrow numbers" datetime=${meeting.startsAt}>${when}</time>
          <span class="status-dot" data-status=${dotOfState[meeting.state]}>${words.states[meeting.state]}</span>
        </p>
        <h3 class="ds-heading" data-size="xs">${kind}</h3>
        <p>${words.about(meeting.patientName)}</p>
        <p class="muted">${words.convener(meeting.convener.name)}</p>
      </div>
      ${
        meeting.state === 'ended' || meeting.state === 'cancelled'
          ? nothing
          : html`
              <div class="row meeting-actions" data-phone="fill">
                <a class="ds-button" href=${paths.meeting(meeting.id)} aria-label=${`${words.join}: ${name}`}>
                  ${words.join}
                </a>
                ${
                  meeting.mayLead
                    ? html`
                        <button
                          type="button"
                          class="ds-button"
                          data-variant="secondary"
                          aria-label=${`${words.links}: ${name}`}
                          @click=${() => makeLinks(meeting)}
                        >
                          ${words.links}
                        </button>
                        ${button(scheduling.edit.open, name, () => change(meeting))}
                        ${meeting.state === 'open' ? nothing : button(scheduling.cancel.open, name, () => cancel(meeting))}
                      `
                    : nothing
                }
              </div>
            `
      }
    </li>
  `;
}

function button(label: string, name: string, press: () => void): TemplateResult {
  return html`<button
    type="button"
    class="ds-button"
    data-variant="tertiary"
    aria-label=${`${label}: ${name}`}
    @click=${press}
  >
    ${label}
  </button>`;
}
