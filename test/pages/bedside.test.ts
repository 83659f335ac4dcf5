/** The plan at the bedside: read and written without a network, on somebody's own device. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { appKept, Bedside, planKept, signIn, stored } from '../support/bedside.ts';
import { desktop, type Device, expectAccessible, expectReflow, launchBrowser, phone } from '../support/browser.ts';
import { filesThatHold } from '../support/dataFiles.ts';
import { deviceOf } from '../support/gathering.ts';

let browser: Browser;
let server: RunningApp;
let planId: string;
let planPath: string;
const bedsides: Bedside[] = [];
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
  planId = await (await server.signIn('Kari Nymoen')).planOf('Harald Solbakken');
  planPath = `${server.url}/plan/${planId}`;
});

afterEach(async () => {
  for (const bedside of bedsides.splice(0)) await bedside.remove();
  for (const device of devices.splice(0)) await device.close();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

/** A device of one's own, signed in, with the plan and the app on it. */
async function bedsideOf(name: string, viewport = desktop): Promise<Bedside> {
  const bedside = await Bedside.open(viewport);
  bedsides.push(bedside);
  await signIn(bedside.page, server.url, name);
  await openPlan(bedside.page);
  await planKept(bedside.page, await readable(name));
  await appKept(bedside.page);
  return bedside;
}

/** The number of sections that somebody may read. */
async function readable(name: string): Promise<number> {
  const { sections } = await (await server.signIn(name)).call('plan', { planId }, {});
  return sections.filter(({ access }) => access !== 'none').length;
}

async function openPlan(page: Page): Promise<void> {
  await page.goto(planPath);
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
}

async function shared(name: string): Promise<Page> {
  const device = await deviceOf(browser, server.url, name);
  devices.push(device);
  await openPlan(device.page);
  return device.page;
}

const away = (page: Page) => page.locator('[data-absence="away"]');
const back = (page: Page) => page.locator('[data-absence="back"]');
const textbox = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Writes at the end of a running text, and resolves when that is on the device. */
async function write(page: Page, field: string, words: string): Promise<void> {
  await textbox(page, field).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(words);
  await page.locator('samrad-plan[data-plan-state="device"]').waitFor();
}

test('B1, B2: without a network the plan opens from the device and is written in; on return all of it is merged, and told with who else wrote', async () => {
  const bedside = await bedsideOf('Sofie Amundsen');
  await bedside.offline(true);
  await bedside.page.reload();
  expect(await away(bedside.page).innerText()).toMatch(/Uten nett – slik planen var kl\. \d\d:\d\d/);
  await write(bedside.page, 'Mål nå', ' Sitte i hagen.');
  await bedside.page.getByRole('button', { name: 'Endre Fastlege Anne Lindqvist' }).click();
  await textbox(bedside.page, 'Telefon').fill('22 00 00 99');
  await expectAccessible(bedside.page);
  await bedside.page.goto(server.url);
  await bedside.page.getByText('Disse planene ligger på denne enheten').waitFor();
  await expectAccessible(bedside.page);
  await bedside.page.getByRole('link', { name: 'Åpne planen til Harald Solbakken' }).click();
  await bedside.page.getByText('Sitte i hagen.').waitFor();

  const fatima = await shared('Fatima Yilmaz');
  await fatima.getByRole('button', { name: 'Endre Fastlege Anne Lindqvist' }).click();
  await textbox(fatima, 'Gjelder').fill('Alt som haster');
  await fatima.locator('samrad-plan[data-plan-state="saved"]').waitFor();

  // Only what lies on the device can bring the words back.
  await bedside.close();
  await bedside.again();
  await bedside.page.goto(planPath);
  await back(bedside.page).getByText('Fatima Yilmaz skrev også her').waitFor();
  const told = await back(bedside.page).innerText();
  expect(told).toContain('Hva er viktig for meg: 1 endring fra deg er lagret.');
  expect(told).toMatch(/Kontaktplan.*: 1 endring fra deg er lagret\. Fatima Yilmaz skrev også her\./);
  await expectAccessible(bedside.page);
  await fatima.getByText('Sitte i hagen.').waitFor();
  await fatima.getByRole('button', { name: 'Ferdig med Fastlege Anne Lindqvist' }).click();
  await fatima.getByText('22 00 00 99').first().waitFor();
  await back(bedside.page).getByRole('button', { name: 'Lukk' }).click();
  await back(bedside.page).waitFor({ state: 'detached' });
  expect(await stored(bedside.page, 'edits')).toBe(0);
});

