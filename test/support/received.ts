/** What a real page receives of each participant, by the statistics of its own connections. To be asked of a page opened with `keepReceivers`. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Kept {
  readonly participantId: string;
  readonly receiver: RTCRtpReceiver;
}

interface KeepingWindow {
  receivers: Kept[];
}

/** So that a test can ask what comes in. Before the page opens. */
export function keepReceivers(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const receivers: Kept[] = [];
    (globalThis as unknown as KeepingWindow).receivers = receivers;
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...args);
        // Face and voice of a person come as one stream, which is called by the participant's id; the server's trials of the line have one too.
        this.addEventListener('track', ({ receiver, streams }) => {
          const participantId = streams[0]?.id ?? '';
          if (participantId !== 'probator') receivers.push({ receiver, participantId });
        });
      }
    };
  });
}

/** All that came in of one kind so far, by participant id. */
interface Received {
  readonly bytes: number;
  /** Sum of the squared level over time, and that time, seconds: sound only. */
  readonly energy: number;
  readonly duration: number;
}

export function received(page: Page, kind: 'audio' | 'video'): Promise<Record<string, Received>> {
  return page.evaluate(async (wanted) => {
    const all: Record<string, Received> = {};
    for (const { participantId, receiver } of (globalThis as unknown as KeepingWindow).receivers) {
      if (receiver.track.kind !== wanted || receiver.track.readyState !== 'live') continue;
      for (const [, report] of (await receiver.getStats()) as Map<string, RTCInboundRtpStreamStats>) {
        if (report.type !== 'inbound-rtp') continue;
        const { bytesReceived = 0, totalAudioEnergy = 0, totalSamplesDuration = 0 } = report;
        all[participantId] = { bytes: bytesReceived, energy: totalAudioEnergy, duration: totalSamplesDuration };
      }
    }
    return all;
  }, kind);
}

/** How loud each is heard since an earlier look, as the root of the mean square, 0–1. */
function levels(
  before: Readonly<Record<string, Received>>,
  after: Readonly<Record<string, Received>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([id, { energy, duration }]) => {
      const earlier = before[id] ?? { energy: 0, duration: 0 };
      const seconds = duration - earlier.duration;
      return [id, seconds <= 0 ? 0 : Math.sqrt(Math.max(0, energy - earlier.energy) / seconds)];
    }),
  );
}

/** Resolves when this page hears all of these, each at this level at the least, over the time since the call or since the last look. */
export async function hears(page: Page, participantIds: readonly string[], least: number): Promise<void> {
  let before = await received(page, 'audio');
  const tooQuiet = async (): Promise<string[]> => {
    const now = await received(page, 'audio');
    const heard = levels(before, now);
    before = now;
    return participantIds.filter((id) => (heard[id] ?? 0) < least);
  };
  await expect.poll(tooQuiet, { timeout: 20_000, interval: 500 }).toEqual([]);
}
