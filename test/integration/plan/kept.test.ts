/** A section as the device kept it, in a page against a real server: shown when that is away, in step when it is back. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { SectionSession } from '../../../client/api/plan/sectionSession.ts';
import { addRow, orderedRows, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { KeepInMemory, openSection, planPage, ShelfInMemory, until, type PlanPage } from '../../support/planPage.ts';

const contacts = listPart('contacts');
let server: RunningApp;
let coordinator: Person;
let patient: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  [coordinator, patient] = await Promise.all([server.signIn('Kari Nymoen'), server.signIn('Harald Solbakken')]);
  planId = await coordinator.planOf('Harald Solbakken');
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

function page(person: Person = coordinator): PlanPage {
  const opened = planPage(person);
  onTestFinished(() => opened.connection.close());
  return opened;
}

function section(on: PlanPage, options: Partial<Parameters<typeof openSection>[1]> = {}): SectionSession {
  const session = openSection(on, { planId, sectionId: 'contacts', ...options });
  onTestFinished(() => session.close());
  return session;
}

const saved = ({ state }: SectionSession): boolean => state.kind === 'saved';
const rowIds = ({ doc }: SectionSession): string[] => orderedRows(doc).map(({ id }) => id);

/** What a page keeps that was in step and is gone. */
async function keptByAnEarlierPage(): Promise<KeepInMemory> {
  const keep = new KeepInMemory();
  const earlier = page();
  const session = section(earlier, { keep });
  await until(session, saved);
  session.storeNow();
  await keep.holds('something');
  session.close();
  earlier.connection.close();
  return keep;
}

test('B1: what was kept is there and writable without the server, and is merged with what others wrote meanwhile', async () => {
  const keep = await keptByAnEarlierPage();
  const shelf = new ShelfInMemory();
  const away = page();
  away.unplug();
  const session = section(away, { keep, shelf, reachable: false });
  await until(session, ({ loaded }) => loaded);
  expect(session.state.kind).toBe('offline');
  expect(session.asOf).toBe(keep.content?.at);
  const [known = ''] = rowIds(session);
  const mine = addRow(session.doc, contacts, { who: 'Skrevet uten nett' });
  rowsOf(session.doc).get(known)?.set('phone', '22 00 00 77');
  await shelf.holds(1);

  const other = section(page());
  await until(other, saved);
  const theirs = addRow(other.doc, contacts, { who: 'Skrevet av en annen' });
  await until(other, saved);

  away.plugIn();
  await until(session, ({ returned }) => returned !== null);
  expect(session.returned).toMatchObject({ mine: 2, others: true });
  expect(session.asOf).toBe(null);
  expect(rowIds(session)).toEqual(expect.arrayContaining([mine, theirs]));
  await until(other, (there) => rowIds(there).includes(mine));
  expect(rowsOf(other.doc).get(known)?.get('phone')).toBe('22 00 00 77');
  await shelf.holds(0);
});

test('B2: an absence in which nobody wrote is nothing to tell; edits of an earlier page are, once they are saved', async () => {
  const keep = await keptByAnEarlierPage();
  const quiet = section(page(), { keep });
  await until(quiet, saved);
  expect(quiet.returned).toMatchObject({ mine: 0, others: false });

  const shelf = new ShelfInMemory();
  const away = page();
  away.unplug();
  const first = section(away, { keep, shelf, reachable: false });
  await until(first, ({ loaded }) => loaded);
  addRow(first.doc, contacts, { who: 'Fra en tidligere side' });
  await shelf.holds(1);
  first.close();
  const next = section(page(), { keep, shelf });
  await until(next, ({ returned }) => returned !== null);
  expect(next.returned).toMatchObject({ mine: 1, awayMs: null });
  expect(next.state.kind).toBe('saved');
});

test('B3: content with edits in it is not shown to one who may only read now, and is no attempt to write', async () => {
  const keep = await keptByAnEarlierPage();
  const content = keep.content;
  if (!content) throw new Error('nothing was kept');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, content.update);
  const unsent = addRow(doc, contacts, { who: 'Aldri sendt' });
  await keep.put({ ...content, unconfirmed: true, update: Y.encodeStateAsUpdate(doc).slice() });

  const reading = section(page(patient), { keep, access: 'read' });
  await until(reading, saved);
  await keep.holds('nothing');
  expect(rowIds(reading)).not.toContain(unsent);
  expect(reading.state.kind).toBe('saved');
});

test('B3: what the server closes for good goes from the device', async () => {
  const keep = await keptByAnEarlierPage();
  const outsider = await server.signIn('Tor Eide');
  const away = page(outsider);
  away.unplug();
  const session = section(away, { keep, reachable: false });
  await until(session, ({ loaded }) => loaded);
  away.plugIn();
  await until(session, ({ state }) => state.kind === 'closed');
  expect(session.state).toMatchObject({ kind: 'closed', code: closeCode.unknown });
  await keep.holds('nothing');
});

test('B1: a device that fails takes nothing but itself', async () => {
  const broken = { load: fail, put: fail, remove: fail };
  const session = section(page(), { keep: broken });
  await until(session, saved);
  addRow(session.doc, contacts, { who: 'Uten enhet' });
  session.storeNow();
  await until(session, saved);
});

function fail(): Promise<never> {
  return Promise.reject(new Error('the disk is full'));
}
