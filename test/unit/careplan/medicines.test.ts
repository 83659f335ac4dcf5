import { expect, test } from 'vitest';
import {
  agreementOf,
  canonicalList,
  lackOf,
  medicineList,
  sourcesInUse,
  unresolvedLines,
  type MedicineLine,
  type MedicineList,
} from '../../../shared/careplan/medicines.ts';
import { maySetOwnSource, maySignMedicines } from '../../../shared/domain/policy.ts';
import { roles } from '../../../shared/domain/roles.ts';
import { reconciliationState } from '../../../shared/careplan/reconciliation.ts';

function line(change: Partial<MedicineLine> = {}): MedicineLine {
  return {
    id: 'a',
    name: 'Medisin A',
    said: { 'gp-list': 'morgen', discharge: 'morgen', 'home-care': '', patient: '' },
    change: 'unchanged',
    reason: '',
    ...change,
  };
}

function list(change: Partial<MedicineList> = {}): MedicineList {
  return {
    sources: [{ id: 's', source: 'discharge', on: '2026-11-03', by: 'Sykehuset' }],
    lines: [line()],
    allergies: '',
    ...change,
  };
}

test('F1: a line lacks a change until one is chosen, and then a reason unless nothing changed', () => {
  expect(lackOf({ change: '', reason: 'because' })).toBe('change');
  for (const change of ['new', 'changed', 'stopped']) {
    expect(lackOf({ change, reason: '' })).toBe('reason');
    expect(lackOf({ change, reason: 'because' })).toBeNull();
  }
  expect(lackOf({ change: 'unchanged', reason: '' })).toBeNull();
  const lines = [line(), line({ id: 'b', change: '' }), line({ id: 'c', change: 'new' })];
  expect(unresolvedLines({ lines }).map(({ id }) => id)).toEqual(['b', 'c']);
});

test('sources are in use that are named or speak in a line, in the order of the table', () => {
  expect(sourcesInUse(list({ lines: [line({ said: { ...line().said, patient: 'to' } })] }))).toEqual([
    'gp-list',
    'discharge',
    'patient',
  ]);
  expect(sourcesInUse({ sources: list().sources, lines: [] })).toEqual(['discharge']);
});

test('sources differ in what they say, or one is silent; case and spaces are no difference', () => {
  const said = (gp: string, letter: string): MedicineLine =>
    line({ said: { ...line().said, 'gp-list': gp, discharge: letter } });
  const both = ['gp-list', 'discharge'] as const;
  expect(agreementOf(said('Morgen  og kveld', 'morgen og kveld'), both)).toBe('same');
  expect(agreementOf(said('morgen', 'kveld'), both)).toBe('different');
  expect(agreementOf(said('morgen', ''), both)).toBe('missing');
});

test('the canonical list does not depend on the order in which rows stand, and keeps every word', () => {
  const rows = (ids: string[]) =>
    ids.map((id) => ({ id, values: { name: ` ${id} `, patient: 'to', change: 'new', reason: 'r' } }));
  const view = (ids: string[]) => ({ prose: { allergies: 'nøtter\n' }, lists: { drugs: rows(ids), sources: [] } });
  expect(canonicalList(medicineList(view(['a', 'b'])))).toBe(canonicalList(medicineList(view(['b', 'a']))));
  expect(medicineList(view(['a'])).lines[0]).toMatchObject({ name: 'a', said: { patient: 'to' }, reason: 'r' });
  expect(medicineList(view([])).allergies).toBe('nøtter');
});

test('F1: what was signed and is as it was stays signed', () => {
  expect(reconciliationState(list(), null)).toEqual({ kind: 'unsigned' });
  expect(reconciliationState(list(), list())).toEqual({ kind: 'signed' });
});

test('F1: a new discharge letter opens the list again, and so does one that is dated later than it was', () => {
  const letter = { id: 't', source: 'discharge', on: '2026-11-14', by: '' } as const;
  const added = reconciliationState(list({ sources: [...list().sources, letter] }), list());
  expect(added).toEqual({ kind: 'reopened', newLetters: [letter], lines: [], sources: false, allergies: false });
  const moved = { ...list().sources[0]!, on: '2026-11-14' };
  expect(reconciliationState(list({ sources: [moved] }), list())).toMatchObject({
    newLetters: [moved],
    sources: false,
  });
});

test('F1: a letter that is dated back, and another source, are changes but no new letter', () => {
  const back = { ...list().sources[0]!, on: '2026-10-01' };
  expect(reconciliationState(list({ sources: [back] }), list())).toMatchObject({ newLetters: [], sources: true });
  const other = { id: 't', source: 'home-care', on: '2026-11-14', by: '' } as const;
  expect(reconciliationState(list({ sources: [...list().sources, other] }), list())).toMatchObject({
    newLetters: [],
    sources: true,
  });
});

test('F1: the lines that are not as they were signed are named, with how', () => {
  const now = list({ lines: [line({ reason: 'annet' }), line({ id: 'b', name: 'Medisin B' })], allergies: 'nøtter' });
  const before = list({ lines: [line(), line({ id: 'c', name: 'Medisin C' })] });
  expect(reconciliationState(now, before)).toEqual({
    kind: 'reopened',
    newLetters: [],
    lines: [
      { name: 'Medisin A', how: 'changed' },
      { name: 'Medisin B', how: 'added' },
      { name: 'Medisin C', how: 'removed' },
    ],
    sources: false,
    allergies: true,
  });
});

test('F1: doctors sign; in the palliative team only one whose profession is registered; nobody who came by a link', () => {
  const signers = (professionId: string | null, identification: string, isDoctor: boolean | null = null) =>
    roles.filter((role) => maySignMedicines({ role, professionId, identification, isDoctor }));
  expect(signers(null, 'demo')).toEqual(['gp', 'oncologist']);
  expect(signers('1234567', 'demo')).toEqual(['gp', 'oncologist', 'palliative']);
  expect(signers('1234567', 'link')).toEqual([]);
  expect(signers('1234567', 'oidc', true)).toEqual(['gp', 'oncologist', 'palliative']);
  expect(signers('1234567', 'oidc', false)).toEqual([]);
});

test('F2: only the patient speaks for the patient, and only of medicines', () => {
  expect(roles.filter((role) => maySetOwnSource({ role }, 'medicines'))).toEqual(['patient']);
  expect(maySetOwnSource({ role: 'patient' }, 'tasks')).toBe(false);
});
