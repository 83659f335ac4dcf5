/** The access table of the first four sections, cell by cell as the domain description has it. */
import { expect, test } from 'vitest';
import { sectionIds, type SectionId } from '../../shared/careplan/sections.ts';
import { mayLead, sectionAccess, type Member } from '../../shared/domain/policy.ts';
import { roles, type Role } from '../../shared/domain/roles.ts';

/** Role by role: what-matters, contacts, tasks, working-notes, without consent and with consent to all. */
const table: Readonly<Record<Role, readonly [string, string]>> = {
  gp: ['WWWW', 'WWWW'],
  oncologist: ['WWWW', 'WWWW'],
  palliative: ['WWWW', 'WWWW'],
  'cancer-nurse': ['WWWW', 'WWWW'],
  coordinator: ['WWWW', 'WWWW'],
  'home-care': ['WWWW', 'WWWW'],
  allied: ['RRWW', 'RRWW'],
  volunteer: ['----', 'RR--'],
  interpreter: ['----', '----'],
  patient: ['WRR-', 'WRR-'],
  relative: ['-R--', 'RRR-'],
};

const letters = { write: 'W', read: 'R', none: '-' } as const;

function line(role: Role, opened: ReadonlySet<SectionId>): string {
  return sectionIds.map((id) => letters[sectionAccess(role, id, opened)]).join('');
}

test.each(roles)('P3: the access of %s is as the table says, without consent and with', (role) => {
  const [without, withConsent] = table[role];
  expect(line(role, new Set())).toBe(without);
  expect(line(role, new Set(sectionIds))).toBe(withConsent);
});

test('only core professionals make meetings; convener and coordinator lead them', () => {
  const member = (role: Role, personId = 'me'): Member => ({ planId: 'p', personId, name: '', role, organisation: '' });
  const makers = roles.filter((role) => mayLead(member(role), 'create'));
  expect(makers).toEqual(['gp', 'oncologist', 'palliative', 'cancer-nurse', 'coordinator', 'home-care']);
  expect(mayLead(member('gp'), 'end', 'me')).toBe(true);
  expect(mayLead(member('gp'), 'end', 'somebody-else')).toBe(false);
  expect(mayLead(member('coordinator'), 'admit', 'somebody-else')).toBe(true);
  expect(mayLead(member('relative'), 'admit', 'somebody-else')).toBe(false);
});
