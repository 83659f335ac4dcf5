/**
 * From the return of a line that was dead for five seconds to moving pictures again, against one that was dead for a moment:
 * what is waited for beyond that is what finding the way again costs. Both pages' lines go through the same relay.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { freeUdpPort, startApp } from '../support/app.ts';
import { launchBrowser, videoMoves } from '../support/browser.ts';
import { gatherInRoom } from '../support/gathering.ts';
import { MediaRelay } from '../support/mediaRelay.ts';
import { byTurns, quantile, rounds, type Figure } from './harness.ts';

const turns = 4;
const outagesPerTurn = 2;
const longMs = 5_000;
const shortMs = 500;
const wantedMs = 2_000;
/** Between two outages, so that what was estimated of the line is as it was. */
const calmMs = 4_000;

export async function recovery(): Promise<Figure[]> {
  const port = await freeUdpPort();
  const server = await startApp({ media: { workers: 1, firstPort: port, addresses: MediaRelay.addresses } });
  const relay = await MediaRelay.start({ port, seed: 1 });
  const browser = await launchBrowser();
  try {
    const { devices } = await gatherInRoom(browser, server.url, ['Anne Lindqvist']);
    const moving = () => Promise.all(devices.map(({ page }) => videoMoves(page, 2, 1)));
    await moving();
    const outages = async (ms: number): Promise<number[]> => {
      const taken: number[] = [];
      for (let outage = 0; outage < outagesPerTurn; outage += 1) {
        await pause(calmMs);
        relay.set({ dead: true });
        await pause(ms);
        relay.set({});
        const from = performance.now();
        await moving();
        taken.push(performance.now() - from);
      }
      return taken;
    };
    const taken = await byTurns(
      turns,
      () => outages(longMs),
      () => outages(shortMs),
    );
    const medians = (side: readonly (readonly number[])[]) => side.map((turn) => quantile(turn, 0.5));
    return [
      {
        name: 'recovery',
        unit: `ms to moving pictures after ${longMs} ms without a line`,
        value: rounds(taken.first.flat()),
        comparedTo: { name: `after ${shortMs} ms without a line`, value: rounds(taken.second.flat()) },
        pairs: { ours: medians(taken.first), theirs: medians(taken.second) },
        target: {
          says: `a median of at most ${wantedMs} ms`,
          isMet: ({ value }) => value <= wantedMs,
        },
      },
    ];
  } finally {
    relay.close();
    await browser.close();
    await server.stop();
    await server.remove();
  }
}
