/** What was deleted and purged is gone from every file, and stays gone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, proseOf, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { filesThatHold } from '../../support/dataFiles.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';

const marker = 'Hemmelig-utkast-7Q2x';
let server: RunningApp;
let gp: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  gp = await server.signIn('Anne Lindqvist');
  planId = await gp.planOf('Harald Solbakken');
});

afterAll(() => server.remove());

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

test('J4: a deleted row, deleted prose and an undone edit are found in no file after a purge, nor do they come back', async () => {
  const tasks = await new StockClient({ person: gp, planId, sectionId: 'tasks' }).open();
  const undo = new Y.UndoManager(rowsOf(tasks.doc), { trackedOrigins: new Set(['typed']) });
  const rows = Array.from({ length: 40 }, (_, number) =>
    addRow(tasks.doc, listPart('tasks'), { what: `${marker} ${'lang tekst '.repeat(number * 20)}` }),
  );
  const kept = addRow(tasks.doc, listPart('tasks'), { what: 'Denne blir' });
  await tasks.durable();
  tasks.doc.transact(
    () => (rowsOf(tasks.doc).get(kept)?.get('what') as Y.Text).insert(0, `${marker} angret `),
    'typed',
  );
  await tasks.durable();
  tasks.doc.transact(() => rowsOf(tasks.doc).get(kept)?.set('rang-who', marker), 'typed');
  await tasks.durable();
  undo.undo();
  await tasks.durable();
  tasks.doc.transact(() => rows.forEach((id) => rowsOf(tasks.doc).delete(id)), 'typed');
  await tasks.durable();
  const notes = await new StockClient({ person: gp, planId, sectionId: 'working-notes' }).open();
  proseOf(notes.doc, 'notes').push([paragraph(marker), paragraph('Dette blir også')]);
  await notes.durable();
  proseOf(notes.doc, 'notes').delete(proseOf(notes.doc, 'notes').length - 2, 1);
  await notes.durable();
  expect(await filesThatHold(server.dataDirectory, marker)).not.toEqual([]);

  await gp.call('purgeSection', { planId, sectionId: 'tasks' }, {});
  await gp.call('purgeSection', { planId, sectionId: 'working-notes' }, {});
  expect(await filesThatHold(server.dataDirectory, marker)).toEqual([]);

  // A page that still holds the old words to undo to comes back, and says all that it knows.
  tasks.provider.disconnect();
  await tasks.open();
  (rowsOf(tasks.doc).get(kept)?.get('what') as Y.Text).insert(0, 'Tilbake. ');
  await tasks.durable();
  const fresh = await new StockClient({ person: gp, planId, sectionId: 'tasks' }).open();
  const text = rowsOf(fresh.doc).get(kept)?.get('what');
  expect(String(text)).toBe('Tilbake. Denne blir');
  expect(JSON.stringify(rowsOf(fresh.doc).toJSON())).not.toContain(marker);
  expect(await filesThatHold(server.dataDirectory, marker)).toEqual([]);
  expect(fresh.received.some((bytes) => Buffer.from(bytes).includes(marker))).toBe(false);
  [tasks, notes, fresh].forEach((client) => client.close());
  await server.stop();
  expect(await filesThatHold(server.dataDirectory, marker)).toEqual([]);
  expect(await filesThatHold(server.dataDirectory, 'Denne blir')).not.toEqual([]);
});
