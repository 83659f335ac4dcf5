/** Networks that change, go and come back, and a closed lid: devices with links of their own, as the kernel has them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freeUdpPort, startApp, type RunningApp } from '../support/app.ts';
import { chromiumPath, launchBrowser, videoMoves, type Device } from '../support/browser.ts';
import { admit, callMeeting, deviceOf, inRoom, knock } from '../support/gathering.ts';
import { NetworkNamespace, whyNoNetworks } from '../support/networkNamespace.ts';
import { seenOfSeats, watchSeats, type SeenOfSeats } from '../support/seatWatch.ts';

const skipped = whyNoNetworks();
if (skipped !== null) process.stdout.write(`browser/networks.test.ts was skipped: ${skipped}.\n`);

/** As long as a person may be without any network and find their seat again, milliseconds. */
const outageMs = 60_000;
/** Longer than it takes the server to notice that a line is dead, milliseconds. */
const lidMs = 20_000;

describe.skipIf(skipped !== null)('devices with networks of their own', () => {
  const browsers: Browser[] = [];
  const networks: NetworkNamespace[] = [];
  let server: RunningApp;
  let host: Device;
  let gp: Device;
  let oncologist: Device;
  /** The seats of all three, and nothing else ever seen. */
  let undisturbed: SeenOfSeats;

  beforeAll(async () => {
    // The host has a network too, so that what happens to the others' links is no change of network for the host.
    for (let count = 0; count < 3; count += 1) networks.push(await NetworkNamespace.create());
    const addresses = networks.map(({ serverAddress }) => ({ ip: serverAddress }));
    server = await startApp({ host: '0.0.0.0', media: { workers: 1, firstPort: await freeUdpPort(), addresses } });
    const { meetingId } = await callMeeting(server.url, ['Anne Lindqvist', 'Jonas Haugland']);
    host = await come(networks[2]!, meetingId, 'Kari Nymoen');
    await inRoom(host);
    gp = await come(networks[0]!, meetingId, 'Anne Lindqvist');
    await admit(host, 'Anne Lindqvist');
    oncologist = await come(networks[1]!, meetingId, 'Jonas Haugland');
    await admit(host, 'Jonas Haugland');
    await Promise.all([gp, oncologist].map(inRoom));
    const pages = [host, gp, oncologist].map(({ page }) => page);
    await Promise.all(pages.map((page) => videoMoves(page, 3)));
    await Promise.all(pages.map((page) => page.locator('[data-plan="shown"]').waitFor()));
    const all = await host.page.locator('[data-participant]').evaluateAll((tiles) => tiles.map((tile) => tile.dataset));
    const seats = all.map(({ participant = '' }) => participant).sort();
    undisturbed = { seats, most: 3, knocked: false, away: false };
  });

  afterAll(async () => {
    try {
      await Promise.all(browsers.map((browser) => browser.close()));
      await server.stop();
      await server.remove();
    } finally {
      await Promise.all(networks.map((network) => network.remove()));
    }
  });

  /** Somebody at the door of the meeting, with a device in a network of its own. */
  async function come(network: NetworkNamespace, meetingId: string, name: string): Promise<Device> {
    const url = `http://${network.serverAddress}:${server.port}`;
    // Elsewhere than at home cameras need HTTPS, which is in front of the server where it is used.
    const secure = [`--unsafely-treat-insecure-origin-as-secure=${url}`];
    const inside = await network.browserInside(chromiumPath);
    const browser = await launchBrowser('light', undefined, secure, inside);
    browsers.push(browser);
    const device = await deviceOf(browser, url, name);
    await knock(device, url, meetingId);
    return device;
  }

  const tileOf = (name: string) => host.page.locator('[data-participant]').filter({ hasText: name });
  const press = ({ page }: Device, name: RegExp) => page.getByRole('button', { name }).click();
  const pressed = ({ page }: Device, name: RegExp) => page.getByRole('button', { name }).getAttribute('aria-pressed');
  const stateOf = (device: Device) =>
    Promise.all([/^Mikrofon/, /^Kamera/, /^Rekk opp hånden/].map((name) => pressed(device, name)));

  /** Edits the plan as somebody does who has not noticed that the network is gone. */
  async function write({ page }: Device, words: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Mål nå', exact: true }).focus();
    await page.keyboard.insertText(words);
  }

  /** In the same room with so many pictures moving, all that was written saved. */
  async function isBack(device: Device, moving: number): Promise<void> {
    try {
      await inRoom(device);
      await videoMoves(device.page, moving);
      await device.page.locator('[data-plan-state="saved"]').waitFor();
    } catch (error) {
      throw new Error(`not back:\n${await device.page.locator('body').innerText()}`, { cause: error });
    }
  }

  test('M19, M4: from Wi-Fi to cable: the same seat, hand and muted microphone as they were, what was written saved', async () => {
    await press(gp, /^Mikrofon/);
    await press(gp, /^Rekk opp hånden/);
    await tileOf('Anne Lindqvist').getByText('har rakt opp hånden').waitFor();
    await Promise.all([host, gp, oncologist].map(({ page }) => watchSeats(page)));
    await networks[0]!.pullAll();
    await write(gp, 'På vei til kabelen. ');
    await networks[0]!.take('cable');
    await Promise.all([isBack(gp, 3), isBack(host, 3)]);
    await host.page.getByText('På vei til kabelen.').first().waitFor();
    expect(await stateOf(gp)).toEqual(['false', 'true', 'true']);
    await tileOf('Anne Lindqvist').getByText('har rakt opp hånden').waitFor();
    await tileOf('Anne Lindqvist').locator('[data-mark="microphoneOff"]').waitFor();
    for (const { page } of [host, gp, oncologist]) expect(await seenOfSeats(page)).toEqual(undisturbed);
  });

  test('M11, M19: where the network of now lets no UDP through, TCP takes over', async () => {
    await networks[0]!.forbidUdp();
    await Promise.all([isBack(gp, 3), isBack(host, 3)]);
    expect(await stateOf(gp)).toEqual(['false', 'true', 'true']);
    for (const { page } of [host, gp]) expect(await seenOfSeats(page)).toEqual(undisturbed);
  });

  test('M19, M4: a minute without any network for one and a closed lid for another: each in the same seat, as they were', async () => {
    await press(gp, /^Kamera/);
    await tileOf('Anne Lindqvist').getByText('kameraet er av').waitFor();
    await press(oncologist, /^Mikrofon/);
    await Promise.all([host, gp, oncologist].map(({ page }) => watchSeats(page)));
    await Promise.all([networks[0]!.pullAll(), networks[1]!.closeLid()]);
    const minute = pause(outageMs);
    await write(gp, 'Uten nett. ');
    await gp.page.locator('[data-connection="reconnecting"]').waitFor();
    await pause(lidMs);
    await networks[1]!.openLid();
    await isBack(oncologist, 2);
    expect(await stateOf(oncologist)).toEqual(['false', 'true', 'false']);
    await minute;
    await networks[0]!.take('wifi');
    await Promise.all([isBack(gp, 2), isBack(host, 2), isBack(oncologist, 2)]);
    await host.page.getByText('Uten nett.').first().waitFor();
    expect(await stateOf(gp)).toEqual(['false', 'false', 'true']);
    for (const words of ['Fastlege', 'har rakt opp hånden', 'kameraet er av'])
      await tileOf('Anne Lindqvist').getByText(words).waitFor();
    for (const { page } of [host, gp, oncologist]) expect(await seenOfSeats(page)).toEqual(undisturbed);
    for (const { faults } of [host, gp, oncologist]) expect(faults).toEqual([]);
  }, 180_000);
});
