/** What goes when its time has come: whole plans, drafts, meetings and links. */
import { rm } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { addRow } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { newDataDirectory, startApp, type RunningApp } from '../../support/app.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { filesThatHold } from '../../support/dataFiles.ts';
import { targets, type PlanRoute, type World } from '../../support/policyTargets.ts';
import { StockClient } from '../../support/stockClient.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { atDatabase } from '../versions/versionsOf.ts';

const days = 86_400_000;
const later = { deletionMs: 30 * days, draftMs: 180 * days, meetingMs: 365 * days, auditMs: 3_650 * days };

let dataDirectory = '';
let server: RunningApp | null = null;

afterEach(async () => {
  await server?.stop();
  server = null;
  await rm(dataDirectory, { recursive: true, force: true });
});

async function start(retention = later): Promise<RunningApp> {
  await server?.stop();
  if (dataDirectory === '') dataDirectory = await newDataDirectory();
  server = await startApp({ dataDirectory, retention });
  return server;
}

async function world(running: RunningApp): Promise<World> {
  const gp = await running.signIn('Anne Lindqvist');
  const [patient, relative] = [await running.signIn('Harald Solbakken'), await running.signIn('Inger Solbakken')];
  const planId = await gp.planOf('Harald Solbakken');
  const body = { kind: 'care-team' as const, startsAt: null, invited: [relative.personId] };
  const { meeting } = await gp.call('createMeeting', { planId }, body);
  await gp.call('createLinks', { meetingId: meeting.id }, {});
  return { planId, meetingId: meeting.id, gp, patient, relative };
}

/** Does whatever can be done in a plan, so that every table holds something of it. */
async function useEverything(parts: World): Promise<void> {
  for (const name of Object.keys(targets) as PlanRoute[]) {
    if (name === 'deletePlan' || name === 'keepPlan') continue;
    const { params, body } = await targets[name](parts);
    for (const person of [parts.gp, parts.patient]) await person.call(name, params, body).catch(() => undefined);
  }
  const { versions } = await parts.gp.call('versions', { planId: parts.planId }, {});
  const [version] = versions;
  if (!version) throw new Error('there is a version');
  const signing = { planId: parts.planId, versionId: version.id };
  await parts.gp.call('signVersion', signing, { hash: version.hash }).catch(() => undefined);
}

/** The tables that hold something, by a text that they hold. */
function tablesThatHold(running: RunningApp, text: string): string[] {
  const found: string[] = [];
  atDatabase(running, (database) => {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    for (const { name } of tables) {
      const rows = database.prepare(`select * from "${String(name)}"`).all();
      if (rows.some((row) => JSON.stringify(row).includes(text))) found.push(String(name));
    }
  });
  return found;
}

test('K3: a plan that is deleted goes from every table and file, with who was known only by it; the record stays', async () => {
  const running = await start();
  const parts = await world(running);
  const { planId, patient, gp } = parts;
  await useEverything(parts);
  const task = 'Husk pianostemmeren';
  const writer = await new StockClient({ person: gp, planId, sectionId: 'tasks' }).open();
  addRow(writer.doc, listPart('tasks'), { what: task });
  await writer.durable();
  writer.close();
  const held = tablesThatHold(running, planId);
  expect(held.length).toBeGreaterThan(15);
  await patient.call('deletePlan', { planId }, {});
  expect((await gp.call('plan', { planId }, {})).deletedAt).toEqual(expect.any(String));
  atDatabase(running, (database) =>
    database.prepare('update plan_deletion set due_at = ?').run(new Date(Date.now() - 1).toISOString()),
  );
  // A meeting that goes on keeps it; this one was never begun.
  const after = await start();
  // The demonstration remembers which plans it was filled with.
  expect(tablesThatHold(after, planId)).toEqual(['audit', 'setting']);
  expect(tablesThatHold(after, patient.personId)).toEqual(['audit']);
  expect(tablesThatHold(after, gp.personId)).toContain('person');
  const tail = new AuditTail(after);
  expect(tail.take()).toContainEqual(
    expect.objectContaining({ action: 'plan:erase', outcome: 'done', channel: 'server' }),
  );
  tail.close();
  expect((await after.app.audit.verify()).broken).toBeNull();
  const again = await after.signIn('Anne Lindqvist');
  expect((await again.call('home', {}, {})).patients.map(({ patientName }) => patientName)).toEqual(['Ruth Iversen']);
  await after.stop();
  server = null;
  for (const gone of [task, 'Harald Solbakken', 'Inger Solbakken'])
    expect(await filesThatHold(dataDirectory, gone), gone).toEqual([]);
});

