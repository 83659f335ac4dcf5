/** The history tells each person of what they may read and of nothing else; visits are counted by a clock. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Visits } from '../../../server/careplan/visits.ts';
import { PlanStore } from '../../../server/storage/planStore.ts';
import { SectionLog } from '../../../server/storage/sectionLog.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';
import { sql } from '../../../server/storage/tables.ts';
import { VisitStore } from '../../../server/storage/visitStore.ts';
import { fillDemo } from '../../../server/demo/fillDemo.ts';
import { addRow } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { newDataDirectory, startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';
import { recorded } from '../meetings/recorded.ts';

let server: RunningApp;
let gp: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  gp = await server.signIn('Anne Lindqvist');
  planId = await gp.planOf('Harald Solbakken');
});

afterAll(() => server.remove());

test('P3, J1: a relative is told of the sections that are opened for her, and of no other', async () => {
  const wife = await server.signIn('Inger Solbakken');
  const plan = await wife.call('plan', { planId }, {});
  const readable = plan.sections.filter(({ access }) => access !== 'none').map(({ id }) => id);
  const { sections } = await wife.call('history', { planId }, {});
  expect(sections.map(({ id }) => id).toSorted()).toEqual(readable.toSorted());
  expect(readable).not.toContain('working-notes');
});

test('A1, J4: who may not read gets no history of a row, who may not write purges nothing, and both are not-found', async () => {
  const wife = await server.signIn('Inger Solbakken');
  const place = { planId, sectionId: 'working-notes', rowId: newId() } as const;
  await expect(wife.call('rowHistory', place, {})).rejects.toThrow('not-found');
  await expect(wife.call('purgeSection', { planId, sectionId: 'contacts' }, {})).rejects.toThrow('not-found');
  const stranger = await server.signIn('Tor Eide');
  await expect(stranger.call('history', { planId }, {})).rejects.toThrow('not-found');
  await expect(stranger.call('markSeen', { planId }, {})).rejects.toThrow('not-found');
});

test('A2: reading the history, marking as seen, purging and refusals of it are in the audit log', async () => {
  const contacts = await new StockClient({ person: gp, planId, sectionId: 'contacts' }).open();
  const rowId = addRow(contacts.doc, listPart('contacts'), { who: 'Vaktrommet' });
  await contacts.durable();
  contacts.close();
  await gp.call('history', { planId }, {});
  await gp.call('rowHistory', { planId, sectionId: 'contacts', rowId }, {});
  await gp.call('markSeen', { planId }, {});
  await gp.call('purgeSection', { planId, sectionId: 'contacts' }, {});
  const told = recorded(server);
  const of = (person: Person, outcome: string) =>
    told
      .filter(({ actor, outcome: was }) => actor?.personId === person.personId && was === outcome)
      .map(({ action }) => action);
  for (const action of ['history:read', 'history:mark-seen', 'section:purge']) expect(of(gp, 'done')).toContain(action);
  const refused = told.filter(({ outcome }) => outcome === 'refused').map(({ action }) => action);
  for (const action of ['history:read', 'history:mark-seen', 'section:purge']) expect(refused).toContain(action);
});

test('J1: a visit goes on until nothing was done for half an hour; what is new counts from the end of the one before', async () => {
  const directory = await newDataDirectory();
  const onLost = (error: Error): void => {
    throw error;
  };
  const database = await SqliteDatabase.open({ directory, onLost });
  const [id = ''] = await fillDemo({ store: new PlanStore(database, new SectionLog(database)), now: new Date() });
  const [me] = (await database.read(sql.selectFrom('person').select('id').limit(1).compile())).map(
    ({ id: found }) => found,
  );
  if (me === undefined) throw new Error('the demonstration has no people');
  let minutes = 0;
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 12, 9, minute)).toISOString();
  const visits = new Visits({ store: new VisitStore(database), now: () => new Date(at(minutes)) });
  expect(await visits.touch(id, me)).toEqual({ since: null, isNew: true });
  minutes = 29;
  expect(await visits.touch(id, me)).toEqual({ since: null, isNew: false });
  minutes = 60;
  expect(await visits.touch(id, me)).toEqual({ since: at(29), isNew: true });
  minutes = 80;
  expect(await visits.touch(id, me)).toEqual({ since: at(29), isNew: false });
  await visits.markSeen(id, me);
  minutes = 85;
  expect(await visits.touch(id, me)).toEqual({ since: at(80), isNew: false });
  await database.close();
  await rm(directory, { recursive: true, force: true });
});
