/** The clocks of a transition, over midnight in Norway and summer time; and where a task comes from. */
import { expect, test } from 'vitest';
import { checkPoints, clocksOf, type Transition } from '../../../shared/careplan/transition.ts';
import { readSource, writeSource, type TaskSource } from '../../../shared/careplan/taskSource.ts';

const deed = { name: 'Kari', role: 'coordinator', at: '2026-03-28T10:00:00.000Z' } as const;

function discharge(change: Partial<Transition> = {}): Transition {
  return {
    id: 'AAAAAAAAAAAAAAAAAAAAAA',
    kind: 'discharged',
    at: '2026-03-28T10:00:00.000Z',
    place: '',
    seriouslyIll: true,
    recorded: deed,
    points: checkPoints.map((id) => ({ id, ticked: null, task: false })),
    call: null,
    ...change,
  };
}

const states = (transition: Transition, now: string): string[] =>
  clocksOf(transition, new Date(now)).map(({ id, state }) => `${id} ${state}`);

test('R8: the letter and the call are due on the day of discharge, and late when that day is over in Norway', () => {
  // The night to 29 March 2026 has an hour less; midnight in Norway is 23:00 UTC before it.
  expect(states(discharge(), '2026-03-28T22:59:00Z')).toEqual(['letter running', 'call running']);
  expect(states(discharge(), '2026-03-28T23:00:30Z')).toEqual(['letter late', 'call late']);
  const homeAtNight = discharge({ at: '2026-03-28T23:30:00.000Z' });
  expect(clocksOf(homeAtNight, new Date(homeAtNight.at)).map(({ due }) => due)).toEqual(['2026-03-29', '2026-03-29']);
});

test('R8: a ticked letter and a recorded call stop their clocks', () => {
  const points = checkPoints.map((id) => ({ id, ticked: id === 'letter' ? deed : null, task: false }));
  const call = { who: 'Jonas', at: '2026-03-28T12:00:00.000Z', recorded: deed };
  expect(states(discharge({ points, call }), '2026-04-01T00:00:00Z')).toEqual(['letter done', 'call done']);
});

test('R8: no clock runs for an admission, nor for one who is not seriously ill', () => {
  expect(states(discharge({ kind: 'admitted' }), '2026-04-01T00:00:00Z')).toEqual([]);
  expect(states(discharge({ seriouslyIll: false }), '2026-04-01T00:00:00Z')).toEqual([]);
});

test.each<TaskSource>([
  { kind: 'section', sectionId: 'medicines', rowId: null },
  { kind: 'section', sectionId: 'zones', rowId: 'row-1' },
  { kind: 'meeting', meetingId: 'AAAAAAAAAAAAAAAAAAAAAA' },
  { kind: 'transition', transitionId: 'AAAAAAAAAAAAAAAAAAAAAA', point: 'letter' },
])('T5: what is written of where a task comes from is read back: %o', (source) => {
  expect(readSource(writeSource(source))).toEqual(source);
});

test.each(['', 'nowhere', 'meeting/guess', 'transition/AAAAAAAAAAAAAAAAAAAAAA', 'zones/', 'zones/a/b'])(
  'T5: what names no place is no source: «%s»',
  (stored) => {
    expect(readSource(stored)).toBe(null);
  },
);
