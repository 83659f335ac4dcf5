/** Finding one's way in the plan, and speaking of it, in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, type Device, expectAccessible, expectReflow, launchBrowser, phone } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';

let browser: Browser;
let server: RunningApp;
let planPath: string;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
  const coordinator = await server.signIn('Kari Nymoen');
  planPath = `/plan/${await coordinator.planOf('Harald Solbakken')}`;
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

async function open(name: string, viewport = desktop, fragment = ''): Promise<Page> {
  const device = await deviceOf(browser, server.url, name, viewport);
  devices.push(device);
  await device.page.goto(server.url + planPath + fragment);
  await device.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  return device.page;
}

test('The plan is searched and walked with the keyboard alone, and the address names the place', async () => {
  const page = await open('Kari Nymoen');
  await page.locator('h1').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('uten ny HENVISNING');
  await page.locator('.plan-hit').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#plan-contacts\/[\w-]{22}$/);
  expect(await page.evaluate(() => document.activeElement?.closest('[data-row]') !== null)).toBe(true);
  await page.locator('h1').focus();
  await page.keyboard.press('j');
  await page.waitForURL(/#plan-what-matters$/);
  await page.keyboard.press('j');
  await page.waitForURL(/#plan-relatives$/);
  await page.keyboard.press('k');
  await page.waitForURL(/#plan-what-matters$/);
  await page.keyboard.press('c');
  await page.waitForURL(/#plan-contacts$/);
});

test('Somebody who is sent a place in the plan comes to it, also on a phone where the section is folded', async () => {
  const page = await open('Anne Lindqvist', phone, '#plan-working-notes');
  await page.waitForFunction(() => document.activeElement?.id === 'plan-working-notes');
  await page.getByText('Før møtet: avklare').waitFor();
});

test('The keys can be turned off, and then a letter is only a letter', async () => {
  const page = await open('Kari Nymoen');
  await page.locator('h1').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('h1').focus();
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('P3: a relative asks the team; the GP sees it without reloading and answers; settled, it folds away', async () => {
  const inger = await open('Inger Solbakken', phone);
  const anne = await open('Anne Lindqvist');
  await inger.locator('.plan-questions summary').click();
  await inger.getByRole('button', { name: 'Still et spørsmål' }).click();
  expect(await inger.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await inger.keyboard.type('Hvem ringer jeg i påsken?');
  await inger.getByRole('button', { name: 'Send', exact: true }).click();
  await anne.locator('.plan-questions summary', { hasText: 'Spørsmål til teamet (1)' }).click();
  await anne.getByText('Hvem ringer jeg i påsken?').waitFor();
  await anne.locator('.plan-questions').getByRole('button', { name: 'Svar' }).click();
  await anne.keyboard.type('Hjemmesykepleien, hele påsken.');
  await anne.getByRole('button', { name: 'Send', exact: true }).click();
  await inger.getByText('Hjemmesykepleien, hele påsken.').waitFor();
  for (const page of [inger, anne]) await expectAccessible(page);
  await expectReflow(inger);
  await anne.locator('.plan-questions').getByRole('button', { name: 'Ferdig snakket om' }).click();
  await inger.getByText('Ferdig snakket om (1)').waitFor();
});

test('A comment is about a row, and the contents say that something waits', async () => {
  const kari = await open('Kari Nymoen');
  const anne = await open('Anne Lindqvist');
  const contacts = kari.locator('samrad-plan-section', { has: kari.locator('#plan-contacts') });
  await contacts.locator('.comments > summary').click();
  await contacts.getByRole('button', { name: 'Skriv en kommentar' }).click();
  await contacts.getByLabel('Kommentar', { exact: true }).fill('Stemmer dette nummeret?');
  await contacts.getByLabel('Hva gjelder det?').selectOption({ label: 'Kreftavdelingen, åpen retur' });
  await contacts.getByRole('button', { name: 'Send', exact: true }).click();
  await anne.locator('.plan-contents-link', { hasText: '1 samtale venter på svar' }).waitFor();
  await anne.locator('samrad-plan-section', { hasText: 'Kontaktplan' }).locator('.comments > summary').first().click();
  await anne.getByText('Gjelder: Kreftavdelingen, åpen retur').waitFor();
});
