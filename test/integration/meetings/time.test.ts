/** What passing time does to seats and sessions, with the real parts and shorter times than in life. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CareTeam as CareTeams, type LinkReach } from '../../../server/access/careTeam.ts';
import { cookieNames } from '../../../server/access/cookies.ts';
import { sessionLimits } from '../../../server/access/sessionLimits.ts';
import { Sessions } from '../../../server/access/sessions.ts';
import { AuditLog } from '../../../server/audit/auditLog.ts';
import { Attempts } from '../../../server/guard/attempts.ts';
import { Guard } from '../../../server/guard/guard.ts';
import { createLog } from '../../../server/log.ts';
import { LineTests } from '../../../server/media/lineTests.ts';
import { WorkerPool } from '../../../server/media/workerPool.ts';
import { LiveMeetings } from '../../../server/meetings/live/liveMeetings.ts';
import { MeetingService } from '../../../server/meetings/meetingService.ts';
import { createGateway } from '../../../server/socket/gateway.ts';
import { CareTeamStore } from '../../../server/storage/careTeamStore.ts';
import { MeetingStore } from '../../../server/storage/meetingStore.ts';
import { SessionStore } from '../../../server/storage/sessionStore.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';
import { freeUdpPort } from '../../support/app.ts';
import { gather, type CareTeam } from './careTeam.ts';
import { MeetingPage } from './meetingPage.ts';

/** How far the server's clock is ahead. */
let aheadMs = 0;
const seatsKeptMs = { lobby: 300, joined: 700 };

let team: CareTeam;
let meetingId: string;
let httpServer: Server;
let url: string;
let close: () => Promise<void>;

/** The demo is filled and the meeting made by the whole server; then only the meetings are served from its data. */
beforeAll(async () => {
  team = await gather();
  meetingId = await team.convene();
  await team.server.stop();

  const log = createLog('silent');
  const now = () => new Date(Date.now() + aheadMs);
  const database = await SqliteDatabase.open({ directory: team.server.dataDirectory, onLost: () => undefined });
  const audit = new AuditLog({ database, now });
  const store = new MeetingStore(database);
  const sessions = await Sessions.create({
    store: new SessionStore(database),
    audit,
    now,
    limits: sessionLimits({
      signedIn: { idleMs: 1_800_000, absoluteMs: 43_200_000 },
      link: { idleMs: 7_200_000, absoluteMs: 86_400_000 },
    }),
    cookies: cookieNames({ secure: false }),
    onError: (error) => log.error({ err: error }, 'a session could not be written'),
  });
  const linkReach: LinkReach = (meetingId, personId) => store.linkReach(meetingId, personId);
  const careTeam = new CareTeams({ store: new CareTeamStore(database), audit, now, linkReach });
  const meetings = new MeetingService({ store, careTeam, audit, now });
  const listenAddresses = [{ ip: '127.0.0.1' }];
  const pool = await WorkerPool.create({ workers: 1, listenAddresses, firstPort: await freeUdpPort(), log });
  const live = new LiveMeetings({
    pool,
    meetings,
    endLink: () => Promise.resolve(),
    now: () => new Date(),
    capacity: 12,
    seatsKeptMs,
    log,
  });
  const attempts = new Attempts({ audit, onError: (error) => log.error({ err: error }, 'not recorded') });
  const guard = new Guard({ attempts, originAllowed: () => true, addressOf: () => null });
  httpServer = createServer();
  const gateway = createGateway({
    httpServer,
    sessions,
    meetings: live,
    lineTests: new LineTests({ pool }),
    guard,
    recordRefusal: (refusal) => meetings.recordRefusal(refusal),
    log,
  });
  httpServer.listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
  close = async () => {
    gateway.close();
    attempts.close();
    sessions.close();
    live.close();
    pool.close();
    httpServer.close();
    await database.close();
    await team.server.remove();
  };
});

afterAll(() => close());

const open = (person: { cookie: string }) => MeetingPage.open({ url, cookie: person.cookie });

test('one whose line stays down is gone after a while: sooner from the lobby than from the room', async () => {
  const coordinator = await open(team.coordinator);
  await coordinator.enter(meetingId);
  const gp = await open(team.gp);
  await gp.join(meetingId);
  const { lobby } = await coordinator.sees((meeting) => meeting.lobby.length === 1);
  await coordinator.get('meeting:admit', { participantId: lobby[0]!.id });
  await gp.push('meeting:admitted');
  const nurse = await open(team.nurse);
  await nurse.join(meetingId);
  await coordinator.sees((meeting) => meeting.lobby.length === 1 && meeting.participants.length === 2);
  coordinator.forget();

  const cutAt = performance.now();
  gp.cut();
  nurse.cut();
  const away = await coordinator.sees(({ participants }) => participants.some(({ state }) => state === 'reconnecting'));
  expect(away.lobby).toHaveLength(1);
  await coordinator.sees((meeting) => meeting.lobby.length === 0 && meeting.participants.length === 2);
  expect(performance.now() - cutAt).toBeGreaterThan(seatsKeptMs.lobby - 20);
  await coordinator.sees(({ participants }) => participants.length === 1);
  expect(performance.now() - cutAt).toBeGreaterThan(seatsKeptMs.joined - 20);
  coordinator.close();
});

test('A5: when a session’s time is up, its next request says so and its person is out of the room at once', async () => {
  const [coordinator, gp] = await Promise.all([open(team.coordinator), open(team.gp)]);
  await coordinator.enter(meetingId);
  await gp.enter(meetingId);
  await coordinator.sees(({ participants }) => participants.length === 2);
  coordinator.forget();
  aheadMs = 24 * 3_600_000;
  expect(await gp.ask('meeting:raiseHand', { raised: true })).toEqual({ ok: false, code: 'not-signed-in' });
  await gp.disconnected();
  const after = await coordinator.sees(({ participants }) => participants.length === 1);
  expect(after.participants[0]?.handRaisedAt).toBeNull();
  expect(coordinator.all('meeting:changed').flatMap(({ participants }) => participants)).toHaveLength(1);
  await expect(open(team.gp)).rejects.toThrow('not-signed-in');
  coordinator.close();
});
