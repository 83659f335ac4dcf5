/** A section in a page against a real server: what is called saved is saved, whatever happens to the connection. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { SectionSession } from '../../../client/api/plan/sectionSession.ts';
import { addRow, orderedRows, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { closeCode, frameLimit } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { brokenShelf, openSection, planPage, ShelfInMemory, until, type PlanPage } from '../../support/planPage.ts';

const tasks = listPart('tasks');
let server: RunningApp;
let coordinator: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
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
  const session = openSection(on, { planId, sectionId: 'tasks', ...options });
  onTestFinished(() => session.close());
  return session;
}

const saved = ({ state }: SectionSession): boolean => state.kind === 'saved';

test('P1: an edit is saving until the server has it on disk, then saved, and another page reads it', async () => {
  const session = section(page());
  await until(session, saved);
  const id = addRow(session.doc, tasks, { what: 'Ringe datteren' });
  expect(session.state.kind).toBe('saving');
  await until(session, saved);
  const other = section(page());
  await until(other, saved);
  expect(rowsOf(other.doc).has(id)).toBe(true);
});

test('P1: a pure deletion is saving until it is on disk', async () => {
  const session = section(page());
  await until(session, saved);
  const id = addRow(session.doc, tasks, { what: 'Feil rad' });
  await until(session, saved);
  rowsOf(session.doc).delete(id);
  expect(session.state.kind).toBe('saving');
  await until(session, saved);
  const other = section(page());
  await until(other, saved);
  expect(rowsOf(other.doc).has(id)).toBe(false);
});

test('P2: many sections share one connection, and a lost connection comes back by itself', async () => {
  const opened = page();
  const open = (['tasks', 'contacts', 'what-matters', 'working-notes'] as const).map((sectionId) =>
    section(opened, { sectionId }),
  );
  await Promise.all(open.map((session) => until(session, saved)));
  expect(opened.sockets).toHaveLength(1);
  opened.sockets[0]!.terminate();
  await Promise.all(open.map((session) => until(session, ({ state }) => state.kind === 'offline')));
  await Promise.all(open.map((session) => until(session, saved)));
  expect(opened.sockets).toHaveLength(2);
});

test('P7: an edit made without a connection lies on the device, is never called saved, and goes out on return', async () => {
  const opened = page();
  const shelf = new ShelfInMemory();
  const session = section(opened, { shelf });
  await until(session, saved);
  opened.unplug();
  expect(session.state).toEqual({ kind: 'offline', unsaved: 'none' });
  const id = addRow(session.doc, tasks, { what: 'Skrevet uten nett' });
  expect(session.state).toEqual({ kind: 'offline', unsaved: 'storing' });
  await shelf.holds(1);
  await until(session, ({ state }) => state.kind === 'offline' && state.unsaved === 'device');
  opened.plugIn();
  await until(session, saved);
  await shelf.holds(0);
  const other = section(page());
  await until(other, saved);
  expect(rowsOf(other.doc).has(id)).toBe(true);
});

test('P7: edits of a page that went away are merged by the next one, which says so once they are saved', async () => {
  const shelf = new ShelfInMemory();
  const first = page();
  const before = section(first, { shelf });
  await until(before, saved);
  const kept = addRow(before.doc, tasks, { what: 'Skal slettes uten nett' });
  await until(before, saved);
  first.unplug();
  const written = addRow(before.doc, tasks, { what: 'Skrevet uten nett' });
  rowsOf(before.doc).delete(kept);
  await shelf.holds(1);
  before.close();
  first.connection.close();

  const meanwhile = section(page());
  await until(meanwhile, saved);
  const concurrent = addRow(meanwhile.doc, tasks, { what: 'Skrevet av andre imens' });
  await until(meanwhile, saved);

  const after = section(page(), { shelf });
  await until(after, ({ merged }) => merged === 'saved');
  expect(after.state.kind).toBe('saved');
  await shelf.holds(0);
  const ids = orderedRows(meanwhile.doc).map((row) => row.id);
  expect(ids).toContain(written);
  expect(ids).toContain(concurrent);
  expect(ids).not.toContain(kept);
});

test('P7: where the device can store nothing, the state says that edits are in the page only', async () => {
  const opened = page();
  const session = section(opened, { shelf: brokenShelf });
  await until(session, saved);
  opened.unplug();
  addRow(session.doc, tasks, { what: 'Bare på siden' });
  await until(session, ({ state }) => state.kind === 'offline' && state.unsaved === 'page');
  expect(session.atRisk).toBe(true);
  opened.plugIn();
  await until(session, saved);
  expect(session.atRisk).toBe(false);
});

test('P4: a reader that writes all the same is closed for good, and keeps its words to itself', async () => {
  const relative = await server.signIn('Inger Solbakken');
  const session = section(page(relative), { sectionId: 'contacts', access: 'read' });
  await until(session, saved);
  const id = addRow(session.doc, listPart('contacts'), { who: 'Meg selv' });
  await until(session, ({ state }) => state.kind === 'closed');
  expect(session.state).toMatchObject({ kind: 'closed', code: closeCode.notAllowed });
  expect(await session.unsavedText()).toContain('Meg selv');
  const other = section(page(), { sectionId: 'contacts' });
  await until(other, saved);
  expect(rowsOf(other.doc).has(id)).toBe(false);
});

test('A5: a session that ends closes its sections with 4401, for good', async () => {
  const gp = await server.signIn('Anne Lindqvist');
  const opened = page(gp);
  const session = section(opened);
  await until(session, saved);
  await gp.call('signOut', {}, {});
  await until(session, ({ state }) => state.kind === 'closed');
  expect(session.state).toMatchObject({ code: closeCode.notSignedIn });
});

test('P1: what was written while the server was down is saved by the server that comes after it', async () => {
  const first = await startApp();
  const person = await first.signIn('Kari Nymoen');
  const plan = await person.planOf('Harald Solbakken');
  const session = section(page(person), { planId: plan });
  await until(session, saved);
  await first.stop();
  const id = addRow(session.doc, tasks, { what: 'Skrevet mens serveren var borte' });
  await until(session, ({ state }) => state.kind === 'offline' && state.unsaved === 'device');
  const second = await startApp({ dataDirectory: first.dataDirectory, port: first.port });
  await until(session, saved);
  const other = section(page(person), { planId: plan });
  await until(other, saved);
  expect(rowsOf(other.doc).has(id)).toBe(true);
  await second.stop();
  await second.remove();
});

test('P8: an edit that is too large closes its own section only', async () => {
  const opened = page();
  const [large, other] = [section(opened), section(opened, { sectionId: 'contacts' })];
  await Promise.all([until(large, saved), until(other, saved)]);
  addRow(large.doc, tasks, { what: 'x'.repeat(frameLimit) });
  await until(large, ({ state }) => state.kind === 'closed');
  expect(large.state).toMatchObject({ code: closeCode.tooLarge });
  addRow(other.doc, listPart('contacts'), { who: 'Nabo' });
  await until(other, saved);
  expect(opened.sockets).toHaveLength(1);
});
