/**
 * What meetings of six cost, against bare mediasoup: the consumers that a media worker carries until it is full, for each core; and the
 * server's own processor time beside it. Two cores could not fill a worker with browsers, so it is held to a small share of one
 * (fullWorker.ts). Where that cannot be, as its figure then says, its time for each consumer is carried on to a full core instead.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { startBareServer } from './bare/bareServer.ts';
import { Crowd } from './crowd/crowd.ts';
import { bareMeetings, meetingSize, samradMeetings, type BringMeeting } from './crowd/meetingsOfSix.ts';
import { fillWorker, heldShare, type Full } from './fullWorker.ts';
import { byTurns, digits, quantile, rounds, type Figure } from './harness.ts';
import { holdToShare, type Held } from './heldShare.ts';
import { childrenOf, processorSeconds } from './processes.ts';

const meetings = 2;
const turns = 3;
const steadySeconds = 12;
/** After the last has come: what is estimated of the lines has settled. */
const settleMilliseconds = 3_000;
const leastShare = 0.95;
const target: Figure['target'] = { says: `at least ${leastShare} times`, isMet: ({ ratio }) => ratio >= leastShare };

/** A server and its media worker. */
interface Side {
  readonly worker: number;
  readonly server: number;
  readonly bring: () => Promise<BringMeeting>;
}

/** The browser that the participants are in. */
interface Stage {
  readonly browser: Browser;
  readonly browserPid: number;
  readonly crowdUrl: string;
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
  const [server, bare] = [await ServerProcess.start(), await startBareServer()];
  const before = new Set(childrenOf(process.pid));
  const browser = await launchBrowser();
  const browserPid = childrenOf(process.pid).find((pid) => !before.has(pid)) ?? 0;
  const stage: Stage = { browser, browserPid, crowdUrl: bare.crowdUrl };
  const ours: Side = {
    worker: childrenOf(server.pid)[0] ?? 0,
    server: server.pid,
    bring: () => samradMeetings(server.url),
  };
  const theirs: Side = { worker: bare.workerPid, server: bare.pid, bring: async () => bareMeetings(bare) };
  try {
    const loads = await byTurns(
      turns,
      () => load(stage, ours),
      () => load(stage, theirs),
    );
    return [await filled(stage, ours, theirs, loads), ownTime(loads.first, loads.second)];
  } finally {
    await browser.close();
    await Promise.all([bare.stop(), server.kill('SIGTERM')]);
    await server.remove();
  }
}

/** Fills both workers by turns; where they cannot be held or filled, says why and carries on what was measured of them. */
async function filled(
  stage: Stage,
  ours: Side,
  theirs: Side,
  loads: { readonly first: readonly Load[]; readonly second: readonly Load[] },
): Promise<Figure> {
  const holds: Held[] = [];
  const filling = (side: Side) => {
    const worker = holdToShare(side.worker, heldShare);
    holds.push(worker);
    return async (): Promise<Full> => fillWorker({ ...stage, worker, bring: await side.bring() });
  };
  try {
    const { first, second } = await byTurns(turns, filling(ours), filling(theirs));
    return held(first, second);
  } catch (error) {
    return carried(loads.first, loads.second, error instanceof Error ? error.message : String(error));
  } finally {
    for (const { release } of holds) release();
  }
}

function held(ours: readonly Full[], theirs: readonly Full[]): Figure {
  const perCore = (side: readonly Full[]) => side.map(({ consumers }) => consumers / heldShare);
  const middle = (of: (full: Full) => number) => ({ ours: median(ours.map(of)), bare: median(theirs.map(of)) });
  return {
    name: 'meetings-per-core',
    unit: 'consumers for each core of a full media worker, in meetings of six',
    value: rounds(perCore(ours)),
    comparedTo: { name: 'bare mediasoup', value: rounds(perCore(theirs)) },
    pairs: { ours: perCore(ours), theirs: perCore(theirs) },
    target,
    more: {
      workersHeldTo: `${heldShare * 100} % of a core`,
      consumersWhenFull: middle(({ consumers }) => consumers),
      browserCores: middle(({ browser }) => browser),
      packetsPerStream: middle(({ sentPerStream }) => sentPerStream),
      arrived: middle(({ arrived }) => arrived),
    },
  };
}

function carried(ours: readonly Load[], theirs: readonly Load[], why: string): Figure {
  const perCore = (side: readonly Load[]) => side.map(({ consumers, worker }) => consumers / worker);
  return {
    name: 'meetings-per-core',
    unit: `consumers for each core of the media worker, carried on from ${meetings} meetings of six`,
    value: rounds(perCore(ours)),
    comparedTo: { name: 'bare mediasoup', value: rounds(perCore(theirs)) },
    pairs: { ours: perCore(ours), theirs: perCore(theirs) },
    target,
    more: {
      notFilled: why,
      consumers: ours[0]?.consumers,
      workerShare: median(ours.map(({ worker }) => worker)),
      bareWorkerShare: median(theirs.map(({ worker }) => worker)),
    },
  };
}

function ownTime(ours: readonly Load[], theirs: readonly Load[]): Figure {
  const perMeeting = (side: readonly Load[]) => side.map(({ server }) => (server * 1_000) / meetings);
  const perJoin = (side: readonly Load[]) => median(side.map(({ serverPerJoin }) => serverPerJoin));
  return {
    name: 'meeting-server-time',
    unit: 'processor ms a second for each meeting of six, the server without its worker',
    value: rounds(perMeeting(ours)),
    comparedTo: { name: 'bare mediasoup server', value: rounds(perMeeting(theirs)) },
    more: { msPerJoin: perJoin(ours), bareMsPerJoin: perJoin(theirs) },
  };
}

function median(values: readonly number[]): number {
  return digits(quantile(values, 0.5));
}

async function load({ browser, crowdUrl }: Stage, side: Side): Promise<Load> {
  const crowd = await Crowd.open(browser, crowdUrl);
  const before = processorSeconds(side.server);
  const bring = await side.bring();
  for (let meeting = 0; meeting < meetings; meeting += 1) await bring(crowd);
  const consumers = await crowd.receiveAll();
  const joined = processorSeconds(side.server);
  await pause(settleMilliseconds);
  const [worker, server, from] = [processorSeconds(side.worker), processorSeconds(side.server), performance.now()];
  await pause(steadySeconds * 1_000);
  const seconds = (performance.now() - from) / 1_000;
  const taken = {
    consumers,
    worker: (processorSeconds(side.worker) - worker) / seconds,
    server: (processorSeconds(side.server) - server) / seconds,
    serverPerJoin: ((joined - before) * 1_000) / (meetings * meetingSize),
  };
  await crowd.close();
  return taken;
}
