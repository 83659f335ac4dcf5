/** The page of who is in the team, as the coordinator, the one who is invited and the patient use it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import type { Person } from '../support/person.ts';

const narrow = { width: 320, height: 740 };

let browser: Browser;
let server: RunningApp;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  planId = await (await server.signIn('Kari Nymoen')).planOf('Harald Solbakken');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

async function deviceOf(person: Person, viewport = desktop): Promise<Device> {
  const device = await Device.open(browser, viewport);
  const cookies = person.cookie.split('; ').map((cookie) => cookie.split('=', 2) as [string, string]);
  await device.context.addCookies(cookies.map(([name, value]) => ({ name, value, url: server.url })));
  return device;
}

test('G1, G2: a colleague is found and invited, says yes, and is ended again', async () => {
  const coordinator = await deviceOf(await server.signIn('Kari Nymoen'));
  const { page } = coordinator;
  await page.goto(`${server.url}/plan/${planId}`);
  await page.getByRole('link', { name: 'Hvem er med' }).click();
  await page.getByRole('heading', { name: 'Hvem er med', level: 1 }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Inviter en til' }).click();
  const dialog = page.getByRole('dialog', { name: 'Inviter en til' });
  await dialog.getByLabel('Navn, minst tre bokstaver').fill('Tor');
  await dialog.getByRole('button', { name: 'Søk' }).click();
  await dialog.getByLabel('Velg personen').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Send invitasjonen' }).click();
  await page.getByRole('button', { name: 'Trekk tilbake invitasjonen til Tor Eide' }).waitFor();

  const invited = await deviceOf(await server.signIn('Tor Eide'), narrow);
  await invited.page.goto(server.url);
  await invited.page.getByRole('heading', { name: 'Du er invitert' }).waitFor();
  await expectAccessible(invited.page);
  await expectReflow(invited.page);
  await invited.page.getByRole('button', { name: 'Bli med i teamet rundt Harald Solbakken' }).click();
  await invited.page.getByRole('link', { name: 'Åpne planen til Harald Solbakken' }).click();
  await invited.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'Avslutt for Tor Eide' }).click();
  await page
    .getByRole('dialog', { name: 'Avslutte for Tor Eide?' })
    .getByRole('button', { name: 'Ja, avslutt' })
    .click();
  await page.getByRole('heading', { name: 'Har vært med' }).waitFor();
  await invited.page.reload();
  await invited.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await invited.page.locator('samrad-plan').count()).toBe(0);
  expect(coordinator.faults).toEqual([]);
  await Promise.all([coordinator.close(), invited.close()]);
});

test('G3: the patient adds a relative by name on a narrow page', async () => {
  const { page, faults, close } = await (async () => {
    const device = await deviceOf(await server.signIn('Harald Solbakken'), narrow);
    return { page: device.page, faults: device.faults, close: () => device.close() };
  })();
  await page.goto(`${server.url}/plan/${planId}/tilgang`);
  await page.getByRole('button', { name: 'Inviter en til' }).click();
  const dialog = page.getByRole('dialog', { name: 'Inviter en til' });
  await dialog.getByLabel('Pårørende, frivillig eller tolk').check();
  await dialog.getByLabel('Navn', { exact: true }).fill('Berit Berg');
  await expectReflow(page);
  await dialog.getByRole('button', { name: 'Legg til' }).click();
  await page.getByText('Berit Berg').waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  expect(faults).toEqual([]);
  await close();
});
