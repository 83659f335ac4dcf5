/** The rules about the plan as a whole and about what happens to the patient, at their edges. */
import { describe, expect, test } from 'vitest';
import type { Transition } from '../../../shared/careplan/transition.ts';
import { endOfDay, osloInstant } from '../../../shared/domain/calendar/oslo.ts';
import type { NeedsTalksFact } from '../../../shared/domain/rules/facts.ts';
import { ruleIdSchema, rules, sourceDates } from '../../../shared/domain/rules/rules.ts';
import { defaultSettings, settingNames, settingsWith } from '../../../shared/domain/rules/settings.ts';
import { appointments, contact, dueAt, found, kinds, settings, task } from './plan.ts';

const day = '2026-11-23';

test('a plan that is well kept has no finding', () => {
  expect(found({ tasks: appointments('2026-10-01') }, day, '12:00', defaultSettings)).toEqual([]);
});

describe('R7: two appointments with the GP in twelve months', () => {
  const on = (tasks: Parameters<typeof task>[0][]) =>
    found(
      { tasks: tasks.map((change, index) => task({ id: String(index), kind: 'gp-appointment', ...change })) },
      day,
      '12:00',
      defaultSettings,
    ).filter(({ rule }) => rule === 'R7');

  test('R7: those held in the last twelve months and those agreed count; older and dropped ones do not', () => {
    const held = { status: 'done', deadline: '2026-03-01' } as const;
    expect(on([held, held])).toEqual([]);
    expect(on([held, { deadline: '2026-12-10' }])).toEqual([]);
    expect(kinds(on([held]))).toEqual(['R7.too-few missing']);
    expect(kinds(on([held, { status: 'done', deadline: '2025-11-23' }]))).toEqual(['R7.too-few missing']);
    expect(on([held, { status: 'done', deadline: '2025-11-24' }])).toEqual([]);
    expect(kinds(on([held, { status: 'dropped', deadline: '2026-12-10' }]))).toEqual(['R7.too-few missing']);
  });

  test('R7: a task for home care is proposed, once: not while one waits for its date', () => {
    expect(on([])[0]?.proposal).toEqual({ kind: 'gp-appointment', ownerRole: 'home-care' });
    expect(on([{}])[0]?.proposal).toBe(null);
  });
});

function discharged(change: Partial<Transition>): Transition {
  const by = { name: 'Kari', role: 'coordinator', at: '2026-11-20T12:00:00.000Z' } as const;
  return {
    id: 'AAAAAAAAAAAAAAAAAAAAAA',
    kind: 'discharged',
    at: osloInstant('2026-11-20', '14:00').toISOString(),
    place: '',
    seriouslyIll: true,
    recorded: by,
    points: [{ id: 'letter', ticked: by, task: false }],
    call: { who: 'Kontaktlegen', at: by.at, recorded: by },
    ...change,
  };
}
const noLetter: Transition['points'] = [{ id: 'letter', ticked: null, task: true }];

