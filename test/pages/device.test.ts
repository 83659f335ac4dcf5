/** What the app leaves on a device: its own files and nothing of the API, one build at a time, and other people's edits. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { appKept, Bedside, planKept, signIn, stored } from '../support/bedside.ts';
import { expectAccessible, expectReflow, launchBrowser, phone } from '../support/browser.ts';
import { Device } from '../support/browser.ts';
import { Proxy } from '../support/proxy.ts';

let browser: Browser;
let server: RunningApp;
let proxy: Proxy;
let planPath: string;
const bedsides: Bedside[] = [];
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
  proxy = await Proxy.open(server.port);
  planPath = `/plan/${await (await server.signIn('Kari Nymoen')).planOf('Harald Solbakken')}`;
});

afterEach(async () => {
  proxy.setAway(false);
  for (const bedside of bedsides.splice(0)) await bedside.remove();
  for (const device of devices.splice(0)) await device.close();
});

afterAll(async () => {
  await browser.close();
  proxy.close();
  await server.stop();
  await server.remove();
});

async function openBedside(): Promise<Page> {
  const bedside = await Bedside.open();
  bedsides.push(bedside);
  return bedside.page;
}

async function openPlan(page: Page): Promise<void> {
  await page.goto(proxy.url + planPath);
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
}

/** Writes in the plan while the server is away; resolves when that is on the device. */
async function writeAway(page: Page, words: string): Promise<void> {
  proxy.setAway(true);
  await page.getByRole('textbox', { name: 'Mål nå', exact: true }).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(words);
  await page.locator('samrad-plan[data-plan-state="device"]').waitFor();
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Logg ut', exact: true });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Før du logger ut' });

test('B4, B5: whoever signs out is asked about edits that wait; another person’s stay until they sign in, or go when told', async () => {
  const page = await openBedside();
  await signIn(page, proxy.url, 'Anne Lindqvist');
  await openPlan(page);
  await planKept(page, 1);
  await writeAway(page, ' Fra Anne.');
  // Her session ends elsewhere, while she is away.
  const cookies = await page.context().cookies();
  await fetch(`${server.url}/api/sign-out`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    },
    body: '{}',
  });
  proxy.setAway(false);
  await page.getByRole('dialog', { name: 'Siden er låst' }).waitFor();
  while ((await stored(page, 'kept')) > 0) await page.evaluate(() => undefined);
  expect(await stored(page, 'edits')).toBeGreaterThan(0);

  await signIn(page, proxy.url, 'Kari Nymoen');
  await openPlan(page);
  expect(await page.getByText('Fra Anne.').count()).toBe(0);
  await signOut(page).click();
  await dialog(page).getByText('Anne Lindqvist har skrevet noe i 1 del av en plan').waitFor();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Bli innlogget' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  await signOut(page).click();
  await dialog(page).getByRole('button', { name: 'Logg ut' }).click();
  await page.waitForURL('**/logg-inn');
  expect(await stored(page, 'kept')).toBe(0);
  expect(await stored(page, 'edits')).toBeGreaterThan(0);

  await signIn(page, proxy.url, 'Anne Lindqvist');
  await openPlan(page);
  await page
    .locator('[data-absence="back"]')
    .getByText('Hva er viktig for meg: 1 endring fra deg er lagret.')
    .waitFor();
  await page.getByText('Fra Anne.').first().waitFor();
  await writeAway(page, ' Aldri sendt.');
  await signOut(page).click();
  await dialog(page).getByText('Du har skrevet noe i 1 del').waitFor();
  await expectReflow(page);
  await dialog(page).getByRole('button', { name: 'Logg ut og slett' }).click();
  await page.waitForURL('**/logg-inn');
  for (const store of ['edits', 'kept', 'keys', 'people'] as const) expect(await stored(page, store)).toBe(0);
  // The server hears of the sign-out as soon as it can be reached.
  proxy.setAway(false);
  await page.goto(proxy.url);
  await page.waitForURL('**/logg-inn');
  expect(
    (await page
      .context()
      .request.get(`${proxy.url}/api/session`)
      .then((answer) => answer.json())) as unknown,
  ).toMatchObject({
    data: { me: null },
  });
});

