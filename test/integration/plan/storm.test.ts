/** Several pages write at once while their connections come and go. */
import { isDeepStrictEqual } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { SectionSession } from '../../../client/api/plan/sectionSession.ts';
import { addRow, orderedRows, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import { startApp } from '../../support/app.ts';
import { openSection, planPage, until } from '../../support/planPage.ts';
import { Random, seedOf } from '../../support/random.ts';

const tasks = listPart('tasks');
const pages = 4;
const rounds = 150;

/** One edit of one of the kinds that a page makes. */
function edit({ doc }: SectionSession, random: Random): void {
  const rows = orderedRows(doc);
  const { row, id } = rows.length > 0 ? random.pick(rows) : { row: null, id: '' };
  const text = row?.get('what');
  const kind = random.below(10);
  if (!row || !(text instanceof Y.Text) || kind === 0) addRow(doc, tasks, { what: `ny ${random.below(1_000)}` });
  else if (kind === 1) rowsOf(doc).delete(id);
  else if (kind < 4) row.set('status', random.pick(['open', 'doing', 'done']));
  else if (kind < 6 && text.length > 0) text.delete(random.below(text.length), 1);
  else text.insert(random.below(text.length + 1), random.pick(['æ', 'øre', ' ', '👵']));
}

test('P2: pages whose connections come and go reach the same content, and only then call it saved', async () => {
  const random = new Random(seedOf('PLAN_STORM', 20_261_123));
  const server = await startApp();
  const person = await server.signIn('Kari Nymoen');
  const planId = await person.planOf('Harald Solbakken');
  const open = Array.from({ length: pages }, () => {
    const page = planPage(person);
    return { page, session: openSection(page, { planId, sectionId: 'tasks' }) };
  });
  onTestFinished(async () => {
    for (const { page, session } of open) {
      session.close();
      page.connection.close();
    }
    await server.stop();
    await server.remove();
  });
  const saved = ({ state }: SectionSession): boolean => state.kind === 'saved';
  await Promise.all(open.map(({ session }) => until(session, saved)));

  for (let round = 0; round < rounds; round += 1) {
    const { page, session } = random.pick(open);
    edit(session, random);
    expect(saved(session)).toBe(false);
    if (random.below(12) === 0) page.sockets.at(-1)?.terminate();
    if (random.below(3) === 0) await new Promise((resolve) => setImmediate(resolve));
    if (random.below(20) === 0) await until(session, saved);
  }
  await Promise.all(open.map(({ session }) => until(session, saved)));

  const latecomer = planPage(person);
  const late = openSection(latecomer, { planId, sectionId: 'tasks' });
  onTestFinished(() => {
    late.close();
    latecomer.connection.close();
  });
  await until(late, saved);
  const wanted = rowsView(late.doc, tasks);
  const same = ({ doc }: SectionSession): boolean => isDeepStrictEqual(rowsView(doc, tasks), wanted);
  await Promise.all(open.map(({ session }) => until(session, same)));
});
