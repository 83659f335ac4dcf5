/** Comments over REST: who sees them, who may say what, and that a request that arrives twice says a thing once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import type { Thread } from '../../../shared/protocol/routes/comments.ts';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';

let app: RunningApp;
let planId: string;
const people = new Map<string, Person>();

beforeAll(async () => {
  app = await startApp();
  for (const name of [
    'Anne Lindqvist',
    'Kari Nymoen',
    'Harald Solbakken',
    'Inger Solbakken',
    'Bjørn Aasen',
    'Tor Eide',
  ])
    people.set(name, await app.signIn(name));
  planId = await person('Harald Solbakken').planOf('Harald Solbakken');
});

afterAll(async () => {
  await app.stop();
  await app.remove();
});

function person(name: string): Person {
  const found = people.get(name);
  if (!found) throw new Error(`${name} is not signed in.`);
  return found;
}

async function threads(name: string): Promise<Thread[]> {
  return (await person(name).call('threads', { planId }, {})).threads;
}

async function start(name: string, sectionId: SectionId | null, text: string): Promise<string> {
  const id = newId();
  const body = { id, commentId: newId(), sectionId, rowId: null, kind: 'question', text } as const;
  await person(name).call('startThread', { planId }, body);
  return id;
}

const has = (list: readonly Thread[], id: string) => list.some((thread) => thread.id === id);

test('P3: a thread on a section reaches those who may read the section, and nobody else', async () => {
  const onNotes = await start('Anne Lindqvist', 'working-notes', 'Skal vi ta opp dette i møtet?');
  const onContacts = await start('Anne Lindqvist', 'contacts', 'Er natt-telefonen riktig?');
  expect(has(await threads('Kari Nymoen'), onNotes)).toBe(true);
  expect(has(await threads('Harald Solbakken'), onNotes)).toBe(false);
  expect(has(await threads('Inger Solbakken'), onContacts)).toBe(true);
  expect(has(await threads('Bjørn Aasen'), onContacts)).toBe(false);
  await expect(threads('Tor Eide')).rejects.toMatchObject({ code: 'not-found' });
});

test('A question to the team reaches the core professionals and the one who asked, not the others', async () => {
  const asked = await start('Inger Solbakken', null, 'Hvem ringer jeg i påsken?');
  expect(has(await threads('Anne Lindqvist'), asked)).toBe(true);
  expect(has(await threads('Inger Solbakken'), asked)).toBe(true);
  expect(has(await threads('Bjørn Aasen'), asked)).toBe(false);
});

test('A1: to speak in a section that one may not read is answered as unknown', async () => {
  await expect(start('Inger Solbakken', 'working-notes', 'hei')).rejects.toMatchObject({ code: 'not-found' });
  const hidden = await start('Anne Lindqvist', 'working-notes', 'bare for oss');
  const answer = { id: newId(), text: 'hei' };
  for (const threadId of [hidden, newId()])
    await expect(person('Inger Solbakken').call('addComment', { planId, threadId }, answer)).rejects.toMatchObject({
      code: 'not-found',
    });
});

test('Every request may arrive twice: a thread, an answer and a resolution are there once', async () => {
  const [id, commentId, answerId] = [newId(), newId(), newId()];
  const body = { id, commentId, sectionId: 'contacts', rowId: null, kind: 'comment', text: 'En gang' } as const;
  for (let time = 0; time < 2; time += 1) {
    await person('Anne Lindqvist').call('startThread', { planId }, body);
    await person('Kari Nymoen').call('addComment', { planId, threadId: id }, { id: answerId, text: 'Ja' });
    await person('Kari Nymoen').call('resolveThread', { planId, threadId: id }, { resolved: true });
  }
  const thread = (await threads('Anne Lindqvist')).find((candidate) => candidate.id === id);
  expect(thread?.comments.map(({ text }) => text)).toEqual(['En gang', 'Ja']);
  expect(thread?.resolved?.by.name).toBe('Kari Nymoen');
});

test('An answer opens a resolved thread again; only who started it and the professionals resolve it', async () => {
  const id = await start('Anne Lindqvist', 'contacts', 'Stemmer nummeret?');
  await person('Anne Lindqvist').call('resolveThread', { planId, threadId: id }, { resolved: true });
  await person('Inger Solbakken').call('addComment', { planId, threadId: id }, { id: newId(), text: 'Nei' });
  const thread = (await threads('Inger Solbakken')).find((candidate) => candidate.id === id);
  expect(thread?.resolved).toBeNull();
  expect(thread?.mayResolve).toBe(false);
  await expect(
    person('Inger Solbakken').call('resolveThread', { planId, threadId: id }, { resolved: true }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('A2: what is said, read and refused is in the audit log, and the chain holds', async () => {
  const before = (await app.app.audit.verify()).records;
  await start('Anne Lindqvist', 'contacts', 'Et spørsmål til');
  await threads('Anne Lindqvist');
  await start('Inger Solbakken', 'working-notes', 'hei').catch(() => undefined);
  expect(await app.app.audit.verify()).toMatchObject({ records: before + 3, broken: null });
});
