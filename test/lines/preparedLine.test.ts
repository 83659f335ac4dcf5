/** The way on which a page receives is opened while its person waits. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freeUdpPort, startApp, type RunningApp } from '../support/app.ts';
import { launchBrowser, videoMoves, type Device } from '../support/browser.ts';
import { admit, callMeeting, deviceOf, inRoom, knock, passDeviceCheck } from '../support/gathering.ts';
import { MediaRelay } from '../support/mediaRelay.ts';
import { keepConnections, type KeepingWindow } from '../support/pageConnections.ts';

let browser: Browser;
let server: RunningApp;
let relay: MediaRelay;
let meetingId: string;
let host: Device;
let gp: Device;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  const port = await freeUdpPort();
  server = await startApp({ media: { workers: 1, firstPort: port, addresses: MediaRelay.addresses } });
  relay = await MediaRelay.start({ port, seed: 1 });
  ({ meetingId } = await callMeeting(server.url, ['Anne Lindqvist']));
  [host, gp] = await Promise.all([
    deviceOf(browser, server.url, 'Kari Nymoen'),
    deviceOf(browser, server.url, 'Anne Lindqvist'),
  ]);
  await keepConnections(gp.page);
  await knock(host, server.url, meetingId);
  await inRoom(host);
});

afterEach(async () => {
  await Promise.all([host.close(), gp.close()]);
  relay.close();
  await server.stop();
  await server.remove();
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
  await gp.page.goto(`${server.url}/mote/${meetingId}`);
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
  expect(await gp.page.evaluate(() => (globalThis as unknown as KeepingWindow).connections.length)).toBe(before + 1);
  expect(await states(gp)).toEqual(['connected', 'connected']);
});

test('M20: where it broke while somebody waited, the pictures come all the same', async () => {
  await gp.page.goto(`${server.url}/mote/${meetingId}`);
  await passDeviceCheck(gp);
  await expect.poll(() => states(gp)).toEqual(['connected']);
  relay.set({ dead: true });
  await expect.poll(() => states(gp)).toEqual(['disconnected']);
  await admit(host, 'Anne Lindqvist');
  await gp.page.locator('samrad-room').waitFor();
  relay.set({});
  await inRoom(gp);
  await videoMoves(gp.page, 2);
});
