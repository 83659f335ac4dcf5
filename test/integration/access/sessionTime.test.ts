/** Sessions and the clock, and what an identity provider says of them. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cookieNames } from '../../../server/access/cookies.ts';
import type { Device, SessionStart } from '../../../server/access/session.ts';
import { sessionLimits } from '../../../server/access/sessionLimits.ts';
import { Sessions } from '../../../server/access/sessions.ts';
import { AuditLog } from '../../../server/audit/auditLog.ts';
import { fillDemo } from '../../../server/demo/fillDemo.ts';
import { CareTeamStore } from '../../../server/storage/careTeamStore.ts';
import { PlanStore } from '../../../server/storage/planStore.ts';
import { SectionLog } from '../../../server/storage/sectionLog.ts';
import { SessionStore } from '../../../server/storage/sessionStore.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';
import { newDataDirectory } from '../../support/app.ts';

const day = 86_400_000;
const device: Device = { browser: 'firefox', system: 'linux', browserSecret: null };
/** How far the server's clock is ahead, ms. */
let aheadMs = 0;
let directory: string;
let database: SqliteDatabase;
let personId: string;
let sessions: Sessions;

const now = () => new Date(Date.now() + aheadMs);

function create({ idleMs = day, absoluteMs = day } = {}): Promise<Sessions> {
  const limit = { idleMs, absoluteMs };
  return Sessions.create({
    store: new SessionStore(database),
    audit: new AuditLog({ database, now }),
    now,
    limits: sessionLimits({ signedIn: limit, link: limit }),
    cookies: cookieNames({ secure: false }),
    onError: (error) => {
      throw error;
    },
  });
}

/** Begins a session and uses it once; `ended` resolves when its end is told. */
async function begin(start: Partial<SessionStart> = {}) {
  const { session, secret } = await sessions.start({ personId, identification: 'demo', device, ...start });
  return held(session.id, `samrad_session=${secret}`);
}

async function held(sessionId: string, cookie: string) {
  expect(await sessions.authenticate({ cookie })).not.toBeNull();
  const ended = new Promise<void>((resolve) => void sessions.onEnded(sessionId, resolve));
  return { sessionId, cookie, ended };
}

beforeEach(async () => {
  aheadMs = 0;
  directory = await newDataDirectory();
  database = await SqliteDatabase.open({ directory, onLost: () => undefined });
  const [planId] = await fillDemo({ store: new PlanStore(database, new SectionLog(database)), now: now() });
  const [member] = await new CareTeamStore(database).members(planId!, now().toISOString());
  personId = member!.personId;
});

afterEach(async () => {
  sessions.close();
  await database.close();
  await rm(directory, { recursive: true });
});

test('S4: a clock that is set back makes no session longer', async () => {
  sessions = await create({ absoluteMs: 1_500 });
  const { ended, cookie } = await begin();
  aheadMs = -day;
  await ended;
  expect(await sessions.authenticate({ cookie })).toBeNull();
});

test('S4: nor one that was idle, nor while the server stands still', async () => {
  sessions = await create({ idleMs: 1_500 });
  const { sessionId, cookie } = await begin();
  sessions.close();
  aheadMs = -day;
  sessions = await create({ idleMs: 1_500 });
  await (
    await held(sessionId, cookie)
  ).ended;
  expect(await sessions.authenticate({ cookie })).toBeNull();
});

test('S1: sessions whose time is up while the server stands still are gone when it comes back', async () => {
  sessions = await create();
  const { cookie } = await begin();
  sessions.close();
  aheadMs = day + 1;
  sessions = await create();
  expect(await sessions.authenticate({ cookie })).toBeNull();
  expect(await new SessionStore(database).find({ personId })).toEqual([]);
});

test('S1: when a session was last used is kept over a restart', async () => {
  sessions = await create({ idleMs: 600_000 });
  const { sessionId, cookie } = await begin();
  aheadMs = 500_000;
  sessions.used((await sessions.authenticate({ cookie }))!);
  sessions.close();
  aheadMs = 1_000_000;
  sessions = await create({ idleMs: 600_000 });
  await held(sessionId, cookie);
});

test('A5: a provider ends the session that it names, or all of its person, and no other', async () => {
  sessions = await create();
  const from = (provider: string, providerSubject: string, providerSession: string) =>
    begin({ identification: 'oidc', provider, providerSubject, providerSession });
  const first = await from('helseid', 'kari', 'one');
  const second = await from('helseid', 'kari', 'two');
  const other = await from('idporten', 'kari', 'one');
  const isOpen = async ({ cookie }: { cookie: string }) => (await sessions.authenticate({ cookie })) !== null;
  expect(await sessions.endByProvider({ provider: 'helseid', sid: 'one' })).toBe(1);
  await first.ended;
  expect([await isOpen(first), await isOpen(second), await isOpen(other)]).toEqual([false, true, true]);
  expect(await sessions.endByProvider({ provider: 'helseid', subject: 'kari' })).toBe(1);
  await second.ended;
  expect([await isOpen(second), await isOpen(other)]).toEqual([false, true]);
  expect(await sessions.endByProvider({ provider: 'idporten' })).toBe(0);
  expect(await sessions.endAll(personId)).toBe(1);
  await other.ended;
});
