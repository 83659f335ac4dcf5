/** My tasks in their groups. */
import { expect, test } from 'vitest';
import { grouped } from '../../../client/pages/taskGroups.ts';
import { taskSchema } from '../../../shared/careplan/task.ts';

// A Wednesday.
const today = '2026-11-25';

function item(what: string, deadline: string, status = 'open') {
  const blank = { owner: '', time: '', urgent: false, 'rang-who': '', 'rang-on': '', 'sent-on': '', source: '' };
  return { task: taskSchema.parse({ ...blank, id: what, what, deadline, status }) };
}

test('T3: tasks stand by when they are due: late, until Sunday, later; what is done stands apart', () => {
  const items = [
    item('in a month', '2026-12-24'),
    item('no deadline', ''),
    item('sunday', '2026-11-29'),
    item('monday', '2026-11-30'),
    item('today', today),
    item('yesterday', '2026-11-24'),
    item('long ago', '2026-01-02'),
    item('done late', '2026-01-02', 'done'),
    item('dropped', '2026-11-24', 'dropped'),
  ];
  const groups = grouped(items, today);
  const names = Object.fromEntries(
    Object.entries(groups).map(([group, of]) => [group, of.map(({ task }) => task.what)]),
  );
  expect(names).toEqual({
    late: ['long ago', 'yesterday'],
    week: ['today', 'sunday'],
    later: ['monday', 'in a month', 'no deadline'],
    settled: ['dropped', 'done late'],
  });
});
