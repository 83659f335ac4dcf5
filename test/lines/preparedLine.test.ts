/** The way on which a page receives is opened while its person waits. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { videoMoves, type Device } from '../support/browser.ts';
import { admit, callMeeting, inRoom, knock, passDeviceCheck } from '../support/gathering.ts';
import { keepConnections, type KeepingWindow } from '../support/pageConnections.ts';
import { RelayedServer } from '../support/relayedServer.ts';

const relayed = RelayedServer.forEachTest(1);
let meetingId: string;
let host: Device;
let gp: Device;

beforeEach(async () => {
  ({ meetingId } = await callMeeting(relayed.url, ['Anne Lindqvist']));
  [host, gp] = await Promise.all([relayed.open('Kari Nymoen'), relayed.open('Anne Lindqvist')]);
  await keepConnections(gp.page);
  await knock(host, relayed.url, meetingId);
  await inRoom(host);
});

/** The states of the page's connections that have been used, in the order in which they were made. */
function states({ page }: { page: Page }): Promise<string[]> {
  return page.evaluate(() =>
    (globalThis as unknown as KeepingWindow).connections
      .map(({ connectionState }) => connectionState)
      .filter((state) => state !== 'new' && state !== 'closed'),
  );
}

/** Packets of sound and pictures that came over any of them. */
function received({ page }: { page: Page }): Promise<number> {
  return page.evaluate(async () => {
    let packets = 0;
    for (const connection of (globalThis as unknown as KeepingWindow).connections)
      for (const [, report] of (await connection.getStats()) as Map<string, RTCInboundRtpStreamStats>)
        if (report.type === 'inbound-rtp') packets += report.packetsReceived ?? 0;
    return packets;
  });
}

test('M20: the way is open in the device check and in the lobby, nothing comes over it, and it is the one that is used', async () => {
  await gp.page.goto(`${relayed.url}/mote/${meetingId}`);
  await expect.poll(() => states(gp)).toEqual(['connected']);
  await passDeviceCheck(gp);
  await gp.page.locator('samrad-lobby').waitFor();
  await expect.poll(() => states(gp)).toEqual(['connected']);
  expect(await received(gp)).toBe(0);
  const before = await gp.page.evaluate(() => (globalThis as unknown as KeepingWindow).connections.length);
  await admit(host, 'Anne Lindqvist');
  await inRoom(gp);
  await videoMoves(gp.page, 2);
  // One more: the one to send on.
  await expect.poll(() => states(gp)).toEqual(['connected', 'connected']);
  expect(await gp.page.evaluate(() => (globalThis as unknown as KeepingWindow).connections.length)).toBe(before + 1);
});

test('M20: where it broke while somebody waited, the pictures come all the same', async () => {
  await gp.page.goto(`${relayed.url}/mote/${meetingId}`);
  await passDeviceCheck(gp);
  await expect.poll(() => states(gp)).toEqual(['connected']);
  relayed.relay.set({ dead: true });
  await expect.poll(() => states(gp)).toEqual(['disconnected']);
  await admit(host, 'Anne Lindqvist');
  await gp.page.locator('samrad-room').waitFor();
  relayed.relay.set({});
  await inRoom(gp);
  await videoMoves(gp.page, 2);
});
