/**
 * From the press of "join" to the first frame of the other's video, against a bare mediasoup page. In both, devices are
 * open, the person has looked at themselves for a moment, and the other one is there and sends.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { admit, callMeeting, deviceOf, inRoom, knock, passDeviceCheck } from '../support/gathering.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { startBareServer } from './bare/bareServer.ts';
import { browserOf, type OpenBrowser } from './browserOf.ts';
import { firstFrame, watchFirstFrame } from './firstFrame.ts';
import { byTurns, rounds, type Figure } from './harness.ts';

const turns = 12;
/** Nobody presses a button the moment it appears. */
const lookMilliseconds = 1_000;
const guest = 'Anne Lindqvist';
const mostTimes = 1.5;

export async function joinTime(): Promise<Figure[]> {
  const [server, bare, browser] = [await ServerProcess.start(), await startBareServer(), await launchBrowser()];
  try {
    const comes = await meetInSamrad(browser, server.url);
    const comesBare = await meetBare(browser, bare.url);
    const taken = await byTurns(turns, comes, comesBare);
    return [
      {
        name: 'join',
        unit: 'ms to the first remote frame',
        value: rounds(taken.first),
        comparedTo: { name: 'bare mediasoup page', value: rounds(taken.second) },
        pairs: { ours: taken.first, theirs: taken.second },
        target: { says: `at most ${mostTimes} times`, isMet: ({ ratio }) => ratio <= mostTimes },
      },
    ];
  } finally {
    await browser.close();
    await Promise.all([bare.stop(), server.kill('SIGTERM')]);
    await server.remove();
  }
}

/** The coordinator is in the room, the GP has been let in once; answers how the GP comes in again. */
async function meetInSamrad(browser: Browser, url: string): Promise<() => Promise<number>> {
  const { meetingId } = await callMeeting(url, [guest]);
  const host = await deviceOf(browser, url, 'Kari Nymoen');
  await knock(host, url, meetingId);
  await inRoom(host);
  const first = await deviceOf(browser, url, guest);
  await knock(first, url, meetingId);
  await admit(host, guest);
  await inRoom(first);
  await leave(first);
  await first.close();
  const comer = await deviceOf(browser, url, guest);
  await watchFirstFrame(comer.context);
  return async () => {
    const { page } = comer;
    await page.goto(`${url}/mote/${meetingId}`);
    await page.getByRole('button', { name: 'Bli med', exact: true }).waitFor();
    await pause(lookMilliseconds);
    await passDeviceCheck(comer);
    const taken = await firstFrame(page);
    await leave(comer);
    await page.goto('about:blank');
    return taken;
  };
}

async function leave({ page }: Pick<OpenBrowser, 'page'>): Promise<void> {
  await page.getByRole('button', { name: 'Gå ut' }).click();
  await page.getByRole('heading', { name: 'Du har gått ut av møtet' }).waitFor();
}

async function meetBare(browser: Browser, url: string): Promise<() => Promise<number>> {
  const host = await browserOf(browser, null);
  await watchFirstFrame(host.context);
  await host.page.goto(url);
  await host.page.getByRole('button', { name: 'Join' }).click();
  const comer = await browserOf(browser, null);
  await watchFirstFrame(comer.context);
  return async () => {
    await comer.page.goto(url);
    const button = comer.page.getByRole('button', { name: 'Join', disabled: false });
    await button.waitFor();
    await pause(lookMilliseconds);
    await button.click();
    const taken = await firstFrame(comer.page);
    await comer.page.goto('about:blank');
    return taken;
  };
}
