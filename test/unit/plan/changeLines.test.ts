import { expect, test } from 'vitest';
import { changeLines } from '../../../client/plan/history/changes.ts';
import { sections } from '../../../shared/careplan/sections.ts';
import type { Stamp } from '../../../shared/protocol/routes/history.ts';

const nurse = 'AAAAAAAAAAAAAAAAAAAAAA';
const gp = 'BBBBBBBBBBBBBBBBBBBBBB';

function stamp(minute: number, change: Partial<Stamp>): Stamp {
  const at = `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;
  return { part: 'rows', row: 'r1', field: '', kind: 'changed', by: nurse, role: 'home-care', at, ...change };
}

test('J1: who adds a row and fills it in has done one thing; what another does to it is told apart', () => {
  const stamps = [
    stamp(1, { kind: 'added' }),
    stamp(2, { field: 'who' }),
    stamp(3, { field: 'phone' }),
    stamp(4, { field: 'phone', by: gp }),
    stamp(5, { field: 'about', by: gp }),
  ];
  const lines = changeLines(sections.contacts, stamps, () => true);
  expect(lines.map((line) => ({ ...line, at: line.at.slice(14, 16) }))).toEqual([
    { kind: 'added', by: nurse, row: 'r1', at: '03' },
    { kind: 'fields', by: gp, row: 'r1', fields: ['phone', 'about'], at: '05' },
  ]);
});

test('J1: of a row that came and went nothing is told; rows that went are counted for each who took them away', () => {
  const stamps = [
    stamp(1, { row: 'short', kind: 'added' }),
    stamp(2, { row: 'short', field: 'who' }),
    stamp(3, { row: 'short', kind: 'removed', by: gp }),
    stamp(4, { row: 'old', field: 'who' }),
    stamp(5, { row: 'old', kind: 'removed', by: gp }),
    stamp(6, { row: 'older', kind: 'removed', by: gp }),
  ];
  expect(changeLines(sections.contacts, stamps, () => false)).toMatchObject([{ kind: 'removed', by: gp, count: 2 }]);
});

test('J1: running text and records are told by their fields, and what the machine sets by nobody', () => {
  const stamps = [
    stamp(1, { part: 'about', row: '' }),
    stamp(2, { part: 'record', row: '', field: 'phase' }),
    stamp(3, { part: 'record', row: '', field: 'intent' }),
  ];
  expect(changeLines(sections.phase, stamps, () => true)).toMatchObject([
    { kind: 'wrote', field: 'about' },
    { kind: 'fields', row: '', fields: ['phase', 'intent'] },
  ]);
  expect(changeLines(sections.tasks, [stamp(1, { field: 'source' })], () => true)).toEqual([]);
});
