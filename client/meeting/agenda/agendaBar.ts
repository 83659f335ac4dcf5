/**
 * `<samrad-agenda-bar>`: the point that the meeting is at, who leads it and how much time is left; opened, the whole agenda. Those
 * who lead go on from here and tick what is done. Fires `samrad-command` (goTo, tick, follow).
 *
 * Properties: `meeting` (MeetingSnapshot) · `following`: whether the plan goes where the meeting goes
 */
import { html, nothing, type TemplateResult } from 'lit';
import { needsClosing, type AgendaPoint, type Closing } from '../../../shared/meetings/agenda.ts';
import type { MeetingSnapshot } from '../../../shared/protocol/types.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import { icon } from '../components/icons.ts';
import { pointTime } from './agendaTime.ts';
import './closingDialog.ts';
import { pointTitle } from './pointTitle.ts';

/** How often the time left is looked at, milliseconds. */
const everyMs = 5_000;

export class AgendaBar extends LightElement {
  static override properties = { meeting: { attribute: false }, following: { type: Boolean } };
  declare meeting: MeetingSnapshot;
  declare following: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), everyMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { terms, course, mayLead } = this.meeting;
    const words = texts().hosting.agenda;
    if (terms.agenda.length === 0) return nothing;
    const at = terms.agenda.findIndex(({ id }) => id === course.point);
    const next = terms.agenda[at + 1];
    return html`
      <section class="agenda" aria-label=${words.label}>
        <details class="agenda-all">
          <summary>
            ${this.#now(terms.agenda[at])}
            <span class="agenda-count numbers">${words.count(course.ticked.length, terms.agenda.length)}</span>
          </summary>
          <ol class="agenda-points">
            ${terms.agenda.map((point, index) => this.#point(point, index))}
          </ol>
          <p class="agenda-follow">
            <input
              class="ds-input"
              type="checkbox"
              id="agenda-follow"
              .checked=${this.following}
              @change=${() => command(this, { do: 'follow', on: !this.following })}
            />
            <label for="agenda-follow">${words.follow}</label>
          </p>
        </details>
        ${
          mayLead && next
            ? html`<button
                type="button"
                class="room-button agenda-next"
                @click=${() => command(this, { do: 'goTo', pointId: next.id })}
              >
                ${at < 0 ? words.begin : words.next}
              </button>`
            : nothing
        }
      </section>
      ${mayLead ? html`<samrad-closing-dialog></samrad-closing-dialog>` : nothing}
    `;
  }

  #now(point: AgendaPoint | undefined): TemplateResult {
    const { course, kind } = this.meeting;
    const words = texts().hosting.agenda;
    if (!point || course.pointSince === null) return html`<strong class="agenda-title">${words.notBegun}</strong>`;
    const { left, over } = pointTime(point.minutes, course.pointSince, Date.now());
    const owner = this.#owner(point);
    return html`
      <strong class="agenda-title">${pointTitle(kind, point)}</strong>
      ${owner === null ? nothing : html`<span>${owner}</span>`}
      <span class="agenda-time numbers" data-over=${left === null}
        >${left === null ? words.over(over) : words.left(left)}</span
      >
    `;
  }

  #point(point: AgendaPoint, index: number): TemplateResult {
    const { course, kind, mayLead } = this.meeting;
    const words = texts().hosting.agenda;
    const title = pointTitle(kind, point);
    const owner = this.#owner(point);
    const ticked = course.ticked.includes(point.id);
    const details = [words.minutes(point.minutes), owner, point.callIn ? words.callIn : null].filter(
      (part) => part !== null,
    );
    return html`
      <li
        data-point=${point.id}
        data-now=${point.id === course.point}
        aria-current=${point.id === course.point ? 'step' : nothing}
      >
        ${
          mayLead
            ? html`<input
                class="ds-input"
                type="checkbox"
                id=${`point-${index}`}
                aria-label=${words.tick(title)}
                .checked=${ticked}
                @change=${(event: Event) => this.#tick(event, point, !ticked)}
              />`
            : html`<span class="agenda-tick" aria-hidden="true">${ticked ? icon('check') : nothing}</span>`
        }
        <span class="agenda-text">
          <span class="agenda-name"
            >${title}${ticked ? html`<span class="ds-sr-only"> ${words.done}</span>` : nothing}</span
          >
          <span class="agenda-details">${details.join(' · ')}</span>
        </span>
        ${
          mayLead && point.id !== course.point
            ? html`<button
                type="button"
                class="room-button"
                aria-label=${words.goTo(title)}
                @click=${() => command(this, { do: 'goTo', pointId: point.id })}
              >
                ${words.go}
              </button>`
            : nothing
        }
      </li>
    `;
  }

  #owner({ ownerId }: AgendaPoint): string | null {
    if (ownerId === null) return null;
    return (
      this.meeting.participants.find(({ personId }) => personId === ownerId)?.name ?? texts().hosting.agenda.ownerAway
    );
  }

  /** The tick shows what the meeting says, so it stays as it was until that has changed. */
  #tick(event: Event, point: AgendaPoint, ticked: boolean): void {
    if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.checked = !ticked;
    const tick = (closing: Closing | null): void => command(this, { do: 'tick', pointId: point.id, ticked, closing });
    if (!ticked || !needsClosing(this.meeting.kind, point.id)) return tick(null);
    this.querySelector('samrad-closing-dialog')?.ask(tick);
  }
}

customElements.define('samrad-agenda-bar', AgendaBar);