test('P2: two who write in the same text without a network come to the same text', async () => {
  const [one, other] = [await bedsideOf('Jonas Haugland'), await bedsideOf('Erik Dahl', phone)];
  for (const bedside of [one, other]) {
    await bedside.offline(true);
    await bedside.page.reload();
    await away(bedside.page).waitFor();
  }
  await write(one.page, 'Hva håper du på?', ' Fra Jonas.');
  await write(other.page, 'Hva håper du på?', ' Fra Erik.');
  await expectReflow(other.page);
  await expectAccessible(other.page);
  const text = (page: Page) => textbox(page, 'Hva håper du på?').innerText();
  for (const { page } of [one, other]) expect(await text(page)).not.toMatch(/Fra Jonas.*Fra Erik|Fra Erik.*Fra Jonas/s);
  await one.offline(false);
  await other.offline(false);
  for (const { page } of [one, other]) {
    await page.getByText('Fra Jonas.').waitFor();
    await page.getByText('Fra Erik.').waitFor();
  }
  expect(await text(one.page)).toBe(await text(other.page));
});

test('B3: what was closed for me while I was away is never shown again, and is gone from my device', async () => {
  const coordinator = await server.signIn('Kari Nymoen');
  const inger = await server.signIn('Inger Solbakken');
  const recorded = { gaveBy: 'Harald Solbakken', how: 'oral' } as const;
  const give = { personId: inger.personId, sectionIds: ['faith' as const], from: null, until: null, recorded };
  await coordinator.call('giveConsent', { planId }, give);
  const bedside = await bedsideOf('Inger Solbakken');
  const faith = (page: Page) => page.getByRole('region', { name: 'Tro, livssyn og eksistensielle behov' });
  const before = await stored(bedside.page, 'kept');
  await bedside.offline(true);
  await bedside.page.reload();
  await away(bedside.page).waitFor();
  expect(await faith(bedside.page).count()).toBe(1);
  const words = await faith(bedside.page).innerText();
  expect(words.length).toBeGreaterThan(20);
  const { consents } = await coordinator.call('consents', { planId }, {});
  const consentIds = consents
    .filter((given) => given.person.personId === inger.personId && given.sectionId === 'faith' && given.ended === null)
    .map(({ id }) => id);
  await coordinator.call('withdrawConsents', { planId }, { consentIds });
  await bedside.offline(false);
  await faith(bedside.page).waitFor({ state: 'detached' });
  while ((await stored(bedside.page, 'kept')) >= before) await bedside.page.evaluate(() => undefined);
  await bedside.page.reload();
  await bedside.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  await bedside.offline(true);
  await bedside.page.reload();
  await away(bedside.page).waitFor();
  expect(await faith(bedside.page).count()).toBe(0);
});

test('B4: nothing on the device can be read from its disk, and signing out leaves nothing of mine on it', async () => {
  const bedside = await bedsideOf('Lina Strand');
  const marker = `bedsidemarker${Date.now()}`;
  const plain = `writteninplain${Date.now()}`;
  await bedside.page.evaluate((words) => localStorage.setItem('control', words), plain);
  await bedside.offline(true);
  await write(bedside.page, 'Notater', ` ${marker}`);
  await bedside.close();
  // The search itself finds what is written in plain.
  expect(await filesThatHold(bedside.profile, plain)).not.toEqual([]);
  const holding = async () => (await filesThatHold(bedside.profile, marker)).length;
  expect(await holding()).toBe(0);
  await bedside.again();
  await bedside.page.goto(planPath);
  await bedside.page.getByText(marker).first().waitFor();
  await bedside.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  await bedside.page.getByRole('button', { name: 'Logg ut' }).click();
  await bedside.page.waitForURL('**/logg-inn');
  for (const store of ['edits', 'kept', 'keys', 'people'] as const) expect(await stored(bedside.page, store)).toBe(0);
  await bedside.close();
  expect(await holding()).toBe(0);
  await bedside.again();
});
