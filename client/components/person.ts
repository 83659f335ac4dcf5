/** `person({ name, role, organisation })`: one member of the team, with initials in a badge that screen readers skip; and the order of a team. */
import { html, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import { roles, type Role } from '../../shared/domain/roles.ts';

interface PersonProps {
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
}

export function person({ name, role, organisation }: PersonProps): TemplateResult {
  return html`
    <div class="person">
      <span class="person-badge" aria-hidden="true">${initials(name)}</span>
      <span class="person-text">
        <span class="person-name">${name}</span>
        <span class="person-role">${roleAndPlace({ role, organisation })}</span>
      </span>
    </div>
  `;
}

/** Sorts a team as a plan speaks of it: the GP first, the relatives last. For `toSorted`. */
export function byRole(one: { readonly role: Role }, other: { readonly role: Role }): number {
  return roles.indexOf(one.role) - roles.indexOf(other.role);
}

/** «Fastlege, Østensjø legesenter»; the role alone where the person belongs to no organisation. */
export function roleAndPlace({ role, organisation }: { role: Role; organisation: string }): string {
  return [texts().shared.roles[role], organisation].filter((part) => part !== '').join(', ');
}

/** Up to two letters of a name, for a badge. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  return [parts.at(0), parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '').join('');
}
