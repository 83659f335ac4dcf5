/** The live sections on the wire, with stock clients and a real database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, orderedRows, rowsOf } from '../../../shared/careplan/document.ts';
import { type SectionId, listPart } from '../../../shared/careplan/sections.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';

const tasks = listPart('tasks');
let server: RunningApp;
let coordinator: Person;
let gp: Person;
let relative: Person;
let planId: string;
const open: StockClient[] = [];

beforeAll(async () => {
  server = await startApp();
  [coordinator, gp, relative] = await Promise.all([
    server.signIn('Kari Nymoen'),
    server.signIn('Anne Lindqvist'),
    server.signIn('Marte Solbakken'),
  ]);
  planId = await coordinator.planOf('Harald Solbakken');
});

afterAll(async () => {
  open.forEach((client) => client.close());
  await server.stop();
  await server.remove();
});

function client(person: Person, sectionId: SectionId): StockClient {
  const created = new StockClient({ person, planId, sectionId });
  open.push(created);
  return created;
}

function what(doc: Y.Doc, id: string): string {
  const text = rowsOf(doc).get(id)?.get('what');
  return text instanceof Y.Text ? text.toString() : '';
}

describe('a section that several write', () => {
  test('P2: two writers in the same text come to the same content', async () => {
    const [one, two] = await Promise.all([client(coordinator, 'tasks').open(), client(gp, 'tasks').open()]);
    const id = addRow(one.doc, tasks, { what: 'ring' });
    await two.until((doc) => rowsOf(doc).has(id));
    const write = (doc: Y.Doc, text: string) => {
      const field = rowsOf(doc).get(id)?.get('what');
      if (field instanceof Y.Text) field.insert(4, text);
    };
    write(one.doc, ' Inger');
    write(two.doc, ' Marte');
    await Promise.all([
      one.until((doc) => what(doc, id).length === 16),
      two.until((doc) => what(doc, id).length === 16),
    ]);
    expect(what(one.doc, id)).toBe(what(two.doc, id));
    expect(what(one.doc, id)).toContain(' Inger');
    expect(what(one.doc, id)).toContain(' Marte');
  });

  test('P1: what is acknowledged is there for one who comes later, deletions too', async () => {
    const writer = await client(coordinator, 'tasks').open();
    const kept = addRow(writer.doc, tasks, { what: 'beholdes' });
    const deleted = addRow(writer.doc, tasks, { what: 'slettes' });
    rowsOf(writer.doc).delete(deleted);
    await writer.durable();
    writer.close();
    const later = await client(gp, 'tasks').open();
    expect(what(later.doc, kept)).toBe('beholdes');
    expect(rowsOf(later.doc).has(deleted)).toBe(false);
  });

  test('P1: a restarted server has everything that was acknowledged', async () => {
    const writer = await client(coordinator, 'contacts').open();
    const id = addRow(writer.doc, listPart('contacts'), { who: 'Nattvakten' });
    await writer.durable();
    await server.stop();
    server = await startApp({ dataDirectory: server.dataDirectory });
    coordinator = await server.signIn('Kari Nymoen');
    gp = await server.signIn('Anne Lindqvist');
    relative = await server.signIn('Marte Solbakken');
    writer.close();
    const later = await client(gp, 'contacts').open();
    expect(orderedRows(later.doc).map((row) => row.id)).toContain(id);
  });
});

describe('what one may not', () => {
  test('P3: a relative gets 4404 for the working notes and not one byte of them', async () => {
    const notes = client(relative, 'working-notes');
    expect(await notes.refused()).toBe(closeCode.unknown);
    expect(notes.received).toEqual([]);
  });

  test('A1: a plan that does not exist is answered as one that is not mine', async () => {
    const unknown = new StockClient({ person: relative, planId: 'AAAAAAAAAAAAAAAAAAAAAA', sectionId: 'tasks' });
    open.push(unknown);
    expect(await unknown.refused()).toBe(closeCode.unknown);
  });

  test('P4: a reader who writes is closed with 4403, seen by nobody, and recorded', async () => {
    const writer = await client(coordinator, 'contacts').open();
    const before = rowsOf(writer.doc).size;
    const reader = await client(relative, 'contacts').open();
    expect(rowsOf(reader.doc).size).toBe(before);
    const closed = new Promise<number>((resolve) => reader.provider.once('closed', ({ code }) => resolve(code)));
    const forged = addRow(reader.doc, listPart('contacts'), { who: 'falsk' });
    expect(await closed).toBe(closeCode.notAllowed);
    addRow(writer.doc, listPart('contacts'), { who: 'ekte' });
    await writer.durable();
    const later = await client(gp, 'contacts').open();
    expect(rowsOf(later.doc).has(forged)).toBe(false);
    const chain = await server.app.audit.verify();
    expect(chain.broken).toBe(null);
  });

  test('A5: signing out closes the open section with 4401', async () => {
    const person = await server.signIn('Sofie Amundsen');
    const section = await new StockClient({ person, planId, sectionId: 'tasks' }).open();
    open.push(section);
    const closed = new Promise<number>((resolve) => section.provider.once('closed', ({ code }) => resolve(code)));
    await person.call('signOut', {}, {});
    expect(await closed).toBe(closeCode.notSignedIn);
  });
});
