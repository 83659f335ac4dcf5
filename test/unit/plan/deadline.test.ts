import { expect, test } from 'vitest';
import { deadlineState, localDate } from '../../../client/plan/tasks/deadline.ts';

const today = '2026-03-30';

test('a task is late from the day after its deadline, and due on the day itself', () => {
  expect(deadlineState({ status: 'open', deadline: '2026-03-31' }, today)).toEqual({ kind: 'ahead' });
  expect(deadlineState({ status: 'open', deadline: today }, today)).toEqual({ kind: 'today' });
  expect(deadlineState({ status: 'doing', deadline: '2026-03-29' }, today)).toEqual({ kind: 'late', days: 1 });
});

test('the change to summer time makes no day shorter', () => {
  // The clocks went forward on 29 March.
  expect(deadlineState({ status: 'open', deadline: '2026-03-28' }, today)).toEqual({ kind: 'late', days: 2 });
});

test('what is done, dropped or without a deadline is never late', () => {
  expect(deadlineState({ status: 'done', deadline: '2020-01-01' }, today)).toEqual({ kind: 'none' });
  expect(deadlineState({ status: 'dropped', deadline: '2020-01-01' }, today)).toEqual({ kind: 'none' });
  expect(deadlineState({ status: 'open', deadline: '' }, today)).toEqual({ kind: 'none' });
});

test('today is the date on the device, not that of Greenwich', () => {
  expect(localDate(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
  expect(localDate(new Date(2026, 10, 23, 23, 59))).toBe('2026-11-23');
});
