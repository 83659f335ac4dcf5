/** The patient reads who has seen the plan. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { type Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';
import { StockClient } from '../support/stockClient.ts';

let browser: Browser;
let server: RunningApp;
let planId: string;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
  const gp = await server.signIn('Anne Lindqvist');
  planId = await gp.planOf('Harald Solbakken');
  const reading = await new StockClient({ person: gp, planId, sectionId: 'medicines' }).open();
  reading.close();
  const outsider = await server.signIn('Tor Eide');
  await outsider.call('plan', { planId }, {}).catch(() => undefined);
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

test('A9, H6: from the plan to who has seen it, by day and person; attempts alone; the whole as a spreadsheet', async () => {
  const device = await deviceOf(browser, server.url, 'Harald Solbakken');
  devices.push(device);
  const { page } = device;
  await page.goto(`${server.url}/plan/${planId}`);
  await page.getByRole('link', { name: 'Hvem har sett planen' }).click();
  const gp = page.getByRole('listitem').filter({ hasText: 'Anne Lindqvist' }).first();
  await gp.getByText('leste: Legemidler i bruk, samstemt').waitFor();
  await gp.getByText('Fastlege, Bøler legekontor').waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  await page.getByRole('checkbox', { name: 'Vis bare forsøk som ble stanset' }).check();
  await page.getByText('Fikk ikke lov:').waitFor();
  expect(await page.locator('.access-log-visit').count()).toBe(1);
  expect(await page.locator('.access-log-visit').innerText()).toContain('Tor Eide');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Last ned som regneark' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain('"Anne Lindqvist";"Fastlege";"leste";"Legemidler i bruk, samstemt"');
});