test('K3: a deletion is taken back until its day, by patient or coordinator, and by nobody else', async () => {
  const running = await start();
  const { planId, patient, gp } = await world(running);
  const coordinator = await running.signIn('Kari Nymoen');
  await expect(gp.call('deletePlan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
  await patient.call('deletePlan', { planId }, {});
  const { deletedAt } = await patient.call('plan', { planId }, {});
  await coordinator.call('deletePlan', { planId }, {});
  expect((await patient.call('plan', { planId }, {})).deletedAt).toBe(deletedAt);
  await coordinator.call('keepPlan', { planId }, {});
  expect((await patient.call('plan', { planId }, {})).deletedAt).toBeNull();
  const after = await start({ ...later, deletionMs: 0 });
  expect(await (await after.signIn('Anne Lindqvist')).planOf('Harald Solbakken')).toBe(planId);
});

test('K3: a plan in which a meeting goes on waits', async () => {
  const running = await start();
  const { planId, patient, meetingId } = await world(running);
  await patient.call('deletePlan', { planId }, {});
  atDatabase(running, (database) => {
    database.prepare('update plan_deletion set due_at = ?').run('2026-01-01T00:00:00.000Z');
    database.prepare("update meeting set state = 'open' where id = ?").run(meetingId);
  });
  expect(tablesThatHold(await start(), planId)).toContain('plan');
});

test('K4: a draft, a meeting and a link go when their time has come; what is signed stays', async () => {
  const running = await start();
  const { planId, gp, meetingId } = await world(running);
  const names = ['Utkastet', 'Den signerte'];
  for (const name of names) await gp.call('createVersion', { planId }, { name, reason: '', corrects: null });
  const { versions } = await gp.call('versions', { planId }, {});
  const signed = versions.find(({ name }) => name === 'Den signerte');
  await gp.call('signVersion', { planId, versionId: signed?.id ?? '' }, { hash: signed?.hash ?? '' });
  const page = await MeetingPage.open(gp);
  const beside = [{ name: 'Nora', relation: 'student' }];
  await page.get('meeting:join', { meetingId, seat: page.seat, takeOver: false, beside });
  await page.get('meeting:end', {});
  page.close();
  await start();
  expect(tablesThatHold(server!, meetingId)).toEqual(
    expect.arrayContaining(['meeting', 'link', 'invitee', 'attendance', 'attendance_beside']),
  );
  const after = await start({ ...later, draftMs: 0, meetingMs: -days });
  const again = await after.signIn('Anne Lindqvist');
  expect((await again.call('versions', { planId }, {})).versions.map(({ name }) => name)).toEqual(['Den signerte']);
  expect(tablesThatHold(after, meetingId)).toEqual(['audit']);
  expect((await again.call('home', {}, {})).meetings).toEqual([]);
});

test('K5: records of the audit log go when their time has come, the log says so, and what is left still verifies', async () => {
  const running = await start();
  const { planId } = await world(running);
  const before = await running.app.audit.verify();
  expect(before.records).toBeGreaterThan(5);
  const again = await start({ ...later, auditMs: 0 });
  const after = await again.app.audit.verify();
  expect(after.broken).toBeNull();
  expect(after.records).toBeGreaterThan(0);
  expect(after.records).toBeLessThan(before.records);
  await (await again.signIn('Anne Lindqvist')).call('plan', { planId }, {});
  expect((await again.app.audit.verify()).broken).toBeNull();

  atDatabase(again, (database) => {
    expect(() => database.exec('delete from audit')).toThrow('append-only');
  });
  // The beginning taken away without a record of it is noticed.
  atDatabase(again, (database) => {
    database.exec(`update audit_start set through = (select max(sequence) from audit) - 1,
      hash = (select hash from audit where sequence = (select max(sequence) from audit) - 1)`);
    database.exec('delete from audit where sequence <= (select through from audit_start)');
  });
  expect((await again.app.audit.verify()).broken).toMatchObject({ fault: 'beginning-gone' });
});
