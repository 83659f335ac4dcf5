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

/** What this page has heard: samples in all, and how many of them were made up because sound was missing. */
function heard(page: Page): Promise<{ total: number; concealed: number }> {
  return page.evaluate(async () => {
    const sum = { total: 0, concealed: 0 };
    for (const connection of (globalThis as unknown as KeepingWindow).connections) {
      for (const [, report] of (await connection.getStats()) as Map<string, { type: string }>) {
        const { type, kind, totalSamplesReceived, concealedSamples } = report as RTCInboundRtpStreamStats & {
          type: string;
        };
        if (type !== 'inbound-rtp' || kind !== 'audio') continue;
        sum.total += totalSamplesReceived ?? 0;
        sum.concealed += concealedSamples ?? 0;
      }
    }
    return sum;
  });
}

/** Resolves when so many seconds of sound have been played; answers the part of it that was made up. */
export async function listen(page: Page, seconds: number): Promise<number> {
  const before = await heard(page);
  const wanted = before.total + seconds * 48_000;
  await expect.poll(async () => (await heard(page)).total, { timeout: 60_000 }).toBeGreaterThan(wanted);
  const after = await heard(page);
  return (after.concealed - before.concealed) / (after.total - before.total);
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
