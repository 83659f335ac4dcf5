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

/** One voice, as far as this page has heard it: samples in all, and how many of them were made up because sound was missing. */
interface Heard {
  readonly packets: number;
  readonly total: number;
  readonly concealed: number;
}

function heard(page: Page): Promise<Record<string, Heard>> {
  return page.evaluate(async () => {
    const voices: Record<string, Heard> = {};
    for (const connection of (globalThis as unknown as KeepingWindow).connections) {
      for (const [, report] of (await connection.getStats()) as Map<string, RTCInboundRtpStreamStats>) {
        const { type, kind, packetsReceived = 0, totalSamplesReceived = 0, concealedSamples = 0 } = report;
        if (type !== 'inbound-rtp' || kind !== 'audio') continue;
        voices[report.id] = { packets: packetsReceived, total: totalSamplesReceived, concealed: concealedSamples };
      }
    }
    return voices;
  });
}

/** The voices heard since an earlier look: whose microphone is off sends nothing that could be missed. */
function since(before: Readonly<Record<string, Heard>>, now: Readonly<Record<string, Heard>>): Heard {
  const sum = { packets: 0, total: 0, concealed: 0 };
  for (const [id, { packets, total, concealed }] of Object.entries(now)) {
    const earlier = before[id] ?? { packets: 0, total: 0, concealed: 0 };
    if (packets === earlier.packets) continue;
    sum.packets += packets - earlier.packets;
    sum.total += total - earlier.total;
    sum.concealed += concealed - earlier.concealed;
  }
  return sum;
}

/** Resolves when so many seconds of sound have been played, of all voices together; answers the part of it that was made up. */
export async function listen(page: Page, seconds: number): Promise<number> {
  const before = await heard(page);
  await expect
    .poll(async () => since(before, await heard(page)).total, { timeout: 60_000 })
    .toBeGreaterThan(seconds * 48_000);
  const { concealed, total } = since(before, await heard(page));
  return concealed / total;
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
