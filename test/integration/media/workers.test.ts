/** Media workers: where rooms are placed, and what happens when a worker dies. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { MediaRoom } from '../../../server/media/mediaRoom.ts';
import { WorkerPool } from '../../../server/media/workerPool.ts';
import { freeUdpPort } from '../../support/app.ts';
import { gather, type CareTeam } from '../meetings/careTeam.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { send } from './rtp.ts';

const listenAddresses = [{ ip: '127.0.0.1' }];
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function pool(workers: number, logged: string[] = []): Promise<{ pool: WorkerPool; firstPort: number }> {
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  const firstPort = await freeUdpPort();
  const created = await WorkerPool.create({ workers, listenAddresses, firstPort, log });
  closers.push(() => created.close());
  return { pool: created, firstPort };
}

const silent = { log: createLog('silent'), onLost: () => {}, onSpoke: () => {} };
const noEvents = {
  consumerAdded: () => {},
  consumerClosed: () => {},
  consumerPaused: () => {},
  consumerStalled: () => {},
  sendingChanged: () => {},
  lineChanged: () => {},
};

/** The port that a room's transports are on. */
async function portOf(room: MediaRoom): Promise<number | undefined> {
  const peer = await room.openPeer({ participantId: 'someone', events: noEvents });
  return peer.setup?.send.iceCandidates[0]?.port;
}

test('rooms are spread over the workers, each with one port for all its transports, UDP first and TCP beside it', async () => {
  const { pool: two, firstPort } = await pool(2);
  expect(new Set(two.workerPids).size).toBe(2);
  const rooms = await Promise.all([1, 2, 3, 4].map(() => MediaRoom.create({ pool: two, ...silent })));
  const ports = await Promise.all(rooms.map(portOf));
  expect(ports.sort()).toEqual([firstPort, firstPort, firstPort + 1, firstPort + 1]);
  const peer = await rooms[0]!.openPeer({ participantId: 'someone', events: noEvents });
  expect(peer.setup?.send.iceCandidates.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
});

test('a dead worker is replaced on the same port, and its rooms move to one that lives', async () => {
  const { pool: two, firstPort } = await pool(2);
  const rooms = await Promise.all(
    [0, 1].map(async () => {
      const { promise: lost, resolve } = Promise.withResolvers<true>();
      const room = await MediaRoom.create({ pool: two, ...silent, onLost: () => resolve(true) });
      return { room, lost, port: await portOf(room) };
    }),
  );
  const victim = rooms.find(({ port }) => port === firstPort)!;
  const [pid] = two.workerPids;
  process.kill(pid!, 'SIGKILL');
  expect(await victim.lost).toBe(true);
  expect(await portOf(victim.room)).toBe(firstPort + 1);
  while (two.workerPids.length < 2) await MediaRoom.create({ pool: two, ...silent }).then((room) => room.close());
  expect(two.workerPids).not.toContain(pid);
  const newcomers = await Promise.all([1, 2, 3].map(() => MediaRoom.create({ pool: two, ...silent })));
  expect(await Promise.all(newcomers.map(portOf))).toContain(firstPort);
});

test('a room waits for the replacement when there is no other worker', async () => {
  const { pool: one, firstPort } = await pool(1);
  const room = await MediaRoom.create({ pool: one, ...silent });
  const peer = await room.openPeer({ participantId: 'someone', events: noEvents });
  const before = peer.setup?.send.id;
  process.kill(one.workerPids[0]!, 'SIGKILL');
  const after = await peer.renew();
  expect(after.send.id).not.toBe(before);
  expect(after.send.iceCandidates[0]?.port).toBe(firstPort);
});

test('the replacement waits for its port as long as somebody else has it', async () => {
  const logged: string[] = [];
  const { pool: one, firstPort } = await pool(1, logged);
  const { promise: lost, resolve } = Promise.withResolvers<true>();
  const squatter = createSocket('udp4');
  const room = await MediaRoom.create({
    pool: one,
    ...silent,
    onLost: () => squatter.bind(firstPort, '127.0.0.1', () => resolve(true)),
  });
  process.kill(one.workerPids[0]!, 'SIGKILL');
  await lost;
  const waiting = portOf(room);
  squatter.send('x', firstPort, '127.0.0.1');
  await once(squatter, 'message');
  expect(one.workerPids).toEqual([]);
  squatter.close();
  expect(await waiting).toBe(firstPort);
});

test('a port that is taken at the start is told by its number', async () => {
  const { firstPort } = await pool(1);
  const second = WorkerPool.create({ workers: 1, listenAddresses, firstPort, log: createLog('silent') });
  await expect(second).rejects.toThrow(`the media port ${firstPort} cannot be used`);
});

test('M3: when the worker of a meeting dies its pages are told, and can build their media anew', async () => {
  const team: CareTeam = await gather();
  closers.push(() => team.close());
  const meetingId = await team.convene();
  const coordinator = await MeetingPage.open(team.coordinator);
  const entered = await coordinator.enter(meetingId);
  const { page: gp, joined } = await team.admit(coordinator, team.gp, meetingId);
  await send(coordinator, entered.media.send.id, 'camera');
  await gp.get('media:receive', { rtpCapabilities: joined.media.routerRtpCapabilities });
  await gp.sees(({ participants }) => participants.some((one) => one.camera));
  gp.forget();

  process.kill(team.server.app.workerPids()[0]!, 'SIGKILL');
  await Promise.all([coordinator.push('media:lost'), gp.push('media:lost')]);
  await gp.sees(({ participants }) => participants.every((one) => !one.camera && one.state === 'joined'));
  const [mine, theirs] = await Promise.all([coordinator.get('media:setup', {}), gp.get('media:setup', {})]);
  expect(mine.send.id).not.toBe(entered.media.send.id);
  gp.forget();
  await gp.get('media:receive', { rtpCapabilities: theirs.routerRtpCapabilities });
  const producerId = await send(coordinator, mine.send.id, 'camera');
  const consumer = await gp.push('media:consumerAdded');
  expect(consumer).toMatchObject({ producerId, source: 'camera' });
  await gp.get('media:resume', { consumerIds: [consumer.id] });
  await gp.sees(({ participants }) => participants.some((one) => one.camera));
  expect(gp.all('media:consumerClosed')).toEqual([]);
  coordinator.close();
  gp.close();
});

test('a page that asks for media while the only worker is dead is answered when there is one again', async () => {
  const team: CareTeam = await gather();
  closers.push(() => team.close());
  const meetingId = await team.convene();
  const coordinator = await MeetingPage.open(team.coordinator);
  await coordinator.enter(meetingId);
  process.kill(team.server.app.workerPids()[0]!, 'SIGKILL');
  await coordinator.push('media:lost');
  expect(team.server.app.workerPids()).toEqual([]);
  const [setup, rejoined] = await Promise.all([coordinator.get('media:setup', {}), coordinator.enter(meetingId)]);
  expect(rejoined.media).toEqual(setup);
  expect(team.server.app.workerPids()).toHaveLength(1);
  coordinator.close();
});
