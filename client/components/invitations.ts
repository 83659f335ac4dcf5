/** `invitationList`: a link for each invited person, to copy, with what to think of when sharing them. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import { signsIn } from '../../shared/domain/roles.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import './copyButton.ts';
import { byRole, person } from './person.ts';

export type Invitation = RouteOutput<'createLinks'>['invitations'][number];

interface ListParts {
  readonly invitations: readonly Invitation[];
  /** Whether the links carry the key of a meeting that is encrypted from end to end. */
  readonly withKey: boolean;
  /** Takes back a person's link. */
  readonly revoke: (invitation: Invitation) => void;
}

export function invitationList({ invitations, withKey, revoke }: ListParts): TemplateResult {
  const words = texts().app.links;
  const inOrder = invitations.toSorted((one, other) => byRole(one.member, other.member));
  return html`
    <div class="notice" data-tone="warm">
      <p>${words.rule}</p>
    </div>
    <ul class="plain-list invitations" aria-label=${words.list}>
      ${inOrder.map((invitation) => invitationItem(invitation, withKey ? words.signsInWithKey : words.signsIn, revoke))}
    </ul>
    <p class="muted">${words.shownOnce}</p>
  `;
}

/** `noteToColleague` is for those who sign in. */
function invitationItem(invitation: Invitation, noteToColleague: string, revoke: ListParts['revoke']): TemplateResult {
  const { member, url } = invitation;
  const words = texts().app.links;
  const forColleague = signsIn(member.role);
  const selectAll = (event: Event) => {
    if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select();
  };
  return html`
    <li class="invitation">
      ${person(member)} ${forColleague ? html`<p class="invitation-note">${noteToColleague}</p>` : nothing}
      <div class="invitation-link">
        <input class="ds-input" readonly aria-label=${words.linkTo(member.name)} .value=${url} @focus=${selectAll} />
        <samrad-copy-button .text=${url} .name=${words.linkTo(member.name)}></samrad-copy-button>
        ${
          forColleague
            ? nothing
            : html`<button
                type="button"
                class="ds-button"
                data-variant="tertiary"
                data-size="sm"
                aria-label=${words.revokeFor(member.name)}
                @click=${() => revoke(invitation)}
              >
                ${words.revoke}
              </button>`
        }
      </div>
    </li>
  `;
}
