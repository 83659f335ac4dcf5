/** Who wrote last, what is new since one was here, and taking deleted text away: in a real browser, by keyboard where it counts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRow, recordOf, rowsOf } from '../../shared/careplan/document.ts';
import { listPart } from '../../shared/careplan/sections.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, type Device, expectAccessible, expectReflow, launchBrowser, phone } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';
import { filesThatHold } from '../support/dataFiles.ts';
import { StockClient } from '../support/stockClient.ts';

const shots = process.env['HISTORY_SHOTS'];
let browser: Browser;
let server: RunningApp;
let planId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
  planId = await (await server.signIn('Anne Lindqvist')).planOf('Harald Solbakken');
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

async function openPlan(device: Device): Promise<void> {
  await device.page.goto(`${server.url}/plan/${planId}`);
  await device.page.locator('[data-plan-state="saved"]').waitFor();
}

/** What home care writes while the GP is elsewhere. */
async function homeCareWrites(): Promise<void> {
  const nurse = await server.signIn('Fatima Yilmaz');
  const contacts = await new StockClient({ person: nurse, planId, sectionId: 'contacts' }).open();
  addRow(contacts.doc, listPart('contacts'), { who: 'Natt-telefon', phone: '22 00 00 77' });
  const phase = await new StockClient({ person: nurse, planId, sectionId: 'phase' }).open();
  recordOf(phase.doc).set('next-review', '2027-01-15');
  await Promise.all([contacts.durable(), phase.durable()]);
  [contacts, phase].forEach((client) => client.close());
}

test('J1: what others wrote since the last visit stands at the top in words, leads there, and goes when it is marked as seen', async () => {
  const gp = await server.signIn('Anne Lindqvist');
  await gp.call('markSeen', { planId }, {});
  await homeCareWrites();
  for (const viewport of [desktop, phone]) {
    const device = await deviceOf(browser, server.url, 'Anne Lindqvist', viewport);
    const { page } = device;
    await openPlan(device);
    const news = page.getByRole('region', { name: /^Nytt siden du var her sist \(i dag kl\. \d\d:\d\d\)$/ });
    await news.getByText('Fatima Yilmaz la til «Natt-telefon»').waitFor();
    await news.getByText('Fatima Yilmaz endret «Vurderes igjen»').waitFor();
    await expectAccessible(page);
    await expectReflow(page);
    if (shots) await news.screenshot({ path: `${shots}/news-${viewport.width}.png` });
    await news.getByRole('link', { name: 'Fatima Yilmaz la til «Natt-telefon»' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-row]')?.textContent)).toContain(
      'Natt-telefon',
    );
    const contacts = page.locator('samrad-plan-section').filter({ has: page.locator('#plan-contacts') });
    const head = contacts.locator('.section-history > summary');
    expect(await head.innerText()).toMatch(/Sist skrevet av Fatima Yilmaz \(Hjemmetjenesten\) i dag kl\. \d\d:\d\d/);
    await head.press('Enter');
    await contacts.getByText('Fatima Yilmaz la til «Natt-telefon»').waitFor();
    const card = contacts.locator('.care-card, .contact').filter({ hasText: 'Natt-telefon' });
    expect(await card.locator('.row-history > summary').innerText()).toContain('Fatima Yilmaz, i dag');
    await expectAccessible(page);
    if (shots) await page.screenshot({ path: `${shots}/contacts-${viewport.width}.png` });
    if (viewport === phone) {
      await news.getByRole('button', { name: 'Merk alt som sett' }).press('Enter');
      await page.getByText('Alt er merket som sett.').waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Alt er merket som sett.');
      await openPlan(device);
      await page.locator('.section-history').first().waitFor();
      expect(await news.count()).toBe(0);
    }
    expect(device.faults).toEqual([]);
    await device.close();
  }
});

test('J2: the card of a row opens to its history', async () => {
  const device = await deviceOf(browser, server.url, 'Anne Lindqvist');
  const { page } = device;
  await openPlan(device);
  const section = page.locator('samrad-plan-section').filter({ has: page.locator('#plan-contacts') });
  const card = section.locator('.care-card, .contact').filter({ hasText: 'Natt-telefon' });
  await card.locator('.row-history > summary').press('Enter');
  await card.getByText('Lagt til', { exact: true }).waitFor();
  await expectAccessible(page);
  if (shots) await card.screenshot({ path: `${shots}/row.png` });
  await device.close();
});

test('J4: who may write takes deleted text away for good after being asked once', async () => {
  const marker = 'Skal-bort-for-godt-8k';
  const gp = await server.signIn('Anne Lindqvist');
  const tasks = await new StockClient({ person: gp, planId, sectionId: 'tasks' }).open();
  const id = addRow(tasks.doc, listPart('tasks'), { what: marker });
  await tasks.durable();
  rowsOf(tasks.doc).delete(id);
  await tasks.durable();
  tasks.close();
  const device = await deviceOf(browser, server.url, 'Anne Lindqvist');
  const { page } = device;
  await openPlan(device);
  const section = page.locator('samrad-plan-section').filter({ has: page.locator('#plan-tasks') });
  await section.locator('.section-history > summary').press('Enter');
  await section.getByRole('button', { name: 'Fjern slettet tekst for godt' }).press('Enter');
  await expectAccessible(page);
  if (shots) await section.locator('.section-history').screenshot({ path: `${shots}/purge.png` });
  expect(await filesThatHold(server.dataDirectory, marker)).not.toEqual([]);
  await section.getByRole('button', { name: 'Ja, fjern for godt' }).press('Enter');
  await section.getByText('Den slettede teksten er fjernet for godt.').waitFor();
  expect(await filesThatHold(server.dataDirectory, marker)).toEqual([]);
  expect(device.faults).toEqual([]);
  await device.close();
});
