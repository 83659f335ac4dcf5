import { expect, test } from 'vitest';
import {
  answerOf,
  askedSymptoms,
  begunAnswers,
  courses,
  savedAnswers,
  unanswered,
  type SymptomAnswer,
} from '../../../client/plan/symptoms/answers.ts';
import { plot, plotPieces, spanOf, yOf } from '../../../client/plan/symptoms/linePlot.ts';

function answer(id: string, values: Record<string, string | number>): SymptomAnswer {
  return answerOf({ id, values: { on: '2026-11-01', at: '10:00', 'answered-by': 'patient', ...values } });
}

test('what is no score counts as not answered', () => {
  expect(answer('a', { pain: 3, nausea: 'unable', anxiety: '' }).scores).toMatchObject({
    pain: 3,
    nausea: 'unable',
    anxiety: null,
    tiredness: null,
  });
});

test('F3: a form is begun until it has a date; saved ones come with the newest first', () => {
  const early = answer('early', { at: '08:00' });
  const late = answer('late', { at: '20:00' });
  const older = answer('older', { on: '2026-10-01' });
  const begun = answer('begun', { on: '' });
  const all = [older, early, begun, late];
  expect(savedAnswers(all).map(({ id }) => id)).toEqual(['late', 'early', 'older']);
  expect(begunAnswers(all).map(({ id }) => id)).toEqual(['begun']);
});

test('nine symptoms are asked for; "can’t judge" is an answer, and one’s own symptom is never missed', () => {
  expect(askedSymptoms).toHaveLength(9);
  expect(unanswered(answer('a', { pain: 0, tiredness: 'unable' }))).toEqual(askedSymptoms.slice(2));
});

test('F3: each symptom has a course of its own, and one’s own are told apart by name; there is no total', () => {
  const saved = savedAnswers([
    answer('1', { on: '2026-10-01', pain: 2, other: 5, 'other-name': 'Kløe' }),
    answer('2', { on: '2026-10-11', pain: 'unable', other: 1, 'other-name': 'Svimmel' }),
    answer('3', { on: '2026-10-21', pain: 4, other: 6, 'other-name': 'kløe' }),
  ]);
  expect(courses(saved).map(({ symptom, name, points }) => [symptom, name, points.map(({ score }) => score)])).toEqual([
    ['pain', '', [2, 'unable', 4]],
    ['other', 'kløe', [5, 6]],
    ['other', 'Svimmel', [1]],
  ]);
});

test('a line runs from the first answer to the last by time, and breaks where nobody could judge', () => {
  const saved = savedAnswers([
    answer('1', { on: '2026-10-01', pain: 0 }),
    answer('2', { on: '2026-10-02', pain: 10 }),
    answer('3', { on: '2026-10-06', pain: 'unable' }),
    answer('4', { on: '2026-10-11', pain: 5 }),
  ]);
  const [pain] = courses(saved);
  const [first, second, ...more] = plotPieces(pain!, spanOf(saved));
  expect(more).toEqual([]);
  const inner = plot.width - plot.left - plot.right;
  expect(first).toEqual([
    { x: plot.left, y: yOf(0), score: 0 },
    { x: plot.left + inner / 10, y: yOf(10), score: 10 },
  ]);
  expect(second).toEqual([{ x: plot.width - plot.right, y: yOf(5), score: 5 }]);
  expect(yOf(10)).toBe(plot.top);
  expect(yOf(0)).toBe(plot.height - plot.bottom);
});

test('one answer alone stands at the end of the time', () => {
  const saved = [answer('1', { pain: 3 })];
  expect(plotPieces(courses(saved)[0]!, spanOf(saved))).toEqual([
    [{ x: plot.width - plot.right, y: yOf(3), score: 3 }],
  ]);
});
