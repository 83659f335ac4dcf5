/** The access table, cell by cell as the domain description has it. */
import { expect, test } from 'vitest';
import { sectionIds, type SectionId } from '../../shared/careplan/sections.ts';
import { mayLead, sectionAccess, type Member } from '../../shared/domain/policy.ts';
import { roles, type Role } from '../../shared/domain/roles.ts';

/**
 * Section by section in the order of the plan: the core professionals, allied, patient, relative, volunteer. `C` is read, and
 * only while the patient has opened it.
 */
const table: Readonly<Record<SectionId, string>> = {
  'what-matters': 'WRWCC',
  relatives: 'WRWC-',
  children: 'WRWC-',
  disease: 'WRRC-',
  phase: 'WRRC-',
  symptoms: 'WRWC-',
  zones: 'WRRC-',
  medicines: 'W-RC-',
  'standby-medicines': 'W-RC-',
  decisions: 'R-RC-',
  wishes: 'W-WC-',
  faith: 'CCWC-',
  'daily-life': 'WWWCC',
  contacts: 'WRRRC',
  team: 'WRRRC',
  tasks: 'WWRC-',
  resources: 'WWRCR',
  review: 'WRRC-',
  bereavement: 'WR-C-',
  'working-notes': 'WW---',
};

const columns: Readonly<Record<Exclude<Role, 'interpreter'>, number>> = {
  gp: 0,
  oncologist: 0,
  palliative: 0,
  'cancer-nurse': 0,
  coordinator: 0,
  'home-care': 0,
  allied: 1,
  patient: 2,
  relative: 3,
  volunteer: 4,
};

/** What the table says; three of the doctors decide on treatment, and an interpreter has no access to plans. */
function granted(role: Role, sectionId: SectionId): string {
  if (role === 'interpreter') return '-';
  if (sectionId === 'decisions' && ['gp', 'oncologist', 'palliative'].includes(role)) return 'W';
  return table[sectionId].charAt(columns[role]);
}

const letters = { write: 'W', read: 'R', none: '-' } as const;

test.each(roles)('P3: the access of %s is as the table says, without consent and with', (role) => {
  for (const id of sectionIds) {
    const cell = granted(role, id);
    expect([id, letters[sectionAccess(role, id, new Set())]]).toEqual([id, cell === 'C' ? '-' : cell]);
    expect([id, letters[sectionAccess(role, id, new Set(sectionIds))]]).toEqual([id, cell === 'C' ? 'R' : cell]);
  }
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
