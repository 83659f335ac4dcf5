/** The reconciliation of medicines over REST: who may sign what, what opens it again, and what the patient may say. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addRow, orderedRows, rowsOf } from '../../../shared/careplan/document.ts';
import { canonicalList, medicineList, unresolvedLines } from '../../../shared/careplan/medicines.ts';
import { listPart, sections } from '../../../shared/careplan/sections.ts';
import { sectionView } from '../../../shared/careplan/view.ts';
import type { SectionSession } from '../../../client/api/plan/sectionSession.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { openSection, planPage, until } from '../../support/planPage.ts';
import { recorded } from '../meetings/recorded.ts';

const sourceList = listPart('medicines', 'sources');
const unknownHash = '0'.repeat(64);
const saved = ({ state }: SectionSession): boolean => state.kind === 'saved';

let server: RunningApp;
let gp: Person;
let patient: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  [gp, patient] = await Promise.all([server.signIn('Anne Lindqvist'), server.signIn('Harald Solbakken')]);
  planId = await gp.planOf('Harald Solbakken');
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

/** The section as somebody has it open. */
async function opened(person: Person, access: 'read' | 'write' = 'write'): Promise<SectionSession> {
  const page = planPage(person);
  const session = openSection(page, { planId, sectionId: 'medicines', access });
  onTestFinished(() => {
    session.close();
    page.connection.close();
  });
  await until(session, saved);
  return session;
}

const listIn = ({ doc }: SectionSession) => medicineList(sectionView(doc, sections.medicines));
const hashIn = (session: SectionSession): string =>
  createHash('sha256')
    .update(canonicalList(listIn(session)))
    .digest('hex');
const stateFor = (person: Person) => person.call('medicinesState', { planId }, {});

/** Resolves every line. */
async function resolveAll(session: SectionSession): Promise<void> {
  for (const { id } of unresolvedLines(listIn(session)))
    rowsOf(session.doc, 'drugs').get(id)?.set('change', 'unchanged');
  await until(session, saved);
}

describe('the doctor', () => {
  test('F1: a list with unresolved lines is not signed, and the answer counts them', async () => {
    const session = await opened(gp);
    const unresolved = unresolvedLines(listIn(session)).length;
    expect(unresolved).toBeGreaterThan(0);
    expect(await stateFor(gp)).toMatchObject({ signed: null, state: 'unsigned', unresolved, maySign: true });
    const refusal = gp.call('signMedicines', { planId }, { hash: hashIn(session) });
    await expect(refusal).rejects.toMatchObject({ code: 'wrong-state', details: [`unresolved:${unresolved}`] });
    expect(recorded(server).at(-1)).toMatchObject({ action: 'medicines:sign', outcome: 'refused' });
  });

  test('F1: another list than the one that was seen is not signed', async () => {
    await resolveAll(await opened(gp));
    const refusal = gp.call('signMedicines', { planId }, { hash: unknownHash });
    await expect(refusal).rejects.toMatchObject({ code: 'wrong-state', details: ['changed'] });
  });

  test('F1: the signed list is kept with who and when, and stays signed while nothing changes', async () => {
    const session = await opened(gp);
    const hash = hashIn(session);
    await gp.call('signMedicines', { planId }, { hash });
    const { signed, state } = await stateFor(patient);
    expect(state).toBe('signed');
    expect(signed).toMatchObject({ hash, by: { name: 'Anne Lindqvist', role: 'gp' }, list: listIn(session) });
    expect(
      recorded(server)
        .filter(({ action }) => action === 'medicines:sign')
        .at(-1),
    ).toMatchObject({
      outcome: 'done',
      actor: { personId: gp.personId },
    });
  });

  test('F1: a change and its way back open the list and close it; a new discharge letter opens it', async () => {
    const session = await opened(gp);
    const [first] = orderedRows(session.doc, 'drugs');
    const name = first!.row.get('name');
    first!.row.set('name', 'Et annet navn');
    await until(session, saved);
    expect((await stateFor(gp)).state).toBe('reopened');
    first!.row.set('name', name ?? '');
    await until(session, saved);
    expect((await stateFor(gp)).state).toBe('signed');
    addRow(session.doc, sourceList, { source: 'discharge', on: '2099-11-14' });
    await until(session, saved);
    expect(await stateFor(gp)).toMatchObject({ state: 'reopened', unresolved: 0 });
  });

  test('F1: signing again stands beside the first signature, and a signature is never changed', async () => {
    const session = await opened(gp);
    const before = (await stateFor(gp)).signed!;
    await gp.call('signMedicines', { planId }, { hash: hashIn(session) });
    const after = (await stateFor(gp)).signed!;
    expect(after.hash).not.toBe(before.hash);
    expect((await stateFor(gp)).state).toBe('signed');
  });
});