test('B6: a new build waits while a plan is open, is told of, and takes over when the person says so; else by itself', async () => {
  const page = await openBedside();
  await signIn(page, proxy.url, 'Kari Nymoen');
  await appKept(page);
  await openPlan(page);
  const caches = () => page.evaluate(() => window.caches.keys());
  const kept = await page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await window.caches.keys())
      for (const { url } of await (await window.caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
  });
  expect(kept).toContain('/');
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter((path) => !/^\/($|assets\/|icon|manifest)/.test(path))).toEqual([]);
  const [first] = await caches();
  const nextBuild = (version: string): void => {
    proxy.changeWorker = (code) =>
      code.replace(/version:`?"?[0-9a-f]{16}/, (found) => found.replace(/[0-9a-f]{16}/, version));
  };
  const look = () =>
    page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));

  nextBuild('0000000000000001');
  await look();
  await page.getByText('Ny versjon er klar').waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  expect(await caches()).toContain(first);
  await page.evaluate(() => void (document.body.dataset['before'] = 'yes'));
  await page.getByRole('button', { name: 'Ta den i bruk' }).click();
  await page.waitForFunction(() => document.body.dataset['before'] === undefined);
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  expect(await caches()).toEqual(['samrad-0000000000000001']);

  await page.getByRole('link', { name: 'Samråd' }).click();
  await page.getByRole('heading', { name: 'Mine pasienter' }).waitFor();
  nextBuild('0000000000000002');
  await look();
  await page.waitForFunction(async () => (await window.caches.keys()).join() === 'samrad-0000000000000002');
  expect(await page.getByText('Ny versjon er klar').count()).toBe(0);
});

test('B1: where a browser keeps nothing, the plan is written as ever', async () => {
  const plain = await launchBrowser('made-up', undefined, ['--host-resolver-rules=MAP samrad.example 127.0.0.1']);
  const device = await Device.open(plain);
  const url = `http://samrad.example:${server.port}`;
  await device.signIn(url, 'Kari Nymoen');
  expect(await device.page.evaluate(() => 'serviceWorker' in navigator || isSecureContext)).toBe(false);
  await device.page.goto(url + planPath);
  await device.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  await device.page.getByRole('textbox', { name: 'Mål nå', exact: true }).click();
  await device.page.keyboard.insertText('Uten lager. ');
  await device.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  await signOut(device.page).click();
  await device.page.waitForURL('**/logg-inn');
  expect(device.faults).toEqual([]);
  await device.close();
  await plain.close();
});

test('B1: a line that is there and brings nothing counts as none, and all comes when it brings something', async () => {
  const page = await openBedside();
  await signIn(page, proxy.url, 'Kari Nymoen');
  await appKept(page);
  await openPlan(page);
  await planKept(page, 1);
  proxy.setSilent(true);
  await page.goto(proxy.url);
  await page.getByText('Disse planene ligger på denne enheten').waitFor();
  await page.getByRole('link', { name: 'Åpne planen til Harald Solbakken' }).click();
  await page.locator('[data-absence="away"]').waitFor();
  await page.getByText('Være med på hytta').waitFor();
  proxy.setSilent(false);
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
});

test('B7: the app offers itself for the home screen once, and not again to who said no', async () => {
  const device = await Device.open(browser, phone);
  devices.push(device);
  const { page } = device;
  await device.signIn(server.url, 'Inger Solbakken');
  const offer = () =>
    page.evaluate(() => {
      const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: () => Promise.resolve(void (document.body.dataset['asked'] = 'yes')),
      });
      dispatchEvent(event);
      return event.defaultPrevented;
    });
  expect(await offer()).toBe(true);
  const hint = page.getByRole('region', { name: 'Samråd på hjemskjermen' });
  await hint.waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  await hint.getByRole('button', { name: 'Legg til' }).click();
  await page.waitForFunction(() => document.body.dataset['asked'] === 'yes');
  expect(await hint.count()).toBe(0);
  await offer();
  await hint.getByRole('button', { name: 'Ikke nå' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'Jeg er pårørende til' }).waitFor();
  await offer();
  expect(await hint.count()).toBe(0);
  const manifest = (await (await page.request.get(`${server.url}/manifest.webmanifest`)).json()) as {
    icons: { src: string }[];
  };
  for (const { src } of manifest.icons) expect((await page.request.get(server.url + src)).ok()).toBe(true);
});
