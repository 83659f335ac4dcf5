/** Bad lines between pages and media worker: a relay that loses, delays, narrows and cuts what it carries, from a seed. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freeUdpPort, startApp, type RunningApp } from '../support/app.ts';
import { expectAccessible, launchBrowser, videoMoves, type Device } from '../support/browser.ts';
import { admit, callMeeting, deviceOf, inRoom, knock } from '../support/gathering.ts';
import { MediaRelay } from '../support/mediaRelay.ts';
import { keepConnections, listen } from '../support/pageConnections.ts';
import { seedOf } from '../support/random.ts';

let browser: Browser;
let server: RunningApp;
let relay: MediaRelay;
let devices: Device[] = [];
const seed = seedOf('BAD_LINE', 20_261_124);

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  const port = await freeUdpPort();
  server = await startApp({ media: { workers: 1, firstPort: port, addresses: MediaRelay.addresses } });
  relay = await MediaRelay.start({ port, seed });
});

afterEach(async () => {
  await Promise.all(devices.map((device) => device.close()));
  devices = [];
  relay.close();
  await server.stop();
  await server.remove();
});

/** The coordinator and the GP in the room, each with moving pictures of the other; two pictures move, since one is their own. */
async function gather(): Promise<readonly [Device, Device]> {
  const { meetingId } = await callMeeting(server.url, ['Anne Lindqvist']);
  const host = await deviceOf(browser, server.url, 'Kari Nymoen');
  const gp = await deviceOf(browser, server.url, 'Anne Lindqvist');
  devices = [host, gp];
  for (const { page } of devices) await keepConnections(page);
  await knock(host, server.url, meetingId);
  await inRoom(host);
  await knock(gp, server.url, meetingId);
  await admit(host, 'Anne Lindqvist');
  await Promise.all(devices.map(inRoom));
  await Promise.all(devices.map(({ page }) => videoMoves(page, 2)));
  return [host, gp];
}

const percents = (parts: readonly number[]) => parts.map((part) => `${(part * 100).toFixed(1)} %`).join(', ');

test('M11: at 5 and 10 % lost in each direction of every line less than 5 % of the sound is made up, and the pictures move', async () => {
  const [host, gp] = await gather();
  for (const { loss, seconds } of [
    { loss: 0.05, seconds: 10 },
    { loss: 0.1, seconds: 20 },
  ]) {
    relay.set({ loss });
    // The players' buffers grow to what the line is like now.
    await Promise.all([host, gp].map(({ page }) => listen(page, 3)));
    const parts = await Promise.all([host, gp].map(({ page }) => listen(page, seconds)));
    process.stdout.write(`concealed at ${loss * 100} % loss: ${percents(parts)}\n`);
    for (const part of parts) expect(part).toBeLessThan(0.05);
    await Promise.all([host, gp].map(({ page }) => videoMoves(page, 2)));
  }
}, 120_000);

test('M11: at 30 % lost and 200 ms later nobody is lost, and when the line is good again the pictures move', async () => {
  const [host, gp] = await gather();
  relay.set({ loss: 0.3, delayMs: 200 });
  await Promise.all([host, gp].map(({ page }) => listen(page, 6)));
  relay.set({});
  await Promise.all([host, gp].map(({ page }) => videoMoves(page, 2)));
  for (const { page } of [host, gp])
    expect(await page.locator('[data-participant][data-source="camera"]').count()).toBe(2);
}, 120_000);

test('M11: after five seconds without a line sound and pictures come back by themselves, and nobody is doubled', async () => {
  const [host, gp] = await gather();
  relay.set({ dead: true });
  await expect
    .poll(() => gp.page.locator('[data-connection]').getAttribute('data-connection'), { timeout: 20_000 })
    .not.toBe('live');
  relay.set({});
  await Promise.all([host, gp].map(inRoom));
  await Promise.all([host, gp].map(({ page }) => videoMoves(page, 2)));
  for (const { page } of [host, gp])
    expect(await page.locator('[data-participant][data-source="camera"]').count()).toBe(2);
}, 120_000);

test('M11: where no UDP comes through, TCP carries the meeting', async () => {
  relay.set({ noUdp: true });
  const [host, gp] = await gather();
  await Promise.all([host, gp].map(({ page }) => listen(page, 2)));
  expect(relay.udpBytes).toBe(0);
  expect(relay.tcpBytes).toBeGreaterThan(100_000);
}, 120_000);

test('M11: when a good line falls to 150 kbit/s in the middle of a meeting the sound goes on', async () => {
  const [host, gp] = await gather();
  const good = await Promise.all([host, gp].map(({ page }) => listen(page, 2)));
  relay.set({ bandwidth: 150_000 });
  // Until the senders have noticed, more is sent than comes through.
  const falling = await Promise.all([host, gp].map(({ page }) => listen(page, 10)));
  const fallen = await Promise.all([host, gp].map(({ page }) => listen(page, 10)));
  process.stdout.write(
    `concealed before, falling to and at 150 kbit/s: ${[good, falling, fallen].map(percents).join('; ')}\n`,
  );
  for (const part of falling) expect(part).toBeLessThan(0.5);
  for (const part of fallen) expect(part).toBeLessThan(0.1);
}, 120_000);

test('M12: whose line is weak is said on their picture, and no longer when it is good again', async () => {
  const [host] = await gather();
  const marks = host.page.locator('.tile-line');
  expect(await marks.count()).toBe(0);
  relay.set({ loss: 0.3 });
  await host.page.getByText('Linjen din er svak.').waitFor();
  await host.page.getByText(/^(Svak|Svært svak) linje$/).waitFor();
  await expectAccessible(host.page);
  relay.set({});
  await expect.poll(() => marks.count(), { timeout: 40_000 }).toBe(0);
}, 120_000);
