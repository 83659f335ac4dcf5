/**
 * What meetings of six cost: the media worker's processor time for each consumer, as consumers that one core would carry,
 * against bare mediasoup; and the server's own time beside it. The participants are light (one small layer and a tone), so
 * this is the worker's cost per packet and consumer, carried on to a full core; the machine that runs it could not fill a
 * worker with browsers.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { callMeeting } from '../support/gathering.ts';
import { Person } from '../support/person.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { startBareServer, type BareServer } from './bare/bareServer.ts';
import { bareLine } from './crowd/bareLine.ts';
import { Crowd } from './crowd/crowd.ts';
import { samradLine, type SamradLine } from './crowd/samradLine.ts';
import { byTurns, digits, quantile, rounds, type Figure } from './harness.ts';
import { childrenOf, processorSeconds } from './processes.ts';

const meetings = 2;
const turns = 3;
const steadySeconds = 12;
/** After the last has come: what is estimated of the lines has settled. */
const settleMilliseconds = 3_000;
const leastShare = 0.95;
const people = ['Kari Nymoen', 'Anne Lindqvist', 'Jonas Haugland', 'Sofie Amundsen', 'Fatima Yilmaz', 'Lina Strand'];

interface Pids {
  readonly worker: number;
  readonly server: number;
}

/** Processor time in shares of a core. */
interface Load {
  readonly consumers: number;
  readonly worker: number;
  readonly server: number;
  /** Processor milliseconds of the server for each join, all that follows it included. */
  readonly serverPerJoin: number;
}

export async function meetingsPerCore(): Promise<Figure[]> {
  const [server, bare, browser] = [await ServerProcess.start(), await startBareServer(), await launchBrowser()];
  try {
    const ourPids = { worker: childrenOf(server.pid)[0] ?? 0, server: server.pid };
    const barePids = { worker: bare.workerPid, server: bare.pid };
    const { first: ours, second: theirs } = await byTurns(
      turns,
      () => load(browser, bare.crowdUrl, ourPids, (crowd) => fillSamrad(crowd, server.url)),
      () => load(browser, bare.crowdUrl, barePids, (crowd) => fillBare(crowd, bare)),
    );
    return [carried(ours, theirs), ownTime(ours, theirs)];
  } finally {
    await browser.close();
    await Promise.all([bare.stop(), server.kill('SIGTERM')]);
    await server.remove();
  }
}

function carried(ours: readonly Load[], theirs: readonly Load[]): Figure {
  const perCore = (side: readonly Load[]) => side.map(({ consumers, worker }) => consumers / worker);
  return {
    name: 'meetings-per-core',
    unit: `consumers for each core of the media worker, from ${meetings} meetings of six`,
    value: rounds(perCore(ours)),
    comparedTo: { name: 'bare mediasoup', value: rounds(perCore(theirs)) },
    pairs: { ours: perCore(ours), theirs: perCore(theirs) },
    target: { says: `at least ${leastShare} times`, isMet: ({ ratio }) => ratio >= leastShare },
    more: {
      consumers: ours[0]?.consumers,
      workerShare: digits(
        quantile(
          ours.map(({ worker }) => worker),
          0.5,
        ),
      ),
      bareWorkerShare: digits(
        quantile(
          theirs.map(({ worker }) => worker),
          0.5,
        ),
      ),
    },
  };
}

function ownTime(ours: readonly Load[], theirs: readonly Load[]): Figure {
  const perMeeting = (side: readonly Load[]) => side.map(({ server }) => (server * 1_000) / meetings);
  const perJoin = (side: readonly Load[]) =>
    digits(
      quantile(
        side.map(({ serverPerJoin }) => serverPerJoin),
        0.5,
      ),
    );
  return {
    name: 'meeting-server-time',
    unit: 'processor ms a second for each meeting of six, the server without its worker',
    value: rounds(perMeeting(ours)),
    comparedTo: { name: 'bare mediasoup server', value: rounds(perMeeting(theirs)) },
    more: { msPerJoin: perJoin(ours), bareMsPerJoin: perJoin(theirs) },
  };
}

async function load(
  browser: Browser,
  crowdUrl: string,
  pids: Pids,
  fill: (crowd: Crowd) => Promise<void>,
): Promise<Load> {
  const crowd = await Crowd.open(browser, crowdUrl);
  const before = processorSeconds(pids.server);
  await fill(crowd);
  const consumers = await crowd.receiveAll();
  const joined = processorSeconds(pids.server);
  await pause(settleMilliseconds);
  const [worker, server, from] = [processorSeconds(pids.worker), processorSeconds(pids.server), performance.now()];
  await pause(steadySeconds * 1_000);
  const seconds = (performance.now() - from) / 1_000;
  const taken = {
    consumers,
    worker: (processorSeconds(pids.worker) - worker) / seconds,
    server: (processorSeconds(pids.server) - server) / seconds,
    serverPerJoin: ((joined - before) * 1_000) / (meetings * people.length),
  };
  await crowd.close();
  return taken;
}

async function fillSamrad(crowd: Crowd, url: string): Promise<void> {
  const persons = await Promise.all(people.map((name) => Person.signIn(url, name)));
  for (let meeting = 0; meeting < meetings; meeting += 1) {
    const { meetingId } = await callMeeting(url, people.slice(1));
    let leader: SamradLine | null = null;
    for (const person of persons) {
      const line: SamradLine = await samradLine(person, meetingId, leader?.page ?? null);
      leader ??= line;
      await crowd.add(line);
    }
  }
}

async function fillBare(crowd: Crowd, bare: BareServer): Promise<void> {
  for (let meeting = 0; meeting < meetings; meeting += 1)
    for (let person = 0; person < people.length; person += 1)
      await crowd.add(await bareLine(bare.url, String(meeting)));
}
