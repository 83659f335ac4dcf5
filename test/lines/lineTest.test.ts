/** The test before the meeting, over the real path: a relay in front of the media worker loses, narrows and blocks from a seed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freeUdpPort, startApp, type RunningApp } from '../support/app.ts';
import { Device, expectAccessible, expectReflow, launchBrowser, phone } from '../support/browser.ts';
import { callMeeting, deviceOf } from '../support/gathering.ts';
import { MediaRelay } from '../support/mediaRelay.ts';
import { Person } from '../support/person.ts';
import { seedOf } from '../support/random.ts';

let browser: Browser;
let server: RunningApp;
let relay: MediaRelay;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const port = await freeUdpPort();
  server = await startApp({ media: { workers: 1, firstPort: port, addresses: MediaRelay.addresses } });
  relay = await MediaRelay.start({ port, seed: seedOf('LINE_TEST', 20_261_129) });
});

afterEach(async () => {
  relay.set({});
  await Promise.all(devices.splice(0).map((device) => device.close()));
});

afterAll(async () => {
  await browser.close();
  relay.close();
  await server.stop();
  await server.remove();
});

async function signedIn(name: string, used = browser): Promise<Page> {
  const device = await deviceOf(used, server.url, name, phone);
  devices.push(device);
  return device.page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`);
const done = (page: Page) => page.locator('samrad-line-test[data-state="done"]').waitFor({ timeout: 40_000 });

/** Resolves when a screen reader is told this. */
const told = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor();

/** The grade of each step. */
async function grades(page: Page): Promise<Record<string, string>> {
  const rows = await page
    .locator('[data-step]')
    .evaluateAll((items) =>
      items.map((item) => (item instanceof HTMLElement ? [item.dataset['step'], item.dataset['grade']] : [])),
    );
  return Object.fromEntries(rows) as Record<string, string>;
}

/** The text that is copied. */
async function copied(page: Page): Promise<string> {
  return (await page.locator('.line-test-support pre').textContent()) ?? '';
}

/** The two numbers of a step as they are told, out and in: percent or Mbit/s. */
async function outAndIn(page: Page, name: string): Promise<[number, number]> {
  const told = (await step(page, name).locator('.line-test-facts').textContent()) ?? '';
  const found = /([\d,]+)\s(?:%|Mbit\/s) ut, ([\d,]+)\s(?:%|Mbit\/s) inn/.exec(told);
  if (!found) throw new Error(`no numbers in "${told}"`);
  const [out = NaN, into = NaN] = [found[1], found[2]].map((word) => Number(word?.replace(',', '.')));
  return [out, into];
}

const say = (text: string) => process.stdout.write(`line test: ${text}\n`);

