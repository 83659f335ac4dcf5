/** The agenda in the form for a meeting: points with minutes and owners, and who is rung in for their own. Reports a new agenda. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { agendaLimit, hasFixedAgenda, newPoint, type AgendaPoint } from '../../shared/meetings/agenda.ts';
import type { MeetingKind, MemberInfo } from '../../shared/protocol/types.ts';
import { texts } from '../i18n/texts.ts';
import { pointTitle } from '../meeting/agenda/pointTitle.ts';

interface AgendaProps {
  readonly kind: MeetingKind;
  readonly agenda: readonly AgendaPoint[];
  readonly team: readonly MemberInfo[];
  readonly change: (agenda: AgendaPoint[]) => void;
}

export function agendaFields(props: AgendaProps): TemplateResult {
  const words = texts().scheduling.agenda;
  const { kind, agenda } = props;
  const minutes = agenda.reduce((sum, point) => sum + point.minutes, 0);
  const fixed = hasFixedAgenda(kind);
  return html`
    <details class="agenda-fields">
      <summary>${words.heading(agenda.length, minutes)}</summary>
      ${fixed ? html`<p data-field="description">${words.fixed}</p>` : nothing}
      <ol class="plain-list stack">
        ${repeat(
          agenda,
          ({ id }) => id,
          (point, index) => pointFields(props, point, index),
        )}
      </ol>
      ${
        fixed || agenda.length >= agendaLimit
          ? nothing
          : html`<button
              type="button"
              class="ds-button"
              data-variant="secondary"
              @click=${() => props.change([...agenda, newPoint(words.newTitle)])}
            >
              ${words.add}
            </button>`
      }
    </details>
  `;
}

function pointFields({ kind, agenda, team, change }: AgendaProps, point: AgendaPoint, index: number): TemplateResult {
  const words = texts().scheduling.agenda;
  const title = pointTitle(kind, point);
  const id = `agenda-${index}`;
  const set = (changes: Partial<AgendaPoint>): void =>
    change(agenda.map((one) => (one.id === point.id ? { ...one, ...changes } : one)));
  const fixed = hasFixedAgenda(kind);
  return html`
    <li class="agenda-field">
      <div role="group" aria-label=${words.point(index + 1, title)}>
        ${
          fixed
            ? html`<p class="person-name">${index + 1}. ${title}</p>`
            : html`<div class="ds-field">
                <label class="ds-label" for=${`${id}-title`}>${words.title(index + 1)}</label>
                <input
                  class="ds-input"
                  id=${`${id}-title`}
                  maxlength="120"
                  .value=${title}
                  @change=${(event: Event) => set(titleFrom(event, title, point))}
                />
              </div>`
        }
        <div class="row">
          <div class="ds-field">
            <label class="ds-label" for=${`${id}-minutes`}>${words.minutes}</label>
            <input
              class="ds-input agenda-minutes"
              type="number"
              inputmode="numeric"
              min="1"
              max="180"
              id=${`${id}-minutes`}
              .value=${String(point.minutes)}
              @change=${(event: Event) => set({ minutes: minutesFrom(event, point.minutes) })}
            />
          </div>
          <div class="ds-field">
            <label class="ds-label" for=${`${id}-owner`}>${words.owner}</label>
            <select class="ds-input" id=${`${id}-owner`} @change=${(event: Event) => set(ownerFrom(event))}>
              <option value="" ?selected=${point.ownerId === null}>${words.nobody}</option>
              ${team.map(
                ({ personId, name }) =>
                  html`<option value=${personId} ?selected=${personId === point.ownerId}>${name}</option>`,
              )}
            </select>
          </div>
          ${
            fixed
              ? nothing
              : html`<button
                  type="button"
                  class="ds-button"
                  data-variant="tertiary"
                  aria-label=${words.remove(title)}
                  @click=${() => change(agenda.filter((one) => one.id !== point.id))}
                >
                  ${texts().minutes.remove}
                </button>`
          }
        </div>
        ${
          point.ownerId === null
            ? nothing
            : html`<div class="ds-field">
                <input
                  class="ds-input"
                  type="checkbox"
                  id=${`${id}-call`}
                  .checked=${point.callIn}
                  @change=${() => set({ callIn: !point.callIn })}
                />
                <label class="ds-label" for=${`${id}-call`}>${words.callIn}</label>
              </div>`
        }
      </div>
    </li>
  `;
}

/** Words that are emptied or are the kind's own stand as they were. */
function titleFrom(event: Event, before: string, point: AgendaPoint): Partial<AgendaPoint> {
  const written = event.currentTarget instanceof HTMLInputElement ? event.currentTarget.value.trim() : '';
  return { title: written === '' || written === before ? point.title : written };
}

function minutesFrom(event: Event, before: number): number {
  const written = event.currentTarget instanceof HTMLInputElement ? event.currentTarget.valueAsNumber : NaN;
  return Number.isInteger(written) && written >= 1 && written <= 180 ? written : before;
}

function ownerFrom(event: Event): Partial<AgendaPoint> {
  const value = event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : '';
  return value === '' ? { ownerId: null, callIn: false } : { ownerId: value };
}
