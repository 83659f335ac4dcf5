/** A section as plain data, whatever hands have put into its document. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, proseOf } from '../../../shared/careplan/document.ts';
import { listPart, sections } from '../../../shared/careplan/sections.ts';
import { proseView, rowsView, tasksOf } from '../../../shared/careplan/view.ts';

const tasks = listPart('tasks');
const contacts = listPart('contacts');

test('rows come in the order in which they were added', () => {
  const doc = new Y.Doc();
  for (const what of ['én', 'to', 'tre']) addRow(doc, tasks, { what });
  expect(rowsView(doc, tasks).map(({ values }) => values.what)).toEqual(['én', 'to', 'tre']);
});

test('P8: what stands among the rows and is no row is left out', () => {
  const doc = new Y.Doc();
  const id = addRow(doc, tasks, { what: 'ekte' });
  const root: Y.Map<unknown> = doc.getMap('rows');
  root.set('tekst', 'ingen rad');
  root.set('null', null);
  root.set('liste', new Y.Array());
  expect(rowsView(doc, tasks).map((row) => row.id)).toEqual([id]);
});

test('P8: a value of the wrong kind reads as empty', () => {
  const doc = new Y.Doc();
  const id = addRow(doc, contacts, { who: 'Nattvakten' });
  const row = doc.getMap<Y.Map<unknown>>('rows').get(id);
  for (const field of ['weekdays', 'from', 'holidays', 'about', 'phone']) row?.set(field, { hostile: true });
  expect(rowsView(doc, contacts)[0]?.values).toEqual({
    who: 'Nattvakten',
    kind: '',
    phone: '',
    about: '',
    weekdays: [],
    from: '',
    to: '',
    holidays: false,
  });
});

test('a task that has no valid status counts as not begun', () => {
  const doc = new Y.Doc();
  addRow(doc, tasks, { what: 'ringe', status: 'tull' });
  expect(tasksOf(rowsView(doc, tasks))).toMatchObject([{ what: 'ringe', status: 'open', deadline: '' }]);
});

test('prose reads as paragraphs of plain text, marks left out', () => {
  const doc = new Y.Doc();
  const paragraph = (text: string) => {
    const element = new Y.XmlElement('paragraph');
    const content = new Y.XmlText();
    content.insert(0, text, { strong: {} });
    element.insert(0, [content]);
    return element;
  };
  proseOf(doc, 'matters').insert(0, [paragraph('Hjemme.'), paragraph('Hagen.')]);
  expect(proseView(doc, sections['what-matters'])).toMatchObject({
    matters: 'Hjemme.\nHagen.',
    hope: '',
  });
});
