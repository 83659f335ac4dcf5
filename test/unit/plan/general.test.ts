/** What the general sections work out by themselves: the order of their rows, the picture of treatments, and what they ask for. */
import { expect, test } from 'vitest';
import { en } from '../../../client/i18n/en/index.ts';
import { nb } from '../../../client/i18n/nb/index.ts';
import { nn } from '../../../client/i18n/nn/index.ts';
import { asBefore, inOrder, isPast } from '../../../client/plan/general/order.ts';
import { treatmentSpans } from '../../../client/plan/general/treatmentSpans.ts';
import { proseParts, sectionGroups, sectionIds, sections } from '../../../shared/careplan/sections.ts';

const row = (id: string, values: Record<string, string>) => ({ id, values });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test('the next of kin comes first, then those of the nearest relation, then as they were added', () => {
  const rows = [
    row('neighbour', { relation: 'neighbour' }),
    row('unsaid', { relation: '' }),
    row('friend', { relation: 'friend', authority: 'next-of-kin' }),
    row('daughter', { relation: 'child' }),
    row('wife', { relation: 'spouse' }),
  ];
  expect(ids(inOrder('relatives/rows', rows))).toEqual(['friend', 'wife', 'daughter', 'neighbour', 'unsaid']);
});

test('treatments stand as they went; what has no date comes last', () => {
  const rows = [
    row('later', { from: '2023-01-01' }),
    row('undated', { from: '' }),
    row('first', { from: '2021-12-06' }),
  ];
  expect(ids(inOrder('disease/treatments', rows))).toEqual(['first', 'later', 'undated']);
  expect(ids(inOrder('resources/rows', rows))).toEqual(['later', 'undated', 'first']);
});

test('an order that stands still takes what is new at its end', () => {
  const rows = [row('new', {}), row('one', {}), row('two', {})];
  expect(ids(asBefore(rows, ['two', 'one']))).toEqual(['two', 'one', 'new']);
});

test('only who has left the team is past', () => {
  const left = row('left', { to: '2026-11-22' });
  expect(isPast('team/rows', left, '2026-11-23')).toBe(true);
  expect(isPast('team/rows', left, '2026-11-22')).toBe(false);
  expect(isPast('disease/treatments', left, '2026-11-23')).toBe(false);
});

test('a treatment that goes on is drawn until today, one of a day can be seen, and nothing stands outside the picture', () => {
  const line = treatmentSpans(
    [
      row('ongoing', { what: 'A', state: 'ongoing', from: '2022-01-01' }),
      row('day', { what: 'B', state: 'ended', from: '2021-12-06', to: '2021-12-06' }),
      row('planned', { what: 'C', state: 'planned', from: '2026-12-02' }),
    ],
    '2026-11-23',
  );
  expect(line?.spans.map(({ id }) => id)).toEqual(['day', 'ongoing', 'planned']);
  for (const { start, length } of line?.spans ?? []) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(length).toBeGreaterThan(0.01);
    expect(start + length).toBeLessThanOrEqual(1.0001);
  }
  const [, ongoing, planned] = line?.spans ?? [];
  expect((ongoing?.start ?? 0) + (ongoing?.length ?? 0)).toBeLessThan((planned?.start ?? 0) + 0.015);
  expect(line?.years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
});

test('one dated treatment makes no picture', () => {
  expect(treatmentSpans([row('a', { from: '2021-01-01' }), row('b', { from: '' })], '2026-11-23')).toBeNull();
});

test('every field of running text asks for something, of the team and of patient and relatives, in three languages', () => {
  for (const { prompts } of [nb, nn, en])
    for (const id of sectionIds)
      for (const { id: field } of proseParts(sections[id])) {
        expect(prompts[id]?.[field]?.team, `${id}.${field}`).toBeTruthy();
        expect(prompts[id]?.[field]?.you, `${id}.${field}`).toBeTruthy();
      }
});

test('every group of sections is one run of the plan', () => {
  const runs = sectionIds.map((id) => sections[id].group).filter((group, index, all) => group !== all[index - 1]);
  expect(runs).toEqual(sectionGroups);
});
