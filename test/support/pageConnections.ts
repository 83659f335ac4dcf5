/** The WebRTC connections of a page, so that a test can ask them how they are: what was heard, and from which ports the page sends. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export interface KeepingWindow {
  connections: RTCPeerConnection[];
}

/** From the next page load on its connections are kept within reach. */
export function keepConnections(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    (globalThis as unknown as KeepingWindow).connections = kept;
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...args);
        kept.push(this);
      }
    };
  });
}

/** What a page has heard: samples in all, and how many of them were made up because sound was missing. */
interface Heard {
  readonly total: number;
  readonly concealed: number;
}

export function heard(page: Page): Promise<Heard> {
  return page.evaluate(async () => {
    const sum = { total: 0, concealed: 0 };
    for (const connection of (globalThis as unknown as KeepingWindow).connections) {
      for (const [, report] of (await connection.getStats()) as Map<string, RTCInboundRtpStreamStats>) {
        const { type, kind, totalSamplesReceived = 0, concealedSamples = 0 } = report;
        if (type !== 'inbound-rtp' || kind !== 'audio') continue;
        sum.total += totalSamplesReceived;
        sum.concealed += concealedSamples;
      }
    }
    return sum;
  });
}

/** The part of the sound between two looks that was made up, 0–1. */
export function madeUp(before: Heard, after: Heard): number {
  return (after.concealed - before.concealed) / (after.total - before.total);
}

/** Resolves when so many seconds of sound have been played; answers the part of it that was made up. */
export async function listen(page: Page, seconds: number): Promise<number> {
  const before = await heard(page);
  const wanted = before.total + seconds * 48_000;
  await expect.poll(async () => (await heard(page)).total, { timeout: 60_000 }).toBeGreaterThan(wanted);
  return madeUp(before, await heard(page));
}

/** The ports that this page's connections send from now: by them a relay knows the page. */
export function portsOf(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const ports: number[] = [];
    for (const connection of (globalThis as unknown as KeepingWindow).connections) {
      if (connection.connectionState !== 'connected') continue;
      const reports = [...((await connection.getStats()) as Map<string, Record<string, unknown>>).values()];
      const chosen = reports.find(({ type }) => type === 'transport')?.['selectedCandidatePairId'];
      const pair = reports.find(({ id }) => id === chosen);
      const local = reports.find(({ id }) => id === pair?.['localCandidateId']);
      if (typeof local?.['port'] === 'number') ports.push(local['port']);
    }
    return ports;
  });
}