describe('others', () => {
  test.each(['Kari Nymoen', 'Fatima Yilmaz', 'Sofie Amundsen', 'Harald Solbakken', 'Inger Solbakken'])(
    'F1: %s may not sign, and is answered as if there were nothing',
    async (name) => {
      const person = await server.signIn(name);
      const refusal = person.call('signMedicines', { planId }, { hash: unknownHash });
      await expect(refusal).rejects.toMatchObject({ code: 'not-found' });
      expect(recorded(server).at(-1)).toMatchObject({ action: 'medicines:sign', outcome: 'refused' });
    },
  );

  test('P3: who may not read the list is told nothing of it', async () => {
    for (const name of ['Lina Strand', 'Bjørn Aasen', 'Marte Solbakken', 'Tor Eide']) {
      const person = await server.signIn(name);
      await expect(stateFor(person)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(recorded(server).at(-1)).toMatchObject({ action: 'medicines:state', outcome: 'refused' });
  });
});

describe('the patient', () => {
  test('F2: sets their own column of a line and dates their list; nothing else of the line changes', async () => {
    const session = await opened(patient, 'read');
    const before = listIn(session);
    const line = before.lines[0]!;
    await patient.call('setOwnMedicine', { planId }, { lineId: line.id, text: 'En om morgenen, to om kvelden' });
    await until(session, (now) => listIn(now).lines[0]!.said.patient !== line.said.patient);
    const after = listIn(session);
    expect(after.lines[0]).toEqual({ ...line, said: { ...line.said, patient: 'En om morgenen, to om kvelden' } });
    expect(after.lines.slice(1)).toEqual(before.lines.slice(1));
    expect(after.sources.filter(({ source }) => source === 'patient')).toMatchObject([{ by: 'Harald Solbakken' }]);
    expect(recorded(server).at(-1)).toMatchObject({ action: 'medicines:set-own', outcome: 'done' });
  });

  test('F2: adds a line once, however often the call arrives', async () => {
    const lineId = newId();
    const call = () => patient.call('setOwnMedicine', { planId }, { lineId, name: 'Tran', text: 'En skje om dagen' });
    await call();
    await call();
    const session = await opened(patient, 'read');
    const line = listIn(session).lines.filter(({ name }) => name === 'Tran');
    expect(line).toMatchObject([{ id: lineId, said: { patient: 'En skje om dagen', 'gp-list': '' }, change: '' }]);
  });

  test('F2: a line that is not there is not made without a name', async () => {
    const refusal = patient.call('setOwnMedicine', { planId }, { lineId: newId(), text: 'noe' });
    await expect(refusal).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each(['Inger Solbakken', 'Anne Lindqvist', 'Bjørn Aasen'])(
    'F2: %s may not speak for the patient',
    async (name) => {
      const person = await server.signIn(name);
      const refusal = person.call('setOwnMedicine', { planId }, { lineId: newId(), name: 'Noe', text: 'noe' });
      await expect(refusal).rejects.toMatchObject({ code: 'not-found' });
      expect(recorded(server).at(-1)).toMatchObject({ action: 'medicines:set-own', outcome: 'refused' });
    },
  );

  test('H5: a text that is too long is refused', async () => {
    const own = { lineId: newId(), name: 'Noe', text: 'x'.repeat(3_000) };
    await expect(patient.call('setOwnMedicine', { planId }, own)).rejects.toMatchObject({ code: 'bad-request' });
  });
});

test('A2: the log’s chain holds after all of it', async () => {
  expect((await server.app.audit.verify()).broken).toBeNull();
});
