/** The facts that the rules rest on, as they are gathered from the views of sections. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, recordOf } from '../../../shared/careplan/document.ts';
import { listPart, sections, type SectionId } from '../../../shared/careplan/sections.ts';
import { sectionView } from '../../../shared/careplan/view.ts';
import type { Member } from '../../../shared/domain/policy.ts';
import { factsOf, type FactViews } from '../../../server/tasks/facts.ts';
import { needsTalksIn } from '../../../server/tasks/needsTalks.ts';

const today = '2026-11-23';
const member = (personId: string, role: Member['role'], organisation: string): Member => ({
  planId: 'plan',
  personId,
  name: personId,
  role,
  organisation,
});
const team = [
  member('kari', 'coordinator', 'Bydel Østensjø, kreftkoordinator'),
  member('anne', 'gp', 'Bøler legekontor'),
  member('fatima', 'home-care', 'Bydel Østensjø, hjemmesykepleien'),
  member('bjorn', 'volunteer', 'Fransiskushjelpen'),
];

/** Facts of a plan with these rows, one list of rows for each section. */
function facts(rows: Partial<Record<SectionId, Record<string, string>[]>>, records: Record<string, string> = {}) {
  const view = (sectionId: SectionId) => {
    const doc = new Y.Doc();
    for (const row of rows[sectionId] ?? []) addRow(doc, listPart(sectionId), row);
    for (const [field, value] of Object.entries(records)) recordOf(doc).set(field, value);
    return sectionView(doc, sections[sectionId]);
  };
  const views: FactViews = {
    tasks: view('tasks'),
    contacts: view('contacts'),
    decisions: view('decisions'),
    disease: view('disease'),
    team: view('team'),
    review: view('review'),
  };
  const needsTalks = { held: new Set<string>(), declined: false, askAgainOn: '' };
  return factsOf(views, team, { transitions: [], medicines: null, needsTalks }, today);
}

test('R1: a task stands with another organisation when its owner, by person or by role, is a professional who works there', () => {
  const elsewhere = (owner: string) => facts({ tasks: [{ owner }] }).tasks[0];
  expect(elsewhere('anne')).toMatchObject({ elsewhere: true, ownerRole: 'gp', ownerOrganisation: 'Bøler legekontor' });
  expect(elsewhere('gp')).toMatchObject({ elsewhere: true, ownerRole: 'gp' });
  expect(elsewhere('fatima')).toMatchObject({ elsewhere: false, ownerRole: 'home-care' });
  expect(elsewhere('bjorn')).toMatchObject({ elsewhere: false, ownerRole: 'volunteer' });
  expect(elsewhere('oncologist')).toMatchObject({ elsewhere: false, ownerRole: 'oncologist', ownerOrganisation: '' });
  expect(elsewhere('somebody-who-left')).toMatchObject({ elsewhere: false, ownerRole: null });
  expect(elsewhere('')).toMatchObject({ elsewhere: false, ownerRole: null });
});

test('R3: who was rung counts when a name stands there', () => {
  const rang = (row: Record<string, string>) => facts({ tasks: [row] }).tasks[0]?.rang;
  expect(rang({ 'rang-who': ' ', 'rang-on': today })).toBe(null);
  expect(rang({ 'rang-who': 'Legevakten', 'rang-on': today })).toEqual({ who: 'Legevakten', on: today });
});

test('R9: a contact stands with its kind and its hours, a decision with its date, a value with its day', () => {
  const all = facts(
    {
      contacts: [{ kind: 'gp-away', phone: '22 00 00 11', from: '08:00', to: '15:30' }],
      decisions: [{ about: 'resuscitation', on: '2025-10-24' }],
      team: [{ name: 'Anne', role: 'gp', to: '2026-11-22' }],
    },
    { 'diagnosed-on': '2026-01-31', 'next-revision': '2026-12-24' },
  );
  expect(all.contacts[0]).toMatchObject({ kind: 'gp-away', phone: '22 00 00 11', from: '08:00', to: '15:30' });
  expect(all.decisions[0]).toMatchObject({ about: 'resuscitation', on: '2025-10-24' });
  expect(all.missingRoles).toContain('gp');
  expect(all.nextRevision).toBe('2026-12-24');
  expect(all.needsTalks?.diagnosedOn).toBe('2026-01-31');
});

test('R12: a plan follows pakkeforløp hjem from when it begins until it ends; who declines is asked again', () => {
  const decided = { name: 'Kari', role: 'coordinator', at: '2026-11-01T12:00:00.000Z' } as const;
  const use = (state: 'active' | 'declined' | 'ended') =>
    needsTalksIn([
      {
        template: 'home-pathway',
        state,
        askAgainOn: '2026-12-01',
        decided,
        talks: [{ talk: 'first', heldOn: '2026-11-02', recorded: decided }],
        topics: [],
      },
    ]);
  expect(needsTalksIn([])).toBe(null);
  expect(use('ended')).toBe(null);
  expect(use('active')).toEqual({ held: new Set(['first']), declined: false, askAgainOn: '2026-12-01' });
  expect(use('declined')).toMatchObject({ declined: true });
});
