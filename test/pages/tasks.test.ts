/** Tasks, transitions and templates as people use them, in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, type Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';

let browser: Browser;
let server: RunningApp;
let planPath: string;
const devices: Device[] = [];
const narrow = { width: 320, height: 740 };

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

async function open(name: string, address: string, viewport = desktop): Promise<Page> {
  const device = await deviceOf(browser, server.url, name, viewport);
  devices.push(device);
  await device.page.goto(address);
  return device.page;
}

async function openPlan(name: string, viewport = desktop): Promise<Page> {
  const page = await open(name, planPath, viewport);
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  return page;
}

const myTasks = (page: Page) => page.getByRole('link', { name: /^Mine oppgaver/ });

test('T1: the coordinator discharges the patient by keyboard alone, ticks, and makes tasks of the rest; the nurse finds hers', async () => {
  const page = await openPlan('Kari Nymoen');
  const panel = page.locator('samrad-transitions');
  await panel.locator('.plan-panel-fold > summary').focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Utskrevet' }).focus();
  await page.keyboard.press('Enter');
  expect(await panel.getByLabel('Når').evaluate((element) => element === document.activeElement)).toBe(true);
  await panel.getByLabel('Sykehus og avdeling').focus();
  await page.keyboard.type('Sykehuset, kreftavdelingen');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const clocks = panel.locator('.clock-card');
  await clocks.getByText('ventes innen').first().waitFor();
  expect(await panel.getByRole('button', { name: 'Utskrevet' }).evaluate((e) => e === document.activeElement)).toBe(
    true,
  );
  await panel.getByRole('checkbox', { name: 'Epikrisen er mottatt' }).press('Space');
  await clocks.locator('[data-clock="letter"][data-state="done"]').waitFor();
  await panel.locator('[data-point="letter"]').getByText('Kari Nymoen').waitFor();
  await panel.getByRole('button', { name: 'Kontaktlegen har ringt' }).press('Enter');
  await page.keyboard.type('Jonas Haugland');
  await page.keyboard.press('Enter');
  await clocks.getByText('Jonas Haugland ringte').waitFor();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Lag oppgaver av resten' }).press('Enter');
  await panel.locator('[data-point="gp-appointment"]').getByText('Er blitt en oppgave').waitFor();
  expect(await panel.getByRole('button', { name: 'Lag oppgaver av resten' }).count()).toBe(0);

  const nurse = await open('Fatima Yilmaz', server.url);
  await myTasks(nurse).click();
  const task = nurse.locator('.my-tasks .task').filter({ hasText: 'Bestille time hos fastlegen' });
  await task.getByText('innleggelse eller utskrivning').waitFor();
  await expectAccessible(nurse);
  await task.getByRole('combobox').selectOption({ label: 'Gjort' });
  await nurse.getByText('Statusen er lagret.').waitFor({ state: 'attached' });
  const row = page.locator('.task').filter({ has: page.locator('textarea') });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.task-settled textarea')].some(
      (area) => area instanceof HTMLTextAreaElement && area.value === 'Bestille time hos fastlegen',
    ),
  );
  expect(await row.count()).toBeGreaterThan(0);
});

test('T3: a relative answers her own task from the page of her tasks, at 320 px', async () => {
  const inger = await open('Inger Solbakken', server.url, narrow);
  await myTasks(inger).click();
  const task = inger.locator('.my-tasks .task').filter({ hasText: 'Ta med spørsmålene fra barnebarnet' });
  await task.getByRole('combobox').selectOption({ label: 'I gang' });
  await inger.getByText('Statusen er lagret.').waitFor({ state: 'attached' });
  await expectReflow(inger);
  await expectAccessible(inger);
  await inger.reload();
  await task.waitFor();
  expect(await task.getByRole('combobox').inputValue()).toBe('doing');
});

test('T3: what is late is counted in the header, and leads to its place in the plan', async () => {
  const kari = await openPlan('Kari Nymoen');
  const task = kari
    .locator('.task')
    .filter({ has: kari.locator('option:checked', { hasText: 'Kari Nymoen' }) })
    .first();
  await task.getByLabel('Frist').fill('2026-01-05');
  await task.getByLabel('Frist').blur();
  await kari.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  await myTasks(kari).click();
  await kari.getByRole('heading', { name: /^Forsinket/ }).waitFor();
  await kari.getByText(/Fristen gikk ut for \d+ dager siden/).waitFor();
  await kari.reload();
  await kari.getByRole('link', { name: 'Mine oppgaver (1 er forsinket)' }).waitFor();
  await kari.locator('[data-group="late"]').getByRole('link').first().click();
  await kari.waitForFunction(() => document.activeElement?.closest('samrad-tasks .task') !== null);
});

test('T5: a task is made from a section and from a row by keyboard, and leads back to where it came from', async () => {
  const page = await openPlan('Kari Nymoen');
  const button = page.getByRole('button', { name: 'Lag oppgave fra Tiltaksplan: grønn, gul, rød' });
  await button.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hva skal gjøres?').focus();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Legg til oppgaven' }).press('Enter');
  await dialog.getByText('Skriv hva som skal gjøres.').waitFor();
  await page.keyboard.type('Gå gjennom tiltakene med Inger');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Fatima');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Legg til oppgaven' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  const task = page.locator('samrad-tasks > .task-list .task').last();
  expect(await task.locator('textarea').inputValue()).toBe('Gå gjennom tiltakene med Inger');
  await task.getByRole('button', { name: 'Gå til Tiltaksplan: grønn, gul, rød' }).press('Enter');
  await page.waitForFunction(
    () => document.activeElement?.id === 'plan-zones' || document.activeElement?.closest('#plan-zones'),
  );

  await page.getByRole('button', { name: 'Lag oppgave fra Fastlege Anne Lindqvist' }).press('Enter');
  await dialog.getByLabel('Hva skal gjøres?').fill('Sjekke nummeret');
  await dialog.getByRole('button', { name: 'Legg til oppgaven' }).press('Enter');
  await page.locator('samrad-tasks').getByRole('button', { name: 'Gå til Kontaktplan døgnet rundt' }).waitFor();
});

test('R5: a home visit by the GP outside the agreed hours is said in words; what a kind does not want is not asked', async () => {
  const page = await openPlan('Kari Nymoen');
  const visit = page
    .locator('.task')
    .filter({ has: page.locator('option:checked', { hasText: 'Hjemmebesøk av fastlegen' }) });
  await visit.locator('.task-more > summary').press('Enter');
  await visit.getByLabel('Klokken').fill('18:30');
  await visit.getByText('Fastlegens hjemmebesøk legges vanligvis mellom kl. 13:00 og 17:00.').waitFor();
  await visit.getByLabel('Hva slags oppgave').selectOption({ label: 'Time hos fastlegen' });
  await visit.getByText('Fastlegens hjemmebesøk').waitFor({ state: 'hidden' });
  await expectAccessible(page);
});

test('T4: a template shows what is filled and missing, and its talks are held and ticked, at both widths', async () => {
  for (const viewport of [desktop, narrow]) {
    const page = await openPlan('Kari Nymoen', viewport);
    const panel = page.locator('samrad-templates');
    await panel.locator('.plan-panel-fold > summary').press('Enter');
    const begin = panel.getByRole('button', { name: 'Bruk Pakkeforløp hjem' });
    if (viewport === desktop) await begin.press('Enter');
    await panel.locator('[data-template="home-pathway"][data-state="active"]').waitFor();
    await panel.locator('.template-heading').first().waitFor();
    await expectReflow(page);
    await expectAccessible(page);
    if (viewport !== desktop) continue;
    const first = panel.locator('[data-talk="first"]');
    await first.locator('summary').press('Enter');
    await first.getByRole('checkbox', { name: 'Ernæring' }).press('Space');
    await first.getByText('1/13').waitFor();
    await first.getByLabel('Samtalen «Etter diagnosen» ble holdt den').fill('2026-02-03');
    await first.getByText('Holdt 3. februar 2026. Ført av Kari Nymoen.').waitFor();
  }
});
