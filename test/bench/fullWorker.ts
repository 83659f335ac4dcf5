/**
 * How many consumers a media worker carries until it is full. It is held to a small share of a core, and meetings of six come in, one
 * after the other, until it has to wait for its share more often than not. All six send from the beginning; they receive one after the other, with a look at the
 * worker after each.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { Crowd, type Packets } from './crowd/crowd.ts';
import type { BringMeeting } from './crowd/meetingsOfSix.ts';
import type { Held } from './heldShare.ts';
import { processorSecondsOfFamily } from './processes.ts';

/** Of a core: so small that what sends and receives is far from full when the worker is. */
export const heldShare = 0.05;
/** Full is who has to wait in this part of the periods. */
const fullAt = 0.5;
/** A worker that is not full by then never will be. */
const mostMeetings = 6;
const settleMs = 2_000;
const lookMs = 5_000;

/** What there was when the worker was full. */
export interface Full {
  readonly consumers: number;
  /** Processor time of the browser that sends and receives, in cores. */
  readonly browser: number;
  /** Packets a second of each stream that is sent. */
  readonly sentPerStream: number;
  /** The part of what is sent that came in at those who receive it, 0–1. */
  readonly arrived: number;
}

interface Look {
  readonly consumers: number;
  /** The part of the periods in which the worker had to wait, 0–1. */
  readonly waited: number;
}

interface Sides {
  readonly browser: Browser;
  readonly browserPid: number;
  readonly crowdUrl: string;
  readonly worker: Held;
  readonly bring: BringMeeting;
}

/** Fills a worker that is held to `heldShare`. */
export async function fillWorker({ browser, browserPid, crowdUrl, worker, bring }: Sides): Promise<Full> {
  const crowd = await Crowd.open(browser, crowdUrl);
  try {
    let [consumers, before] = [0, { consumers: 0, waited: 0 } as Look];
    for (let meeting = 0; meeting < mostMeetings; meeting += 1)
      for (const member of await bring(crowd)) {
        consumers += await crowd.receive(member);
        await pause(settleMs);
        const [packets, browserTime] = [await crowd.packets(), processorSecondsOfFamily(browserPid)];
        const now = { consumers, waited: await waitedOf(worker) };
        if (now.waited >= fullAt)
          return {
            consumers: whereFull(before, now),
            browser: ((processorSecondsOfFamily(browserPid) - browserTime) * 1_000) / lookMs,
            ...flow(packets, await crowd.packets(), { consumers, streams: crowd.size * 2 }),
          };
        before = now;
      }
    throw new Error('the worker does not get its share: the machine is full before it');
  } finally {
    await crowd.close();
  }
}

async function waitedOf({ periods }: Held): Promise<number> {
  const before = periods();
  await pause(lookMs);
  const after = periods();
  return (after.waited - before.waited) / Math.max(1, after.wanted - before.wanted);
}

/** Between two looks, of which the later found it full. */
function whereFull(before: Look, now: Look): number {
  const part = (fullAt - before.waited) / (now.waited - before.waited);
  return before.consumers + part * (now.consumers - before.consumers);
}

function flow(
  before: Packets,
  after: Packets,
  { consumers, streams }: { consumers: number; streams: number },
): Pick<Full, 'sentPerStream' | 'arrived'> {
  const seconds = (after.at - before.at) / 1_000;
  const sentPerStream = (after.sent - before.sent) / seconds / streams;
  return { sentPerStream, arrived: (after.received - before.received) / seconds / consumers / sentPerStream };
}
