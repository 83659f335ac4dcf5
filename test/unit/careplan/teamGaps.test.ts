import { expect, test } from 'vitest';
import { teamGaps } from '../../../shared/careplan/teamGaps.ts';

const member = (role: string, to = '') => ({ id: role, values: { role, to } });
const whole = ['gp', 'contact-doctor', 'cancer-nurse', 'coordinator', 'home-care'].map((role) => member(role));
const today = '2026-11-23';

test('a team without anybody lacks every role but the palliative one', () => {
  expect(teamGaps({ rows: [], phase: '', today })).toEqual([
    'gp',
    'contact-doctor',
    'cancer-nurse',
    'coordinator',
    'home-care',
  ]);
});

test('a palliative team is missed in the palliative phase and at the end of life, and in no other', () => {
  expect(teamGaps({ rows: whole, phase: 'palliative', today })).toEqual(['palliative']);
  expect(teamGaps({ rows: whole, phase: 'end-of-life', today })).toEqual(['palliative']);
  expect(teamGaps({ rows: whole, phase: 'treatment', today })).toEqual([]);
});

test('a primary contact stands for home care; a contact doctor is one who is named so', () => {
  const rows = [
    member('gp'),
    member('oncologist'),
    member('cancer-nurse'),
    member('coordinator'),
    member('primary-contact'),
  ];
  expect(teamGaps({ rows, phase: '', today })).toEqual(['contact-doctor']);
});

test('who has left the team fills no role from the day after', () => {
  const without = whole.slice(1);
  expect(teamGaps({ rows: [member('gp', today), ...without], phase: '', today })).toEqual([]);
  expect(teamGaps({ rows: [member('gp', '2026-11-22'), ...without], phase: '', today })).toEqual(['gp']);
});