describe('R8 and R10: out of hospital and into it', () => {
  test('R8: the letter and the call are due on the same day, and red from midnight in Norway', () => {
    const transitions = [discharged({ points: noLetter, call: null })];
    expect(kinds(found({ transitions }, '2026-11-20', '23:59'))).toEqual(['R8.letter due', 'R8.call due']);
    expect(kinds(found({ transitions }, '2026-11-21', '00:00'))).toEqual(['R8.letter late', 'R8.call late']);
    expect(dueAt(found({ transitions }, '2026-11-21'), 'R8.letter')).toBe(endOfDay('2026-11-20').toISOString());
    expect(found({ transitions: [discharged({})] }, '2026-11-21')).toEqual([]);
  });

  test('R8: just after midnight on a night of summer time is the new day', () => {
    const at = osloInstant('2026-03-29', '00:30').toISOString();
    expect(at).toBe('2026-03-28T23:30:00.000Z');
    const transitions = [discharged({ at, points: noLetter })];
    expect(kinds(found({ transitions }, '2026-03-29', '23:59'))).toEqual(['R8.letter due']);
    expect(kinds(found({ transitions }, '2026-03-30', '00:00'))).toEqual(['R8.letter late']);
  });

  test('R8: it holds for those who are seriously ill, and ends with a new admission', () => {
    const missing = { points: noLetter, call: null };
    expect(found({ transitions: [discharged({ ...missing, seriouslyIll: false })] }, day)).toEqual([]);
    const back = discharged({ kind: 'admitted', at: osloInstant('2026-11-22', '08:00').toISOString() });
    expect(found({ transitions: [discharged(missing), back] }, day)).toEqual([]);
    // One that is recorded ahead has not happened yet.
    expect(kinds(found({ transitions: [discharged(missing), back] }, '2026-11-21'))).toEqual([
      'R8.letter late',
      'R8.call late',
    ]);
  });

  test('R10: points that are neither ticked nor a task are told of, by which way the patient went', () => {
    const open: Transition['points'] = [
      { id: 'transport', ticked: null, task: false },
      { id: 'blood-tests', ticked: null, task: false },
      { id: 'medicines', ticked: null, task: true },
    ];
    const [one] = found({ transitions: [discharged({ kind: 'admitted', points: open })] }, day);
    expect(one).toMatchObject({
      kind: 'R10.admitted',
      params: [
        { kind: 'count', value: 2 },
        { kind: 'date', value: '2026-11-20' },
      ],
    });
    const calm = discharged({ seriouslyIll: false, points: open });
    expect(kinds(found({ transitions: [calm] }, day))).toEqual(['R10.discharged missing']);
  });
});

describe('R9: somebody can always be rung', () => {
  test('R9: gaps of the week, of holidays, and of days when the GP is away are three things', () => {
    expect(kinds(found({ contacts: [] }, day))).toEqual([
      'R9.gaps missing',
      'R9.holiday-gaps missing',
      'R9.gp-away missing',
    ]);
    expect(found({ contacts: [] }, day)[0]?.params).toEqual([{ kind: 'count', value: 168 }]);
    expect(kinds(found({ contacts: [contact({ holidays: false })] }, day))).toEqual(['R9.holiday-gaps missing']);
    expect(kinds(found({ contacts: [contact({ kind: 'gp' })] }, day))).toEqual(['R9.gp-away missing']);
    expect(kinds(found({ contacts: [contact({}), contact({ kind: 'gp-away', phone: '' })] }, day))).toEqual([]);
  });
});

describe('what grows old', () => {
  test('a list of medicines is old from the day after three months', () => {
    const medicines = {
      signedAt: osloInstant('2026-11-30', '23:30').toISOString(),
      hasNewLetter: false,
      unresolved: 0,
    };
    expect(found({ medicines }, '2027-02-28')).toEqual([]);
    expect(kinds(found({ medicines }, '2027-03-01'))).toEqual(['medicine-list.old warning']);
  });

  test('a list that nobody signed, a new letter and unresolved lines are told of; no list is none of it', () => {
    expect(kinds(found({ medicines: { signedAt: null, hasNewLetter: false, unresolved: 2 } }, day))).toEqual([
      'medicine-list.never missing',
      'medicine-list.unresolved warning',
    ]);
    const signedAt = osloInstant('2026-11-01', '12:00').toISOString();
    expect(kinds(found({ medicines: { signedAt, hasNewLetter: true, unresolved: 0 } }, day))).toEqual([
      'medicine-list.new-letter warning',
    ]);
    expect(found({ medicines: null }, day)).toEqual([]);
  });

  test('the newest decision about resuscitation is old from the day after twelve months, leap day or not', () => {
    const on = (date: string) => ({ id: date, about: 'resuscitation', on: date });
    expect(found({ decisions: [on('2024-02-29')] }, '2025-02-28')).toEqual([]);
    expect(kinds(found({ decisions: [on('2024-02-29')] }, '2025-03-01'))).toEqual(['resuscitation.old warning']);
    expect(found({ decisions: [on('2020-01-01'), on('2024-02-29')] }, '2025-02-28')).toEqual([]);
    expect(kinds(found({ decisions: [on('')] }, day))).toEqual(['resuscitation.undated missing']);
    expect(found({ decisions: [{ id: 'x', about: 'fluids', on: '' }] }, day)).toEqual([]);
  });

  test('the next revision is due on its day and late after it', () => {
    expect(found({ nextRevision: '2026-11-24' }, day)).toEqual([]);
    expect(kinds(found({ nextRevision: day }, day))).toEqual(['revision.due due']);
    expect(kinds(found({ nextRevision: '2026-11-22' }, day))).toEqual(['revision.late late']);
  });

  test('each role that the team lacks is a gap', () => {
    const all = found({ missingRoles: ['contact-doctor', 'coordinator'] }, day);
    expect(kinds(all)).toEqual(['team.no-role missing', 'team.no-role missing']);
    expect(all[0]?.params).toEqual([{ kind: 'team-role', value: 'contact-doctor' }]);
  });
});

