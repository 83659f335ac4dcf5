/**
 * From the press of "join" to the first and to the last of the others' first frames, where one, three or seven others are
 * there, against a bare mediasoup page. The others are the same on both sides: light senders that share one page, since
 * real ones would leave nothing of this machine to whoever joins.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { callMeeting, deviceOf, knock, passDeviceCheck } from '../support/gathering.ts';
import { Person } from '../support/person.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { startBareServer, type BareServer } from './bare/bareServer.ts';
import { browserOf } from './browserOf.ts';
import { bareLine } from './crowd/bareLine.ts';
import { Crowd } from './crowd/crowd.ts';
import { letIn, samradLine } from './crowd/samradLine.ts';
import { firstFrame, firstFrames, watchFirstFrame } from './firstFrame.ts';
import { byTurns, quantile, rounds, type Figure } from './harness.ts';
import { leave, lookMilliseconds, mostTimes, pressBare } from './join.ts';

const crowdSizes = [1, 3, 7];
const turns = 3;
const joinsPerTurn = 3;
const comer = 'Anne Lindqvist';
const leader = 'Kari Nymoen';
const others = ['Jonas Haugland', 'Sofie Amundsen', 'Fatima Yilmaz', 'Lina Strand', 'Bjørn Aasen', 'Erik Dahl'];

/** Milliseconds to the first and to the last of the others. */
interface Seen {
  readonly first: number;
  readonly all: number;
}

interface Meeting {
  readonly join: () => Promise<Seen>;
  readonly close: () => Promise<void>;
}

export async function joinCrowd(): Promise<Figure[]> {
  const [server, bare, browser] = [await ServerProcess.start(), await startBareServer(), await launchBrowser()];
  try {
    const figures: Figure[] = [];
    for (const size of crowdSizes) {
      const { first: ours, second: theirs } = await byTurns(
        turns,
        () => joins(() => meetInSamrad({ browser, url: server.url, crowdUrl: bare.crowdUrl, size })),
        () => joins(() => meetBare({ browser, bare, size })),
      );
      figures.push(figureOf('first', size, ours, theirs), figureOf('all', size, ours, theirs));
    }
    return figures;
  } finally {
    await browser.close();
    await Promise.all([bare.stop(), server.kill('SIGTERM')]);
    await server.remove();
  }
}

function figureOf(which: keyof Seen, size: number, ours: readonly Seen[][], theirs: readonly Seen[][]): Figure {
  const samples = (side: readonly Seen[][]) => side.map((turn) => turn.map((seen) => seen[which]));
  const medians = (side: readonly Seen[][]) => samples(side).map((turn) => quantile(turn, 0.5));
  const frames = which === 'first' ? 'the first remote frame' : 'the first frame of every other';
  return {
    name: `join-crowd ${size} ${which}`,
    unit: `ms to ${frames}, ${size} others`,
    value: rounds(samples(ours).flat()),
    comparedTo: { name: 'bare mediasoup page', value: rounds(samples(theirs).flat()) },
    pairs: { ours: medians(ours), theirs: medians(theirs) },
    target: { says: `at most ${mostTimes} times`, isMet: ({ ratio }) => ratio <= mostTimes },
    more: { others: 'light senders in one page: 160 × 90 at 15 a second in one layer, and a tone' },
  };
}

async function joins(begin: () => Promise<Meeting>): Promise<Seen[]> {
  const meeting = await begin();
  const taken: Seen[] = [];
  for (let join = 0; join < joinsPerTurn; join += 1) taken.push(await meeting.join());
  await meeting.close();
  return taken;
}

async function meetInSamrad({
  browser,
  url,
  crowdUrl,
  size,
}: {
  browser: Browser;
  url: string;
  crowdUrl: string;
  size: number;
}): Promise<Meeting> {
  const { meetingId } = await callMeeting(url, [comer, ...others]);
  const crowd = await Crowd.open(browser, crowdUrl);
  const host = await samradLine(await Person.signIn(url, leader), meetingId, null);
  await crowd.add(host);
  for (const name of others.slice(0, size - 1))
    await crowd.add(await samradLine(await Person.signIn(url, name), meetingId, host.page));
  const guest = await deviceOf(browser, url, comer);
  await watchFirstFrame(guest.context);
  await knock(guest, url, meetingId);
  await letIn(host.page, (name) => name === comer);
  await firstFrames(guest.page, size);
  await leave(guest);
  return {
    join: async () => {
      await guest.page.goto(`${url}/mote/${meetingId}`);
      await guest.page.getByRole('button', { name: 'Bli med', exact: true }).waitFor();
      await pause(lookMilliseconds);
      await passDeviceCheck(guest);
      const seen = { first: await firstFrame(guest.page), all: await firstFrames(guest.page, size) };
      await leave(guest);
      return seen;
    },
    close: async () => {
      await Promise.all([crowd.close(), guest.close()]);
    },
  };
}

async function meetBare({
  browser,
  bare,
  size,
}: {
  browser: Browser;
  bare: BareServer;
  size: number;
}): Promise<Meeting> {
  const crowd = await Crowd.open(browser, bare.crowdUrl);
  for (let other = 0; other < size; other += 1) await crowd.add(await bareLine(bare.url, ''));
  const guest = await browserOf(browser, null);
  await watchFirstFrame(guest.context);
  await pressBare(guest, bare.url);
  await firstFrames(guest.page, size);
  return {
    join: async () => {
      await guest.page.goto('about:blank');
      await pressBare(guest, bare.url);
      return { first: await firstFrame(guest.page), all: await firstFrames(guest.page, size) };
    },
    close: async () => {
      await Promise.all([crowd.close(), guest.close()]);
    },
  };
}
