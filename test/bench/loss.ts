/**
 * How much of the sound is made up when 5, 10 and 30 % of the packets are lost in each direction of every line, against the same
 * meeting without loss. Both pages' lines go through the same relay; what it loses is drawn from a seed.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { freeUdpPort, startApp } from '../support/app.ts';
import { launchBrowser, videoMoves } from '../support/browser.ts';
import { admit, callMeeting, deviceOf, inRoom, knock } from '../support/gathering.ts';
import { MediaRelay } from '../support/mediaRelay.ts';
import { heard, keepConnections, madeUp } from '../support/pageConnections.ts';
import { quantile, rounds, type Figure } from './harness.ts';

/** Wanted, percent of the sound, at this part lost. */
const targets: readonly { readonly loss: number; readonly most: number | null }[] = [
  { loss: 0.05, most: 5 },
  { loss: 0.1, most: 5 },
  { loss: 0.3, most: null },
];
const turns = 3;
const listenSeconds = 10;
/** Until what was heard of the line before has gone through the buffers. */
const settleSeconds = 3;

export async function loss(): Promise<Figure[]> {
  const port = await freeUdpPort();
  const server = await startApp({ media: { workers: 1, firstPort: port, addresses: MediaRelay.addresses } });
  const relay = await MediaRelay.start({ port, seed: 1 });
  const browser = await launchBrowser();
  try {
    const { meetingId } = await callMeeting(server.url, ['Anne Lindqvist']);
    const [host, gp] = [
      await deviceOf(browser, server.url, 'Kari Nymoen'),
      await deviceOf(browser, server.url, 'Anne Lindqvist'),
    ];
    const pages = [host.page, gp.page];
    for (const page of pages) await keepConnections(page);
    await knock(host, server.url, meetingId);
    await inRoom(host);
    await knock(gp, server.url, meetingId);
    await admit(host, 'Anne Lindqvist');
    await Promise.all(pages.map((page) => videoMoves(page, 2)));
    /** Percent of what both heard, on such a line. */
    const onLine = async (part: number): Promise<number[]> => {
      relay.set({ loss: part });
      await pause(settleSeconds * 1_000);
      return percent(pages, listenSeconds);
    };
    const taken = targets.map(() => [] as number[]);
    const calm: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      calm.push(...(await onLine(0)));
      for (const [index, target] of targets.entries()) taken[index]?.push(...(await onLine(target.loss)));
    }
    return targets.map(({ loss: part, most }, index) => ({
      name: 'loss',
      unit: `% of the sound made up at ${part * 100} % lost`,
      value: rounds(taken[index] ?? []),
      comparedTo: { name: 'the same meeting without loss', value: rounds(calm) },
      ...(most === null ? {} : { target: { says: `under ${most} %`, isMet: ({ value }) => value < most } }),
      more: { most: quantile(taken[index] ?? [], 1) },
    }));
  } finally {
    relay.close();
    await browser.close();
    await server.stop();
    await server.remove();
  }
}

function percent(pages: readonly Page[], seconds: number): Promise<number[]> {
  return Promise.all(
    pages.map(async (page) => {
      const before = await heard(page);
      await pause(seconds * 1_000);
      return 100 * madeUp(before, await heard(page));
    }),
  );
}
