/**
 * `<samrad-people-dialog>`: who is in the meeting, with role, place and how they were identified; for those who lead, what can be
 * done about each and about the door. `show()` opens it. Fires `samrad-command`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Helper } from '../../../shared/meetings/helpers.ts';
import type { MeetingSnapshot, Participant } from '../../../shared/protocol/types.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { besideDetails } from '../beside/besideDetails.ts';
import { besideLine } from '../beside/besideWords.ts';
import { command, type MeetingCommand } from '../command.ts';
import { isUnconfirmed } from '../people.ts';

export class PeopleDialog extends LightElement {
  static override properties = {
    meeting: { attribute: false },
    pinned: { attribute: false },
    noted: { attribute: false },
    open: { state: true },
    removing: { state: true },
  };
  declare meeting: MeetingSnapshot;
  /** Who stands large on this device. */
  declare pinned: readonly string[];
  /** Whom the convener has noted beside me. */
  declare noted: readonly Helper[];
  declare private open: boolean;
  /** Who is about to be removed: asked once more. */
  declare private removing: string | null;

  constructor() {
    super();
    this.open = false;
    this.noted = [];
    this.removing = null;
  }

  show(): void {
    this.open = true;
    this.removing = null;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const words = texts().hosting.people;
    const { participants, mayLead } = this.meeting;
    return html`
      <dialog
        class="ds-dialog meeting-dialog"
        data-color-scheme="light"
        aria-labelledby="people-heading"
        @close=${() => (this.open = false)}
      >
        <div class="stack">
          <h2 class="ds-heading" data-size="sm" id="people-heading">${words.heading}</h2>
          ${this.open && mayLead ? this.#door() : nothing}
          ${
            this.open
              ? html`<ul class="plain-list people-list" aria-label=${words.heading}>
                  ${participants.map((participant) => this.#person(participant))}
                </ul>`
              : nothing
          }
          <div class="row" data-phone="fill">
            <button type="button" class="ds-button" data-variant="secondary" @click=${this.#close}>
              ${words.close}
            </button>
          </div>
        </div>
      </dialog>
    `;
  }

  #door(): TemplateResult {
    const words = texts().hosting.people;
    const { phase, locked } = this.meeting.course;
    const alone = phase === 'professionals';
    return html`
      <fieldset class="ds-fieldset people-door">
        <legend class="ds-label">${words.door}</legend>
        ${this.#choice('phase', words.professionals, alone, {
          do: 'setPhase',
          phase: alone ? 'everyone' : 'professionals',
        })}
        ${this.#choice('lock', words.lock, locked, { do: 'lock', on: !locked })}
      </fieldset>
    `;
  }

  #choice(id: string, label: string, on: boolean, asked: MeetingCommand): TemplateResult {
    const choose = (event: Event): void => {
      // What is shown is what the meeting says: it follows when the meeting does.
      if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.checked = on;
      command(this, asked);
    };
    return html`<div class="ds-field">
      <input class="ds-input" type="checkbox" role="switch" id=${`people-${id}`} .checked=${on} @change=${choose} />
      <label class="ds-label" for=${`people-${id}`}>${label}</label>
    </div>`;
  }

  #person(participant: Participant): TemplateResult {
    const { id, name, role, organisation, identification, confirmedBy } = participant;
    const { me, mayLead } = this.meeting;
    const { tile } = texts().meeting;
    const pinWords = texts().hosting.tile;
    const pinned = this.pinned.includes(id);
    const known = isUnconfirmed(participant)
      ? tile.unconfirmed
      : confirmedBy === null
        ? texts().app.shell.identification[identification]
        : tile.confirmedBy(confirmedBy);
    const place = [texts().shared.roles[role], organisation].filter((part) => part !== '').join(' · ');
    return html`
      <li class="people-person" data-person=${id}>
        <span class="person-text">
          <span class="person-name">${name}${id === me ? html` (${tile.me})` : nothing}</span>
          <span class="person-role">${place}</span>
          <span class="person-role">${known}</span>
          ${participant.beside.length === 0 ? nothing : html`<span class="person-role">${besideLine(participant.beside)}</span>`}
        </span>
        <span class="row">
          ${this.#button(pinned ? pinWords.unpin : pinWords.pin, name, () => command(this, { do: 'pin', participantId: id }))}
          ${mayLead && id !== me ? this.#actions(participant) : nothing}
        </span>
        ${id === me ? besideDetails({ noted: this.noted, now: participant.beside }) : nothing}
      </li>
    `;
  }

  #actions({ id, name, role, captions }: Participant): TemplateResult {
    const words = texts().hosting.people;
    const captionWords = texts().hosting.captions;
    if (this.removing === id)
      return html`
        <span>${words.removeAsk}</span>
        ${this.#button(words.removeYes, name, () => this.#remove(id), 'danger')}
        ${this.#button(words.removeNo, name, () => (this.removing = null))}
      `;
    return html`
      ${
        role === 'interpreter'
          ? nothing
          : this.#button(captions ? captionWords.stop : captionWords.allow, name, () =>
              command(this, { do: 'captioner', participantId: id, on: !captions }),
            )
      }
      ${this.#button(words.putBack, name, () => command(this, { do: 'putBack', participantId: id }))}
      ${this.#button(words.remove, name, () => (this.removing = id), 'danger')}
    `;
  }

  #button(label: string, name: string, press: () => void, colour: 'danger' | 'neutral' = 'neutral'): TemplateResult {
    return html`<button
      type="button"
      class="ds-button"
      data-size="sm"
      data-variant="secondary"
      data-color=${colour}
      aria-label="${label} ${name}"
      @click=${press}
    >
      ${label}
    </button>`;
  }

  #remove(participantId: string): void {
    this.removing = null;
    command(this, { do: 'remove', participantId });
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }
}

customElements.define('samrad-people-dialog', PeopleDialog);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-people-dialog': PeopleDialog;
  }
}
