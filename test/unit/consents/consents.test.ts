/** What the page of consents works out by itself: the period that days stand for, what is wrong with a draft, who sees what, the history. */
import { describe, expect, test } from 'vitest';
import { actsOf } from '../../../client/consents/history.ts';
import { openingOf, type DraftProblem, type OpenDraft } from '../../../client/consents/openDraft.ts';
import { periodOf } from '../../../client/consents/period.ts';
import { pictureOf, sectionsWith } from '../../../client/consents/picture.ts';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { ConsentInfo } from '../../../shared/protocol/routes/consents.ts';

const today = '2026-11-23';
const now = '2026-11-23T12:00:00.000Z';
const draft: OpenDraft = {
  sectionIds: new Set<SectionId>(['disease', 'wishes']),
  from: 'now',
  firstDay: '',
  until: 'open',
  lastDay: '',
  gaveBy: 'Harald',
  how: 'oral',
};

const inger = { personId: 'inger', name: 'Inger', role: 'relative', organisation: '' } as const;
const harald = { personId: 'harald', name: 'Harald' };

function consent(change: Partial<ConsentInfo> = {}): ConsentInfo {
  return {
    id: 'consent',
    sectionId: 'disease',
    person: inger,
    from: '2026-11-01T10:00:00.000Z',
    until: null,
    gaveBy: 'Harald',
    how: 'self',
    recordedBy: harald,
    recordedAt: '2026-11-01T10:00:00.000Z',
    ended: null,
    ...change,
  };
}

describe('the period', () => {
  test('A6: the last day is open to its end in Norway, in winter and in summer', () => {
    const winter = periodOf({ ...draft, until: 'date', lastDay: '2026-11-30' }, today);
    expect(winter).toEqual({ from: null, until: '2026-11-30T23:00:00.000Z' });
    const summer = periodOf(
      { ...draft, from: 'date', firstDay: '2027-06-01', until: 'date', lastDay: '2027-06-30' },
      today,
    );
    expect(summer).toEqual({ from: '2027-05-31T22:00:00.000Z', until: '2027-06-30T22:00:00.000Z' });
  });

  test('A6: a week is seven days and a month ends the day before its day comes again; today is now', () => {
    expect(periodOf({ ...draft, until: 'week' }, today).until).toBe('2026-11-29T23:00:00.000Z');
    expect(periodOf({ ...draft, until: 'month' }, today).until).toBe('2026-12-22T23:00:00.000Z');
    expect(periodOf({ ...draft, from: 'date', firstDay: today }, today).from).toBe(null);
  });
});

describe('the draft', () => {
  const wrong: [string, Partial<OpenDraft>, DraftProblem][] = [
    ['nothing is chosen', { sectionIds: new Set() }, 'nothing-chosen'],
    ['a day is not filled in', { until: 'date' }, 'no-date'],
    ['the first day has been', { from: 'date', firstDay: '2026-11-22' }, 'from-past'],
    ['the last day has been', { until: 'date', lastDay: '2026-11-22' }, 'until-past'],
    [
      'the last day is before the first',
      { from: 'date', firstDay: '2026-12-02', until: 'date', lastDay: '2026-12-01' },
      'until-before-from',
    ],
    ['nobody gave it', { gaveBy: ' ' }, 'no-giver'],
    ['it is not said how', { how: null }, 'manner-missing'],
  ];

  test.each(wrong)('A6: says what to mend when %s', (_when, change, problem) => {
    expect(openingOf({ ...draft, ...change }, 'record', today)).toBe(problem);
  });

  test('A6: the patient is not asked who gave it and how', () => {
    const opening = openingOf({ ...draft, gaveBy: '', how: null }, 'give', today);
    expect(opening).toEqual({ sectionIds: ['disease', 'wishes'], from: null, until: null, recorded: null });
  });
});

test('A6: the picture tells what is seen by role, what is opened now, and what is the patient’s to open', () => {
  const consents = [
    consent(),
    consent({ sectionId: 'wishes', from: '2026-12-01T00:00:00.000Z' }),
    consent({ sectionId: 'faith', until: now }),
    consent({ sectionId: 'zones', ended: { at: now, by: harald, as: 'withdrawn' } }),
    consent({ sectionId: 'phase', person: { ...inger, personId: 'marte' } }),
  ];
  const picture = pictureOf(inger, consents, now);
  expect(sectionsWith(picture, 'opened')).toEqual(['disease']);
  expect(sectionsWith(picture, 'read')).toEqual(['contacts', 'team']);
  expect(sectionsWith(picture, 'none')).toEqual(['working-notes']);
  expect(picture.coming.map(({ sectionId }) => sectionId)).toEqual(['disease', 'wishes']);
  expect(picture.openable).not.toContain('contacts');
});

test('A6: the history tells acts, not rows: what was opened or closed together is one, newest first', () => {
  const ended = { at: '2026-11-10T09:00:00.000Z', by: harald };
  const acts = actsOf(
    [
      consent({ sectionId: 'wishes', ended: { ...ended, as: 'withdrawn' } }),
      consent({ sectionId: 'disease', ended: { ...ended, as: 'withdrawn' } }),
      consent({ sectionId: 'faith', ended: { ...ended, as: 'replaced' } }),
      consent({ sectionId: 'phase', until: '2026-11-20T23:00:00.000Z' }),
    ],
    now,
  );
  expect(acts.map(({ kind, sectionIds }) => [kind, sectionIds])).toEqual([
    ['ran-out', ['phase']],
    ['closed', ['disease', 'wishes']],
    ['opened', ['disease', 'wishes', 'faith']],
    ['opened', ['phase']],
  ]);
});
