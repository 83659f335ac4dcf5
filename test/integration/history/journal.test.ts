/** Who wrote what and when, on the wire: from the edits of stock clients to what each person is told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, proseOf, recordOf, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';

let server: RunningApp;
let gp: Person;
let nurse: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  gp = await server.signIn('Anne Lindqvist');
  nurse = await server.signIn('Fatima Yilmaz');
  planId = await gp.planOf('Harald Solbakken');
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

async function sectionOf(person: Person, id: string) {
  const { sections } = await person.call('history', { planId }, {});
  const found = sections.find((section) => section.id === id);
  if (!found) throw new Error(`nothing is told of ${id}`);
  return found;
}

test('J1: a row, its fields, prose and a record are told with who and when; what others did is news', async () => {
  await gp.call('markSeen', { planId }, {});
  await nurse.call('markSeen', { planId }, {});
  const contacts = await new StockClient({ person: nurse, planId, sectionId: 'contacts' }).open();
  const id = addRow(contacts.doc, listPart('contacts'), { who: 'Natt-telefon' });
  await contacts.durable();
  rowsOf(contacts.doc).get(id)?.set('phone', '22 00 00 12');
  await contacts.durable();
  const told = await sectionOf(gp, 'contacts');
  expect(told.news.map(({ row, field, kind, by }) => ({ row, field, kind, by }))).toEqual([
    { row: id, field: '', kind: 'added', by: nurse.personId },
    { row: id, field: 'phone', kind: 'changed', by: nurse.personId },
  ]);
  expect(told.last).toMatchObject({ row: id, field: 'phone', by: nurse.personId, role: 'home-care' });
  expect((await sectionOf(nurse, 'contacts')).news).toEqual([]);

  const phase = await new StockClient({ person: gp, planId, sectionId: 'phase' }).open();
  recordOf(phase.doc).set('phase', 'palliative');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Om fasen')]);
  proseOf(phase.doc, 'about').push([paragraph]);
  await phase.durable();
  const news = (await sectionOf(nurse, 'phase')).news.map(({ part, field, kind }) => ({ part, field, kind }));
  expect(news).toContainEqual({ part: 'record', field: 'phase', kind: 'changed' });
  expect(news).toContainEqual({ part: 'about', field: '', kind: 'changed' });
  await nurse.call('markSeen', { planId }, {});
  expect((await sectionOf(nurse, 'phase')).news).toEqual([]);
  [contacts, phase].forEach((client) => client.close());
});

test('J1, J2: the history of a task tells each status in turn, and keeps no free text', async () => {
  const tasks = await new StockClient({ person: gp, planId, sectionId: 'tasks' }).open();
  const id = addRow(tasks.doc, listPart('tasks'), { what: 'Bestille seng' });
  await tasks.durable();
  rowsOf(tasks.doc).get(id)?.set('status', 'doing');
  await tasks.durable();
  const others = await new StockClient({ person: nurse, planId, sectionId: 'tasks' }).open();
  rowsOf(others.doc).get(id)?.set('status', 'open');
  (rowsOf(others.doc).get(id)?.get('what') as Y.Text).insert(0, 'Ikke ');
  await others.durable();
  rowsOf(tasks.doc).get(id)?.set('status', 'done');
  await tasks.durable();
  const { entries } = await gp.call('rowHistory', { planId, sectionId: 'tasks', rowId: id }, {});
  expect(entries.map(({ field, kind, value, by }) => [kind, field, value, by])).toEqual([
    ['added', '', null, gp.personId],
    ['changed', 'status', 'doing', gp.personId],
    ['changed', 'status', 'open', nurse.personId],
    ['changed', 'what', null, nurse.personId],
    ['changed', 'status', 'done', gp.personId],
  ]);
  [tasks, others].forEach((client) => client.close());
});
