/**
 * From the return of a line that was dead for five seconds to moving pictures on both pages, against a bare mediasoup page that leaves
 * it to the browser. Each side's lines go through a relay that does the same to them. Only one of the two meetings goes on at a time, or
 * each would take the processor from the other.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { errors, type Browser, type Page } from 'playwright-core';
import { freeUdpPort } from '../support/app.ts';
import { launchBrowser, videoMoves } from '../support/browser.ts';
import { gatherInRoom } from '../support/gathering.ts';
import { MediaRelay } from '../support/mediaRelay.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { startBareServer } from './bare/bareServer.ts';
import { browserOf } from './browserOf.ts';
import { byTurns, quantile, rounds, type Figure } from './harness.ts';
import { leave, pressBare } from './join.ts';

const turns = 4;
const outagesPerTurn = 3;
const deadMs = 5_000;
const wantedMs = 2_000;
/** Before each outage, so that what was estimated of the line is as it was. */
const calmMs = 4_000;
/** What has not come back by then counts as this long, and its meeting is left. */
const longestMs = 60_000;

/** Two people who see each other. */
interface Meeting {
  readonly relay: MediaRelay;
  readonly pages: readonly Page[];
  /** How many pictures move on each page, the own one included where it is shown. */
  readonly pictures: number;
  readonly close: () => Promise<unknown>;
}

export async function recovery(): Promise<Figure[]> {
  const [ourPort, barePort] = [await freeUdpPort(), await freeUdpPort()];
  const { ip, announcedAddress } = MediaRelay.address;
  const server = await ServerProcess.start({
    mediaPort: ourPort,
    environment: { MEDIA_LISTEN_ADDRESS: ip, MEDIA_ANNOUNCED_ADDRESS: announcedAddress },
  });
  const bare = await startBareServer({ ip, announcedAddress, port: barePort });
  const relays = await Promise.all([ourPort, barePort].map((port) => MediaRelay.start({ port, seed: 1 })));
  const browser = await launchBrowser();
  const [ourRelay, bareRelay] = relays;
  if (!ourRelay || !bareRelay) throw new Error('no relay');
  try {
    const taken = await byTurns(
      turns,
      async () => outages(await meetInSamrad(browser, server.url, ourRelay)),
      async () => outages(await meetBare(browser, bare.url, bareRelay)),
    );
    const medians = (side: readonly (readonly number[])[]) => side.map((turn) => quantile(turn, 0.5));
    const [ours, theirs] = [taken.first.flat(), taken.second.flat()];
    return [
      {
        name: 'recovery',
        unit: `ms to moving pictures after ${deadMs} ms without a line`,
        value: rounds(ours),
        comparedTo: { name: 'bare mediasoup page', value: rounds(theirs) },
        pairs: { ours: medians(taken.first), theirs: medians(taken.second) },
        target: { says: `a median of at most ${wantedMs} ms`, isMet: ({ value }) => value <= wantedMs },
        more: { most: quantile(ours, 1), bareMost: quantile(theirs, 1), neverIsCountedAs: longestMs },
      },
    ];
  } finally {
    for (const relay of relays) relay.close();
    await browser.close();
    await Promise.all([bare.stop(), server.kill('SIGTERM')]);
    await server.remove();
  }
}

/** Milliseconds from each return of the line until both pages' pictures move. */
async function outages({ relay, pages, pictures, close }: Meeting): Promise<number[]> {
  const moving = () => Promise.all(pages.map((page) => videoMoves(page, pictures, 1)));
  await moving();
  const taken: number[] = [];
  while (taken.length < outagesPerTurn && !taken.includes(longestMs)) {
    await pause(calmMs);
    relay.set({ dead: true });
    await pause(deadMs);
    relay.set({});
    const from = performance.now();
    taken.push(await moving().then(() => performance.now() - from, longestInstead));
  }
  await close();
  return taken;
}

function longestInstead(error: unknown): number {
  if (error instanceof errors.TimeoutError) return longestMs;
  throw error;
}

async function meetInSamrad(browser: Browser, url: string, relay: MediaRelay): Promise<Meeting> {
  const { devices } = await gatherInRoom(browser, url, ['Anne Lindqvist']);
  const close = async () => {
    for (const device of devices) await leave(device);
    await Promise.all(devices.map((device) => device.close()));
  };
  return { relay, pages: devices.map(({ page }) => page), pictures: 2, close };
}

async function meetBare(browser: Browser, url: string, relay: MediaRelay): Promise<Meeting> {
  const opened = [await browserOf(browser, null), await browserOf(browser, null)];
  for (const one of opened) await pressBare(one, url);
  const close = () => Promise.all(opened.map((one) => one.close()));
  return { relay, pages: opened.map(({ page }) => page), pictures: 1, close };
}
