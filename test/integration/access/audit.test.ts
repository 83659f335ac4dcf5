/** The audit log: what is in it after people have used the server, and that its chain tells of every change to it. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addRow, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { readAnchors } from '../../../server/audit/anchors.ts';
import { verifyChain, type ChainFault } from '../../../server/audit/chain.ts';
import { auditHash } from '../../../server/storage/auditStore.ts';
import { ReadOnlyDatabase } from '../../../server/storage/readOnlyDatabase.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';

let server: RunningApp;

beforeEach(async () => {
  server = await startApp();
});

afterEach(async () => {
  await server.stop();
  await server.remove();
});

interface Recorded {
  readonly action: string;
  readonly outcome: string;
  readonly sectionId?: string;
  readonly actor: { readonly personId: string; readonly role?: string; readonly purpose?: string } | null;
}

function database(): DatabaseSync {
  return new DatabaseSync(join(server.dataDirectory, 'samrad.sqlite'));
}

function recorded(): Recorded[] {
  const file = database();
  const rows = file.prepare('select body from audit order by sequence').all() as { body: string }[];
  file.close();
  return rows.map(({ body }) => JSON.parse(body) as Recorded);
}

/** Things that are recorded: done and refused ones. */
async function useTheServer(): Promise<void> {
  const coordinator = await server.signIn('Kari Nymoen');
  const planId = await coordinator.planOf('Harald Solbakken');
  const { team } = await coordinator.call('plan', { planId }, {});
  const invited = team.filter(({ role }) => role === 'relative').map(({ personId }) => personId);
  const { meeting } = await coordinator.call(
    'createMeeting',
    { planId },
    { kind: 'care-team', startsAt: null, invited },
  );
  await coordinator.call('createLinks', { meetingId: meeting.id }, {});
  const stranger = new Person(server.url);
  await stranger.call('redeemLink', {}, { token: 'guessed' }).catch(() => undefined);
  const outsider = await server.signIn('Tor Eide');
  await outsider.call('plan', { planId }, {}).catch(() => undefined);
  const writer = await new StockClient({ person: coordinator, planId, sectionId: 'tasks' }).open();
  addRow(writer.doc, listPart('tasks'), { what: 'ett' });
  addRow(writer.doc, listPart('tasks'), { what: 'to' });
  await writer.durable();
  writer.close();
  const relative = await server.signIn('Inger Solbakken');
  const notes = new StockClient({ person: relative, planId, sectionId: 'working-notes' });
  await notes.refused();
  notes.close();
  await coordinator.call('signOut', {}, {});
}

test('A2: sign-ins, reads, write sessions, meetings, links and refusals are each recorded once', async () => {
  await useTheServer();
  const events = recorded().map(({ action, outcome, sectionId }) =>
    [action, outcome, sectionId].filter(Boolean).join(' '),
  );
  const counts = Object.fromEntries(
    [...new Set(events)].map((event) => [event, events.filter((e) => e === event).length]),
  );
  expect(counts).toEqual({
    'sign-in done': 3,
    'plan:list done': 2,
    'plan:read done': 1,
    'meeting:create done': 1,
    'link:create done': 2,
    'link:redeem refused': 1,
    'plan:read refused': 1,
    'section:read done tasks': 1,
    'section:write done tasks': 1,
    'section:read refused working-notes': 1,
    'sign-out done': 1,
  });
});

test('A2: one who only read and comes back after a lost connection is not recorded as a writer', async () => {
  const [coordinator, gp] = await Promise.all([server.signIn('Kari Nymoen'), server.signIn('Anne Lindqvist')]);
  const planId = await coordinator.planOf('Harald Solbakken');
  const writer = await new StockClient({ person: coordinator, planId, sectionId: 'tasks' }).open();
  const reader = await new StockClient({ person: gp, planId, sectionId: 'tasks' }).open();
  const id = addRow(writer.doc, listPart('tasks'), { what: 'slettes' });
  rowsOf(writer.doc).delete(id);
  await writer.durable();
  reader.provider.disconnect();
  await reader.open();
  await reader.durable();
  [writer, reader].forEach((client) => client.close());
  const writers = recorded().filter(({ action }) => action === 'section:write');
  expect(writers.map(({ actor }) => actor?.personId)).toEqual([coordinator.personId]);
});

