/** The patient decides who sees what, on one screen, and the relative's plan follows on another. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { type Device, desktop, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';

let browser: Browser;
let server: RunningApp;
let planPath: string;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
  const coordinator = await server.signIn('Kari Nymoen');
  planPath = `${server.url}/plan/${await coordinator.planOf('Harald Solbakken')}`;
});

afterEach(async () => {
  for (const device of devices.splice(0)) {
    expect(device.faults).toEqual([]);
    await device.close();
  }
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

async function open(name: string, path: string, viewport = desktop): Promise<Page> {
  const device = await deviceOf(browser, server.url, name, viewport);
  devices.push(device);
  await device.page.goto(path);
  return device.page;
}

const consentPath = (): string => `${planPath}/samtykke`;
const zones = 'Tiltaksplan: grønn, gul, rød';

test('A7: the patient closes a section, and it folds in the relative’s open plan; opened again, it is there, with no reload', async () => {
  const relative = await open('Inger Solbakken', planPath);
  await relative.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  const section = relative.getByRole('region', { name: zones });
  await section.waitFor();
  // What she is doing elsewhere in the plan is left alone.
  const elsewhere = relative.locator('#plan-search');
  await elsewhere.focus();
  await relative.evaluate(() => Object.assign(window, { isTheSamePage: true }));

  const patient = await open('Harald Solbakken', planPath);
  await patient.getByRole('link', { name: 'Hvem kan se hva' }).click();
  await patient
    .getByRole('button', { name: `Lukk ${zones} for Inger Solbakken` })
    .first()
    .click();
  await patient.getByRole('dialog').getByRole('button', { name: 'Lukk nå' }).click();
  await patient.getByText(`Harald Solbakken lukket ${zones} for Inger Solbakken.`).waitFor();

  await section.waitFor({ state: 'detached' });
  await relative.getByText(zones).first().waitFor({ state: 'attached' });
  expect(await elsewhere.evaluate((element) => element === document.activeElement)).toBe(true);

  await patient.getByRole('button', { name: 'Åpne for Inger Solbakken' }).click();
  await patient.getByRole('checkbox', { name: zones }).check();
  await patient.getByRole('radio', { name: 'Én uke' }).check();
  await patient.getByText(`Inger Solbakken får se ${zones}.`).waitFor();
  await patient.getByRole('button', { name: 'Åpne nå' }).click();
  await section.waitFor();
  expect(await elsewhere.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await relative.evaluate(() => 'isTheSamePage' in window)).toBe(true);
});

test('A6: the coordinator says who gave consent and how, and is asked for it where it is left out', async () => {
  const page = await open('Kari Nymoen', consentPath());
  await page.getByRole('button', { name: 'Åpne for Marte Solbakken' }).click();
  await page.getByRole('button', { name: 'Åpne nå' }).click();
  await page.getByRole('alert').getByText('Velg minst én del av planen.').waitFor();
  await page.getByRole('checkbox', { name: 'Sykdom og status' }).check();
  await page.getByRole('button', { name: 'Åpne nå' }).click();
  await page.getByRole('alert').getByText('Velg hvordan pasienten ga samtykket.').waitFor();
  await page.getByRole('textbox', { name: 'Hvem ga samtykket?' }).fill('Harald, på hjemmebesøk');
  await page.getByRole('radio', { name: 'Pasienten sa det' }).check();
  await page.getByRole('button', { name: 'Åpne nå' }).click();
  await page.getByText('Samtykket ga Harald, på hjemmebesøk. Muntlig.').waitFor();
});

test('A6: with the keyboard alone: open a section, and think better of closing it', async () => {
  const page = await open('Harald Solbakken', consentPath());
  await page.getByRole('button', { name: 'Åpne for Bjørn Aasen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const close = page.getByRole('button', { name: 'Lukk Hva er viktig for meg for Bjørn Aasen' }).first();
  await close.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lukke for Bjørn Aasen?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await close.evaluate((element) => element === document.activeElement)).toBe(true);
});

const widths = [1280, 320];

test.each(widths)('H6: axe finds nothing on the page of consents at %i px, nor in its questions', async (width) => {
  const page = await open('Kari Nymoen', consentPath(), { width, height: 800 });
  await page.getByRole('heading', { name: 'Hvem kan se hva' }).waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  await page.getByRole('button', { name: 'Åpne for Inger Solbakken' }).click();
  await page.getByRole('radio', { name: 'Til en dag' }).check();
  await page.getByRole('button', { name: 'Åpne nå' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Lukk .* for Inger Solbakken$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Lukk nå' }).waitFor();
  await expectAccessible(page);
});

test('A6: one who may neither give nor record sees what is open for them, and no button', async () => {
  const page = await open('Inger Solbakken', consentPath());
  await page.getByText('Dette er åpnet for deg.').waitFor();
  expect(await page.locator('samrad-consent-page').getByRole('button').count()).toBe(0);
  await expectAccessible(page);
});
