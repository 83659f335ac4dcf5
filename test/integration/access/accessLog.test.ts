/** What the patient reads of the audit log, and the command that verifies it beside a running server. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogEntry } from '../../../shared/protocol/routes/accessLog.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';
import { atDatabase } from '../versions/versionsOf.ts';

let server: RunningApp;
let patient: Person;
let gp: Person;
let planId: string;

beforeEach(async () => {
  server = await startApp();
  patient = await server.signIn('Harald Solbakken');
  gp = await server.signIn('Anne Lindqvist');
  planId = await patient.planOf('Harald Solbakken');
});

afterEach(async () => {
  await server.stop();
  await server.remove();
});

async function wholeLog(): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let before: string | null = 'newest'; before !== null;) {
    const page: { entries: LogEntry[]; before: string | null } = await patient.call(
      'accessLog',
      { planId, before },
      {},
    );
    entries.push(...page.entries);
    before = page.before;
  }
  return entries;
}

test('A9: the patient is told once of each part that somebody read, by name and role, and of who was stopped', async () => {
  const reading = await new StockClient({ person: gp, planId, sectionId: 'medicines' }).open();
  reading.close();
  const outsider = await server.signIn('Tor Eide');
  await outsider.call('plan', { planId }, {}).catch(() => undefined);
  const log = await wholeLog();
  const reads = log.filter(({ action, sectionId }) => action === 'section:read' && sectionId === 'medicines');
  expect(reads).toMatchObject([
    { outcome: 'done', who: { name: 'Anne Lindqvist', role: 'gp' }, purpose: 'TREAT', subject: null },
  ]);
  const stopped = log.filter(({ outcome }) => outcome === 'refused');
  expect(stopped).toMatchObject([{ action: 'plan:read', who: { name: 'Tor Eide', role: null } }]);
  expect(log[0]).toMatchObject({ action: 'log:read', who: { name: 'Harald Solbakken' } });
});

test('A9: a log of several pages is told whole, each record once, and nothing of another plan', async () => {
  for (let time = 0; time < 230; time += 1) await gp.call('approval', { planId }, {});
  const other = await gp.planOf('Ruth Iversen');
  await gp.call('plan', { planId: other }, {});
  const log = await wholeLog();
  expect(log.filter(({ action }) => action === 'version:list')).toHaveLength(230);
  expect(new Set(log.map(({ sequence }) => sequence)).size).toBe(log.length);
  const ofOther = atDatabase(server, (database) =>
    database.prepare("select sequence from audit where json_extract(body, '$.planId') = ?").all(other),
  ).map(({ sequence }) => sequence);
  expect(ofOther.length).toBeGreaterThan(0);
  expect(log.filter(({ sequence }) => ofOther.includes(sequence))).toEqual([]);
});

/** Runs `npm run audit:verify` as it is written, without the set-up before it. */
function verify(): Promise<{ code: number; said: string }> {
  const command = join(import.meta.dirname, '../../../server/audit/verifyCommand.ts');
  const env = { ...process.env, DATA_DIR: server.dataDirectory };
  return new Promise((resolve) => {
    execFile(process.execPath, [command], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    );
  });
}

test('A2: the log is verified by a command while the server runs, and the first record that does not fit is named', async () => {
  await patient.call('plan', { planId }, {});
  const { records } = await server.app.audit.verify();
  expect(await verify()).toMatchObject({ code: 0, said: expect.stringMatching(`^${records} records`) as string });
  atDatabase(server, (database) => {
    database.exec("drop trigger audit_no_update; update audit set body = '{}' where sequence = 2");
  });
  expect(await verify()).toEqual({
    code: 1,
    said: 'Record 2 does not fit: it says something else than when it was written. 1 before it fit.\n',
  });
});