test('A2: a record says who, in which role, and for what purpose', async () => {
  await useTheServer();
  const write = recorded().find(({ action }) => action === 'section:write');
  expect(write?.actor).toMatchObject({ role: 'coordinator', purpose: 'TREAT' });
});

test('A2: the database itself refuses to change or remove a record', async () => {
  await useTheServer();
  const file = database();
  expect(() => file.exec("update audit set body = '{}' where sequence = 2")).toThrow('append-only');
  expect(() => file.exec('delete from audit where sequence = 2')).toThrow('append-only');
  file.close();
});

const tampering: readonly [string, string, { sequence: number; fault: ChainFault }][] = [
  ['changed', "update audit set body = '{}' where sequence = 3", { sequence: 3, fault: 'changed' }],
  ['removed', 'delete from audit where sequence = 3', { sequence: 4, fault: 'missing' }],
  [
    'reordered',
    'update audit set sequence = -sequence where sequence in (3, 4); update audit set sequence = 7 + sequence where sequence < 0',
    { sequence: 3, fault: 'misplaced' },
  ],
  [
    'inserted',
    'insert into audit select 100, body, previous_hash, hash from audit where sequence = 3',
    { sequence: 100, fault: 'missing' },
  ],
];
test.each(tampering)('A2: a record that was %s behind the server’s back is named', async (_what, statement, first) => {
  await useTheServer();
  expect((await server.app.audit.verify()).broken).toBe(null);
  const file = database();
  file.exec(`drop trigger audit_no_update; drop trigger audit_no_delete; ${statement}`);
  file.close();
  expect((await server.app.audit.verify()).broken).toEqual(first);
});

test.each([
  ['whose end was cut off', 'delete from audit where sequence > 3', 'cut-off', 4],
  [
    'that was written anew from some record on',
    `create temp table t as select * from audit where sequence >= 3;
     delete from audit where sequence >= 3;
     insert into audit select 3, '{}', (select hash from audit where sequence = 2), '';
     update audit set hash = sealed(previous_hash, sequence, body) where sequence = 3`,
    'rewritten',
    3,
  ],
] as const)(
  'A2: a log %s is noticed by its anchors, where the chain alone fits',
  async (_what, statement, fault, at) => {
    await useTheServer();
    const anchorFile = join(server.dataDirectory, 'audit.anchors');
    const file = database();
    for (const { sequence, hash } of file.prepare('select sequence, hash from audit order by sequence').all())
      if (Number(sequence) % 3 === 0)
        await appendFile(anchorFile, `${new Date().toISOString()} ${String(sequence)} ${String(hash)}\n`);
    await appendFile(anchorFile, '2026-01-01T00:00');
    file.function('sealed', (previous_hash, sequence, body) =>
      auditHash({ previous_hash: String(previous_hash), sequence: Number(sequence), body: String(body) }),
    );
    file.exec(`drop trigger audit_no_update; drop trigger audit_no_delete; ${statement}`);
    file.close();
    const readOnly = ReadOnlyDatabase.open(server.dataDirectory)!;
    const anchors = await readAnchors(anchorFile);
    expect((await verifyChain(readOnly)).broken).toBeNull();
    expect((await verifyChain(readOnly, anchors)).broken).toEqual({ sequence: at, fault });
    readOnly.close();
  },
);

test('A2: the end of the log is anchored when the server stops, and again when it starts', async () => {
  const first = await startApp();
  const { dataDirectory } = first;
  await first.signIn('Kari Nymoen');
  await first.stop();
  const anchorFile = join(dataDirectory, 'audit.anchors');
  const readOnly = ReadOnlyDatabase.open(dataDirectory)!;
  const { records, newestHash } = await verifyChain(readOnly);
  readOnly.close();
  expect(await readAnchors(anchorFile)).toEqual([{ sequence: records, hash: newestHash }]);
  const again = await startApp({ dataDirectory });
  expect(await readAnchors(anchorFile)).toHaveLength(2);
  await again.stop();
  await again.remove();
});

test('H4: the log names no person and no patient', async () => {
  await useTheServer();
  const all = server.logged.join('\n');
  for (const name of ['Solbakken', 'Nymoen', 'Lindqvist', 'Iversen']) expect(all).not.toContain(name);
});
