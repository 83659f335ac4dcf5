/**
 * From the press of "join" to the first frame of the other's video, against a bare mediasoup page. In both, devices are
 * open, the person has looked at themselves for a moment, and the other one is there and sends. Only one of the two
 * meetings goes on at a time, or each would take the processor from the other.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { admit, callMeeting, deviceOf, inRoom, knock, passDeviceCheck } from '../support/gathering.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { startBareServer } from './bare/bareServer.ts';
import { browserOf, type OpenBrowser } from './browserOf.ts';
import { firstFrame, watchFirstFrame } from './firstFrame.ts';
import { byTurns, quantile, rounds, type Figure } from './harness.ts';

const turns = 4;
const joinsPerTurn = 4;
/** Nobody presses a button the moment it appears. */
export const lookMilliseconds = 1_000;
const comer = 'Anne Lindqvist';
/** Beside the bare page. */
export const mostTimes = 1.25;

/** A meeting that goes on: comes in, sees the first frame, goes out; answers the milliseconds. */
interface Meeting {
  readonly join: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function joinTime(): Promise<Figure[]> {
  const [server, bare, browser] = [await ServerProcess.start(), await startBareServer(), await launchBrowser()];
  try {
    const taken = await byTurns(
      turns,
      () => joins(() => meetInSamrad(browser, server.url)),
      () => joins(() => meetBare(browser, bare.url)),
    );
    const medians = (side: readonly (readonly number[])[]) => side.map((turn) => quantile(turn, 0.5));
    return [
      {
        name: 'join',
        unit: 'ms to the first remote frame',
        value: rounds(taken.first.flat()),
        comparedTo: { name: 'bare mediasoup page', value: rounds(taken.second.flat()) },
        pairs: { ours: medians(taken.first), theirs: medians(taken.second) },
        target: { says: `at most ${mostTimes} times`, isMet: ({ ratio }) => ratio <= mostTimes },
      },
    ];
  } finally {
    await browser.close();
    await Promise.all([bare.stop(), server.kill('SIGTERM')]);
    await server.remove();
  }
}

async function joins(begin: () => Promise<Meeting>): Promise<number[]> {
  const meeting = await begin();
  const taken: number[] = [];
  for (let join = 0; join < joinsPerTurn; join += 1) taken.push(await meeting.join());
  await meeting.close();
  return taken;
}

/** The coordinator is in the room and has let the GP in once, so that the GP comes straight in. */
async function meetInSamrad(browser: Browser, url: string): Promise<Meeting> {
  const { meetingId } = await callMeeting(url, [comer]);
  const [host, gp] = [await deviceOf(browser, url, 'Kari Nymoen'), await deviceOf(browser, url, comer)];
  await knock(host, url, meetingId);
  await inRoom(host);
  await watchFirstFrame(gp.context);
  await knock(gp, url, meetingId);
  await admit(host, comer);
  await firstFrame(gp.page);
  await leave(gp);
  return {
    join: async () => {
      await gp.page.goto(`${url}/mote/${meetingId}`);
      await gp.page.getByRole('button', { name: 'Bli med', exact: true }).waitFor();
      await pause(lookMilliseconds);
      await passDeviceCheck(gp);
      const taken = await firstFrame(gp.page);
      await leave(gp);
      return taken;
    },
    close: async () => {
      await leave(host);
      await Promise.all([host.close(), gp.close()]);
    },
  };
}

export async function leave({ page }: Pick<OpenBrowser, 'page'>): Promise<void> {
  await page.getByRole('button', { name: 'Gå ut' }).click();
  await page.getByRole('heading', { name: 'Du har gått ut av møtet' }).waitFor();
}

async function meetBare(browser: Browser, url: string): Promise<Meeting> {
  const [host, guest] = [await browserOf(browser, null), await browserOf(browser, null)];
  for (const { context } of [host, guest]) await watchFirstFrame(context);
  await pressBare(host, url);
  await pressBare(guest, url);
  await Promise.all([firstFrame(host.page), firstFrame(guest.page)]);
  return {
    join: async () => {
      await guest.page.goto('about:blank');
      await pressBare(guest, url);
      return firstFrame(guest.page);
    },
    close: async () => {
      await Promise.all([host.close(), guest.close()]);
    },
  };
}

export async function pressBare({ page }: OpenBrowser, url: string): Promise<void> {
  await page.goto(url);
  const button = page.getByRole('button', { name: 'Join', disabled: false });
  await button.waitFor();
  await pause(lookMilliseconds);
  await button.click();
}
