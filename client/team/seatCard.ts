/** One member of the team on a card: who, why, since when, and what can be done. */
import { html, nothing, type TemplateResult } from 'lit';
import { emergencyPurpose } from '../../shared/domain/membership.ts';
import type { Seat, TeamInvitation } from '../../shared/protocol/routes/team.ts';
import { shortDateWithYear } from '../app/dates.ts';
import { person } from '../components/person.ts';
import { texts } from '../i18n/texts.ts';

export interface SeatActs {
  /** Null where it may not be ended by the one who looks. */
  readonly end: (() => void) | null;
  readonly number: (() => void) | null;
  readonly isMe: boolean;
}

export function seatCard(seat: Seat, { end, number, isMe }: SeatActs): TemplateResult {
  const words = texts().team;
  const { member, purpose, isKnown } = seat;
  return html`
    <li class="surface team-card">
      ${person(member)}
      <p class="muted">${periodOf(seat)}</p>
      ${member.role === 'patient' ? nothing : html`<p class="muted">${purposeText(purpose)}</p>`}
      ${isKnown === null ? nothing : html`<p class="muted">${isKnown ? words.known : words.notKnown}</p>`}
      ${
        end || number
          ? html`<div class="row team-card-buttons" data-phone="fill">
              ${number ? button(words.numberShort, words.number(member.name), number) : nothing}
              ${end ? button(isMe ? words.leave : words.endShort, isMe ? words.leave : words.end(member.name), end) : nothing}
            </div>`
          : nothing
      }
    </li>
  `;
}

export function invitationCard(invitation: TeamInvitation, withdraw: () => void): TemplateResult {
  const words = texts().team;
  const { person: invited, role, organisation, invitedBy, invitedAt } = invitation;
  return html`
    <li class="surface team-card">
      ${person({ ...invited, role, organisation })}
      <p class="muted">${words.invitedBy(invitedBy, shortDateWithYear(invitedAt))}</p>
      <div class="row team-card-buttons" data-phone="fill">
        ${button(words.withdrawShort, words.withdraw(invited.name), withdraw)}
      </div>
    </li>
  `;
}

function purposeText(purpose: string): string {
  const words = texts().team;
  if (purpose === emergencyPurpose) return texts().emergencyAccess.open;
  return purpose === 'COC' ? words.purpose.COC : words.purpose.TREAT;
}

function button(shown: string, name: string, press: () => void): TemplateResult {
  return html`<button
    type="button"
    class="ds-button"
    data-size="sm"
    data-variant="secondary"
    aria-label=${name}
    @click=${press}
  >
    ${shown}
  </button>`;
}

function periodOf({ from, until, state }: Seat): string {
  const words = texts().team;
  const last = until === null ? null : shortDateWithYear(new Date(Date.parse(until) - 1).toISOString());
  if (state === 'ended' && last !== null) return words.ended(last);
  const begun = state === 'coming' ? words.from(shortDateWithYear(from)) : words.since(shortDateWithYear(from));
  return last === null ? begun : `${begun}, ${words.until(last)}`;
}
