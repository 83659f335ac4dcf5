/** How much of what a page plays was made up because sound was missing, as its browser counts it. */
import type { Page } from 'playwright-core';

interface SoundWindow {
  connections: RTCPeerConnection[];
}

/** From the next page on, its connections are kept, so that they can be asked. */
export function keepSound(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    (globalThis as unknown as SoundWindow).connections = kept;
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...args);
        kept.push(this);
      }
    };
  });
}

/** Listens for so long. Answers the part that was made up, 0–1. */
export function madeUp(page: Page, seconds: number): Promise<number> {
  return page.evaluate(async (toHear) => {
    const heard = async (): Promise<{ all: number; concealed: number }> => {
      const sum = { all: 0, concealed: 0 };
      for (const connection of (globalThis as unknown as SoundWindow).connections)
        for (const [, report] of (await connection.getStats()) as Map<string, RTCInboundRtpStreamStats>) {
          if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
          sum.all += report.totalSamplesReceived ?? 0;
          sum.concealed += report.concealedSamples ?? 0;
        }
      return sum;
    };
    const before = await heard();
    await new Promise((resolve) => setTimeout(resolve, toHear * 1_000));
    const after = await heard();
    return (after.concealed - before.concealed) / (after.all - before.all);
  }, seconds);
}
