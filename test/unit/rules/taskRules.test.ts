/** The rules about single tasks, at their edges: holidays, ends of days, summer time, the turn of the year. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../shared/domain/calendar/dates.ts';
import { isWorkingDay } from '../../../shared/domain/calendar/holidays.ts';
import { endOfDay } from '../../../shared/domain/calendar/oslo.ts';
import type { TaskFact } from '../../../shared/domain/rules/facts.ts';
import { defaultOwner } from '../../../shared/domain/rules/taskRules.ts';
import { dueAt, found, kinds, settings, task } from './plan.ts';

const calendarDays = { ...settings, answerDayKind: 'calendar' } as const;

function sent(on: string, change: Partial<TaskFact> = {}): Partial<{ tasks: TaskFact[] }> {
  return { tasks: [task({ kind: 'message', message: 'sent', sentOn: on, ...change })] };
}

describe('R1: another organisation is told by message', () => {
  test('R1: a task for another organisation, and one that is a message, miss one; a task of one’s own does not', () => {
    const day = '2026-11-23';
    expect(kinds(found({ tasks: [task({ elsewhere: true })] }, day))).toEqual(['R1.no-message missing']);
    expect(kinds(found({ tasks: [task({ kind: 'message' })] }, day))).toEqual(['R1.no-message missing']);
    expect(found({ tasks: [task({})] }, day)).toEqual([]);
  });

  test('R1: a draft waits to be sent, a rejected message is red, one taken in part is looked at, an answered one is done with', () => {
    const level = (message: TaskFact['message']) =>
      kinds(found({ tasks: [task({ elsewhere: true, message })] }, '2026-11-23'));
    expect(level('draft')).toEqual(['R1.draft missing']);
    expect(level('rejected')).toEqual(['R1.rejected late']);
    expect(level('partly')).toEqual(['R1.partly warning']);
    expect(level('received')).toEqual([]);
    expect(level('answered')).toEqual([]);
  });

  test.each(['done', 'dropped'] as const)('R1: a task that is %s is left in peace by every rule', (status) => {
    const everything = task({
      status,
      kind: 'message',
      elsewhere: true,
      urgent: true,
      message: 'rejected',
      deadline: '2020-01-01',
      sentOn: '2020-01-01',
    });
    expect(found({ tasks: [everything] }, '2026-11-23')).toEqual([]);
  });
});

describe('R2: an answer within three days', () => {
  test('R2: sent on a Monday: quiet on Tuesday, a reminder on Wednesday, red on Thursday, late from Friday', () => {
    const on = (day: string) => kinds(found(sent('2026-11-23'), day));
    expect(on('2026-11-23')).toEqual([]);
    expect(on('2026-11-24')).toEqual([]);
    expect(on('2026-11-25')).toEqual(['R2.reminder due']);
    expect(on('2026-11-26')).toEqual(['R2.last-day late']);
    expect(on('2026-11-27')).toEqual(['R2.late late']);
    expect(dueAt(found(sent('2026-11-23'), '2026-11-25'), 'R2.reminder')).toBe('2026-11-26T22:59:59.999Z');
  });

  test('R2: over Easter 2026 and 2027 working days wait, calendar days do not', () => {
    expect(kinds(found(sent('2026-04-01'), '2026-04-07'))).toEqual([]);
    expect(kinds(found(sent('2026-04-01'), '2026-04-08'))).toEqual(['R2.reminder due']);
    expect(kinds(found(sent('2026-04-01'), '2026-04-09'))).toEqual(['R2.last-day late']);
    expect(kinds(found(sent('2027-03-24'), '2027-03-31'))).toEqual(['R2.reminder due']);
    expect(kinds(found(sent('2027-03-24'), '2027-04-02'))).toEqual(['R2.late late']);
    expect(kinds(found(sent('2026-04-01'), '2026-04-04', '12:00', calendarDays))).toEqual(['R2.last-day late']);
    expect(kinds(found(sent('2026-04-01'), '2026-04-05', '12:00', calendarDays))).toEqual(['R2.late late']);
  });

  test('R2: 17 May on a Sunday moves nothing, on a Monday it moves the day by one', () => {
    expect(dueAt(found(sent('2026-05-15'), '2026-05-19'), 'R2.reminder')).toBe(endOfDay('2026-05-20').toISOString());
    expect(dueAt(found(sent('2021-05-14'), '2021-05-19'), 'R2.reminder')).toBe(endOfDay('2021-05-20').toISOString());
  });

  test('R2: the last minute of the last day is in time, in winter, in summer and on the night of the change', () => {
    for (const [sentOn, due] of [
      ['2026-11-23', '2026-11-26'],
      ['2026-07-06', '2026-07-09'],
      // Due on the Sundays when the clocks are moved, with all days counted.
      ['2026-03-26', '2026-03-29'],
      ['2026-10-22', '2026-10-25'],
    ] as const) {
      expect(kinds(found(sent(sentOn), due, '23:59', calendarDays))).toEqual(['R2.last-day late']);
      expect(kinds(found(sent(sentOn), addDays(due, 1), '00:00', calendarDays))).toEqual(['R2.late late']);
    }
    expect(dueAt(found(sent('2026-03-26'), '2026-03-29', '23:59', calendarDays), 'R2.last-day')).toBe(
      '2026-03-29T21:59:59.999Z',
    );
    expect(dueAt(found(sent('2026-10-22'), '2026-10-25', '23:59', calendarDays), 'R2.last-day')).toBe(
      '2026-10-25T22:59:59.999Z',
    );
  });

  test('R2: over leap day and the turn of the year', () => {
    expect(dueAt(found(sent('2028-02-28'), '2028-03-02'), 'R2.last-day')).toBe(endOfDay('2028-03-02').toISOString());
    expect(dueAt(found(sent('2026-12-30'), '2027-01-04'), 'R2.reminder')).toBe(endOfDay('2027-01-05').toISOString());
  });

  test('R2: the days are settings', () => {
    const slow = { ...settings, answerDays: 5, reminderDay: 4, redDay: 5 };
    expect(kinds(found(sent('2026-11-23'), '2026-11-26', '12:00', slow))).toEqual([]);
    expect(kinds(found(sent('2026-11-23'), '2026-11-27', '12:00', slow))).toEqual(['R2.reminder due']);
    expect(kinds(found(sent('2026-11-23'), '2026-11-30', '12:00', slow))).toEqual(['R2.last-day late']);
  });

  test('R2: what is answered or was never sent has no day for an answer', () => {
    expect(kinds(found(sent('2026-11-02', { message: 'answered' }), '2026-11-23'))).toEqual([]);
    expect(kinds(found(sent(''), '2026-11-23'))).toEqual([]);
  });

  const anyDay = fc
    .integer({ min: 0, max: daysBetween('1980-01-01', '2100-12-01') })
    .map((days) => addDays('1980-01-01', days));

  test('R2: the day for an answer is never a day off, and never earlier for what was sent later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 10 }), (day, answerDays) => {
        const by = { ...settings, answerDays, reminderDay: 0 };
        const [first, second] = [day, addDays(day, 1)].map((sentOn) => found(sent(sentOn), sentOn, '12:00', by)[0]);
        const due = first?.params.find(({ kind }) => kind === 'date')?.value;
        expect(isWorkingDay(String(due))).toBe(true);
        expect(first?.dueAt).toBe(endOfDay(String(due)).toISOString());
        expect(String(second?.dueAt) >= String(first?.dueAt)).toBe(true);
      }),
    );
  });

  test('R2: with time a message only gets more pressing', () => {
    const order = ['none', 'due', 'late'];
    fc.assert(
      fc.property(anyDay, fc.nat(12), (day, days) => {
        const level = (on: string) => order.indexOf(found(sent(day), on)[0]?.level ?? 'none');
        expect(level(addDays(day, days + 1))).toBeGreaterThanOrEqual(level(addDays(day, days)));
      }),
    );
  });
});

describe('R3–R6', () => {
  const day = '2026-11-23';

  test('R3: what is urgent wants to be rung about, and who was rung', () => {
    const urgent = (rang: TaskFact['rang']) => kinds(found({ tasks: [task({ urgent: true, rang })] }, day));
    expect(urgent(null)).toEqual(['R3.nobody-rung missing']);
    expect(urgent({ who: ' ', on: day })).toEqual(['R3.nobody-rung missing']);
    expect(urgent({ who: 'Legevakten', on: day })).toEqual([]);
  });

  test('R4: a phone conference has a day and a time', () => {
    const conference = (deadline: string, time: string) =>
      kinds(found({ tasks: [task({ kind: 'phone-conference', deadline, time })] }, day));
    expect(conference('', '')).toEqual(['R4.no-agreed-time missing']);
    expect(conference('2026-12-01', '')).toEqual(['R4.no-agreed-time missing']);
    expect(conference('', '09:00')).toEqual(['R4.no-agreed-time missing']);
    expect(conference('2026-12-01', '09:00')).toEqual([]);
  });

  test('R5: the GP’s home visit outside 13–17 is warned of; others’ are not, and both ends are inside', () => {
    const visit = (time: string, ownerRole: TaskFact['ownerRole'] = 'gp') =>
      kinds(found({ tasks: [task({ kind: 'home-visit', time, ownerRole })] }, day));
    expect(visit('12:59')).toEqual(['R5.outside-hours warning']);
    expect(visit('17:01')).toEqual(['R5.outside-hours warning']);
    expect(['13:00', '15:30', '17:00', ''].flatMap((time) => visit(time))).toEqual([]);
    expect(visit('09:00', 'palliative')).toEqual([]);
  });

  test('R6: an appointment with the GP that nobody owns is home care’s to book', () => {
    const [one] = found({ tasks: [task({ kind: 'gp-appointment', owner: '', ownerRole: null })] }, day);
    expect(one).toMatchObject({
      kind: 'R6.no-owner',
      level: 'warning',
      subject: { sectionId: 'tasks', rowId: 'task' },
    });
    expect(defaultOwner('gp-appointment', settings)).toBe('home-care');
    expect(defaultOwner('task', settings)).toBe(null);
    expect(found({ tasks: [task({ kind: 'gp-appointment' })] }, day)).toEqual([]);
  });
});

describe('R11: a question to a specialist', () => {
  const question = (change: Partial<TaskFact>) =>
    found({ tasks: [task({ kind: 'specialist-question', message: 'sent', ...change })] }, '2026-11-23');

  test('R11: it has a date: its own, or three days from when it was sent', () => {
    expect(kinds(question({}))).toEqual(['R11.no-date missing']);
    expect(dueAt(question({ sentOn: '2026-11-20' }), 'R11.waiting')).toBe(endOfDay('2026-11-25').toISOString());
    expect(dueAt(question({ sentOn: '2026-11-20', deadline: '2026-12-24' }), 'R11.waiting')).toBe(
      endOfDay('2026-12-24').toISOString(),
    );
  });

  test('R11: it is late from the day after, and quiet when it is answered', () => {
    expect(kinds(question({ deadline: '2026-11-23' }))).toEqual(['R11.waiting due']);
    expect(kinds(question({ deadline: '2026-11-22' }))).toEqual(['R11.late late']);
    expect(question({ deadline: '2026-11-22', message: 'answered' })).toEqual([]);
  });
});

test('R2: any task is due on its day and late from the day after', () => {
  const on = (day: string, time?: string) => kinds(found({ tasks: [task({ deadline: '2026-11-23' })] }, day, time));
  expect(on('2026-11-22', '23:59')).toEqual([]);
  expect(on('2026-11-23', '00:00')).toEqual(['deadlines.today due']);
  expect(on('2026-11-23', '23:59')).toEqual(['deadlines.today due']);
  expect(on('2026-11-24', '00:00')).toEqual(['deadlines.late late']);
});