describe('pakkeforløp hjem', () => {
  const on = (date: string, change: Partial<NeedsTalksFact> = {}) =>
    kinds(
      found(
        {
          needsTalks: { diagnosedOn: '2026-01-31', held: new Set(), declined: false, askAgainOn: '', ...change },
        },
        date,
      ),
    );

  test('each of the three windows opens and closes on its day', () => {
    expect(on('2026-01-30')).toEqual([]);
    expect(on('2026-01-31')).toEqual(['needs-talks.first due']);
    expect(on('2026-04-29')).toEqual(['needs-talks.first due']);
    expect(on('2026-04-30')).toEqual(['needs-talks.second due']);
    expect(on('2026-05-31')).toEqual(['needs-talks.second due']);
    expect(on('2026-06-01')).toEqual(['needs-talks.second late']);
    expect(on('2027-01-30')).toEqual(['needs-talks.second late']);
    expect(on('2027-01-31')).toEqual(['needs-talks.third due']);
    expect(on('2027-07-31')).toEqual(['needs-talks.third due']);
    expect(on('2027-08-01')).toEqual(['needs-talks.third late']);
  });

  test('a talk that was held is not asked for; an earlier one that was missed is not asked for any more', () => {
    expect(on('2026-05-05', { held: new Set(['second']) })).toEqual([]);
    expect(on('2026-05-05', { held: new Set(['first']) })).toEqual(['needs-talks.second due']);
  });

  test('who has said no is left in peace until the day on which to ask again', () => {
    const declined = { declined: true, askAgainOn: '2026-06-15' };
    expect(on('2026-06-14', declined)).toEqual([]);
    expect(on('2026-06-15', declined)).toEqual(['needs-talks.ask-again due']);
    expect(on('2026-06-15', { declined: true })).toEqual([]);
  });

  test('without the day of the diagnosis there are no windows, and that is told', () => {
    expect(on(day, { diagnosedOn: '' })).toEqual(['needs-talks.no-diagnosis missing']);
    expect(found({ needsTalks: null }, day)).toEqual([]);
  });
});

describe('R12: the rules as data', () => {
  test('R12: every rule stands once, with a source that has its date or says that it has none', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual([...ruleIdSchema.options].sort());
    for (const { source } of rules) expect(sourceDates).toHaveProperty(source);
  });

  test('R12: every setting belongs to a rule', () => {
    expect([...new Set(rules.flatMap((rule) => rule.settings))].sort()).toEqual([...settingNames].sort());
  });

  test('R12: a district stands above its municipality, and what does not fit is passed over', () => {
    expect(
      settingsWith([
        { name: 'answerDays', value: 5 },
        { name: 'answerDays', value: 4 },
        { name: 'redDay', value: 'soon' },
        { name: 'reconcileMonths', value: 0 },
        { name: 'unknown', value: 1 },
      ]),
    ).toEqual({ ...defaultSettings, answerDays: 4 });
  });

  test('the most pressing stands first, then what is due first', () => {
    const all = found(
      {
        nextRevision: '2026-11-20',
        contacts: [contact({ holidays: false })],
        tasks: [task({ id: 'a', deadline: day }), task({ id: 'b', deadline: '2026-11-02' })],
        decisions: [{ id: 'd', about: 'resuscitation', on: '2020-01-01' }],
      },
      day,
      '12:00',
      settings,
    );
    expect(kinds(all)).toEqual([
      'deadlines.late late',
      'revision.late late',
      'R9.holiday-gaps missing',
      'deadlines.today due',
      'resuscitation.old warning',
    ]);
  });
});
