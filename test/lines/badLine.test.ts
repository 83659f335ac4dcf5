/** Bad lines between pages and media worker: a relay that loses, delays, narrows and cuts what it carries, from a seed. */
import { expect, test } from 'vitest';
import { expectAccessible, videoMoves, type Device } from '../support/browser.ts';
import { admit, callMeeting, inRoom, knock } from '../support/gathering.ts';
import { keepConnections, listen } from '../support/pageConnections.ts';
import { seedOf } from '../support/random.ts';
import { RelayedServer } from '../support/relayedServer.ts';

const relayed = RelayedServer.forEachTest(seedOf('BAD_LINE', 20_261_124));

/** The coordinator and the GP in the room, each with moving pictures of the other; two pictures move, since one is their own. */
async function gather(): Promise<readonly [Device, Device]> {
  const { meetingId } = await callMeeting(relayed.url, ['Anne Lindqvist']);
  const host = await relayed.open('Kari Nymoen');
  const gp = await relayed.open('Anne Lindqvist');
  for (const { page } of relayed.devices) await keepConnections(page);
  await knock(host, relayed.url, meetingId);
  await inRoom(host);
  await knock(gp, relayed.url, meetingId);
  await admit(host, 'Anne Lindqvist');
  await Promise.all(relayed.devices.map(inRoom));
  await Promise.all(relayed.devices.map(({ page }) => videoMoves(page, 2)));
  return [host, gp];
}

const percents = (parts: readonly number[]) => parts.map((part) => `${(part * 100).toFixed(1)} %`).join(', ');

test('M11: at 5 and 10 % lost in each direction of every line less than 5 % of the sound is made up, and the pictures move', async () => {
  const [host, gp] = await gather();
  for (const { loss, seconds } of [
    { loss: 0.05, seconds: 10 },
    { loss: 0.1, seconds: 20 },
  ]) {
    relayed.relay.set({ loss });
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
  relayed.relay.set({ loss: 0.3, delayMs: 200 });
  await Promise.all([host, gp].map(({ page }) => listen(page, 6)));
  relayed.relay.set({});
  await Promise.all([host, gp].map(({ page }) => videoMoves(page, 2)));
  for (const { page } of [host, gp])
    expect(await page.locator('[data-participant][data-source="camera"]').count()).toBe(2);
}, 120_000);

test('M11: after five seconds without a line sound and pictures come back by themselves, and nobody is doubled', async () => {
  const [host, gp] = await gather();
  relayed.relay.set({ dead: true });
  await expect
    .poll(() => gp.page.locator('[data-connection]').getAttribute('data-connection'), { timeout: 20_000 })
    .not.toBe('live');
  relayed.relay.set({});
  await Promise.all([host, gp].map(inRoom));
  await Promise.all([host, gp].map(({ page }) => videoMoves(page, 2)));
  for (const { page } of [host, gp])
    expect(await page.locator('[data-participant][data-source="camera"]').count()).toBe(2);
}, 120_000);

test('M11: where no UDP comes through, TCP carries the meeting', async () => {
  relayed.relay.set({ noUdp: true });
  const [host, gp] = await gather();
  await Promise.all([host, gp].map(({ page }) => listen(page, 2)));
  expect(relayed.relay.udpBytes).toBe(0);
  expect(relayed.relay.tcpBytes).toBeGreaterThan(100_000);
}, 120_000);

test('M11: when a good line falls to 150 kbit/s in the middle of a meeting the sound goes on', async () => {
  const [host, gp] = await gather();
  const good = await Promise.all([host, gp].map(({ page }) => listen(page, 2)));
  relayed.relay.set({ bandwidth: 150_000 });
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
  relayed.relay.set({ loss: 0.3 });
  await host.page.getByText('Linjen din er svak.').waitFor();
  await host.page.getByText(/^(Svak|Svært svak) linje$/).waitFor();
  await expectAccessible(host.page);
  relayed.relay.set({});
  await expect.poll(() => marks.count(), { timeout: 40_000 }).toBe(0);
}, 120_000);