test('N1, N3: from home one button tests all by keyboard; a good line is called good, and the copy names nobody', async () => {
  const page = await signedIn('Kari Nymoen');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write', 'camera', 'microphone']);
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Test kamera, lyd og nettlinje' }).click();
  await button(page, 'Test utstyr og linje').press('Enter');
  // The focus is on the answer as soon as the sound is played.
  await page.waitForFunction(() => document.activeElement?.textContent.trim() === 'Jeg hørte den');
  await told(page, 'Mikrofon: I orden. Høyttaler: Prøver nå. Vi spilte en lyd. Hørte du den?');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await done(page);
  expect(await grades(page)).toEqual({
    browser: 'good',
    camera: 'good',
    microphone: 'good',
    speaker: 'good',
    udp: 'good',
    tcp: 'good',
    quality: 'good',
    speed: 'good',
  });
  await told(page, 'Alt er klart. Du kan bli med i møtet.');
  const [loss, speed] = [await outAndIn(page, 'quality'), await outAndIn(page, 'speed')];
  say(`good line: loss ${loss.join(' / ')} %, ${speed.join(' / ')} Mbit/s`);
  for (const one of speed) expect(one).toBeGreaterThan(1.2);
  // It went where meetings go: two bursts of 2.5 Mbit/s and a calm phase by UDP, handshakes by TCP.
  expect(relay.udpBytes).toBeGreaterThan(500_000);
  expect(relay.tcpBytes).toBeGreaterThan(1_000);

  await page.locator('samrad-copy-button button').click();
  await page.getByText('Se hva som kopieres').click();
  const text = await copied(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  expect(text).toMatch(/Chrome\/\d+/);
  expect(text).toMatch(/Tap: [\d,]+\s% ut/);
  expect(text).toMatch(/kamera [1-9]/);
  for (const name of ['Kari', 'Nymoen', 'Solbakken', 'Fake', 'fake_']) expect(text).not.toContain(name);
  await page.setViewportSize({ width: 320, height: 740 });
  await expectReflow(page);
  await expectAccessible(page);
});

test('N1, N2: a guest by link behind a firewall without UDP hears so in the device check, and that the meeting goes by TCP', async () => {
  const { meetingId } = await callMeeting(server.url, ['Inger Solbakken']);
  const coordinator = await Person.signIn(server.url, 'Kari Nymoen');
  const { invitations } = await coordinator.call('createLinks', { meetingId }, {});
  const device = await Device.open(browser, phone);
  devices.push(device);
  const { page } = device;
  relay.set({ noUdp: true });
  await page.goto(invitations.find(({ member }) => member.name === 'Inger Solbakken')?.url ?? '');
  await button(page, 'Bli med i møtet').click();
  await button(page, 'Test utstyr og linje').click();
  await button(page, 'Jeg hørte ingenting').click();
  await done(page);
  expect(await grades(page)).toMatchObject({
    camera: 'good',
    microphone: 'good',
    speaker: 'fault',
    udp: 'weak',
    tcp: 'good',
  });
  await step(page, 'speaker').getByText('Skru opp lyden').waitFor();
  await step(page, 'udp').getByText('Brannmuren slipper ikke gjennom UDP').waitFor();
  await step(page, 'quality').getByText('over TCP').waitFor();
  const speed = await outAndIn(page, 'speed');
  say(`by TCP: ${speed.join(' / ')} Mbit/s`);
  for (const one of speed) expect(one).toBeGreaterThan(1);
  const text = await copied(page);
  for (const name of [meetingId, 'Inger', 'Solbakken']) expect(text).not.toContain(name);
  await expectAccessible(page);
  // The test has taken nothing from the meeting: the devices are as they were, and joining works.
  await button(page, 'Bli med').click();
  await page.locator('samrad-lobby').waitFor();
  expect(device.faults).toEqual([]);
});

test('N1, N2: a tenth lost and a line of 400 kbit/s are measured, each with its advice', async () => {
  const page = await signedIn('Anne Lindqvist');
  await page.goto(`${server.url}/test`);
  relay.set({ loss: 0.1 });
  await button(page, 'Test utstyr og linje').click();
  await button(page, 'Jeg hørte den').click();
  await done(page);
  const loss = await outAndIn(page, 'quality');
  const lossy = await outAndIn(page, 'speed');
  say(`a tenth lost: ${loss.join(' / ')} %, ${lossy.join(' / ')} Mbit/s`);
  for (const one of loss) {
    expect(one).toBeGreaterThan(3);
    expect(one).toBeLessThan(20);
  }
  await step(page, 'quality').getByText('kommer ikke fram').waitFor();

  relay.set({ bandwidth: 400_000 });
  await button(page, 'Test igjen').click();
  await button(page, 'Jeg hørte den').click();
  await done(page);
  const speed = await outAndIn(page, 'speed');
  say(`400 kbit/s: ${speed.join(' / ')} Mbit/s`);
  for (const one of speed) {
    expect(one).toBeGreaterThan(0.28);
    expect(one).toBeLessThan(0.44);
  }
  expect(await grades(page)).toMatchObject({ udp: 'good', quality: 'good', speed: 'weak' });
  await step(page, 'speed').getByText('litt treg ut fra deg').waitFor();
  await step(page, 'speed').getByText('litt treg inn til deg').waitFor();
});

test.each([
  ['refused', 'Nettleseren har ikke lov til å bruke kameraet', 'Nettleseren har ikke lov til å bruke mikrofonen'],
  ['none', 'Vi finner ikke noe kamera', 'Vi finner ingen mikrofon'],
] as const)(
  'N2: devices that are %s are said with what to do, and the test goes on',
  async (kind, camera, microphone) => {
    const other = await launchBrowser(kind);
    const page = await signedIn('Kari Nymoen', other);
    await page.goto(`${server.url}/test`);
    await button(page, 'Test utstyr og linje').click();
    await step(page, 'camera').getByText(camera).waitFor();
    await step(page, 'microphone').getByText(microphone).waitFor();
    expect(await grades(page)).toMatchObject({ browser: 'good', camera: 'fault', microphone: 'fault' });
    await page.locator('[data-step="speaker"]:not([data-grade="waiting"])').waitFor();
    await other.close();
  },
);
