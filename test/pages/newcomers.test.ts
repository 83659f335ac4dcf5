/** How a plan begins, is opened in an emergency, is taken along and ends, as people meet it. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';

const narrow = { width: 320, height: 740 };

const everythingSchema = z.object({
  format: z.literal('samrad-export-1'),
  sections: z.array(z.object({ section: z.string() })),
  accessLog: z.array(z.unknown()),
});

let browser: Browser;
let server: RunningApp;

beforeAll(async () => {
  server = await startApp();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

/** A device on whose home page somebody is. */
async function deviceOf(name: string, viewport = desktop): Promise<Device> {
  const person = await server.signIn(name);
  const device = await Device.open(browser, viewport);
  const cookies = person.cookie.split('; ').map((cookie) => cookie.split('=', 2) as [string, string]);
  await device.context.addCookies(cookies.map(([key, value]) => ({ name: key, value, url: server.url })));
  await device.page.goto(server.url);
  await device.page.getByRole('heading', { level: 1, name: `Hei, ${name}` }).waitFor();
  return device;
}

const openPlan = (page: Page) => page.locator('samrad-plan[data-plan-state="saved"]').waitFor();

test('G5: a GP makes the plan of a new patient and is led to it', async () => {
  const gp = await deviceOf('Anne Lindqvist', narrow);
  const { page } = gp;
  await page.getByRole('button', { name: 'Lag plan for en ny pasient' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ny pasient' });
  await dialog.getByRole('button', { name: 'Lag planen' }).click();
  await dialog.getByRole('alert').getByText('Skriv navnet til pasienten.').waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  await dialog.getByLabel('Pasientens navn').fill('Nora Nilsen');
  await dialog.getByLabel('Din rolle').selectOption({ label: 'Fastlege' });
  await dialog.getByRole('button', { name: 'Lag planen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nora Nilsen' }).waitFor();
  await openPlan(page);
  await page.getByRole('link', { name: 'Hvem er med' }).click();
  await page.getByRole('button', { name: 'Inviter en til' }).waitFor();
  expect(gp.faults).toEqual([]);
  await gp.close();
});

test('G6: emergency access says what it is, and the patient is told until they have seen it', async () => {
  const reason = 'Pasienten er falt og kan ikke svare for seg.';
  const nurse = await deviceOf('Tor Eide', narrow);
  const { page } = nurse;
  await page.getByRole('button', { name: 'Nødtilgang' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nødtilgang til en plan' });
  await dialog.getByLabel('Pasientens fødselsnummer, eller hele navnet').fill('Harald Solbakken');
  await dialog.getByLabel('Ditt arbeidssted').fill('Legevakten');
  await dialog.getByLabel('Hvorfor trenger du tilgang nå?').fill(reason);
  await expectAccessible(page);
  await expectReflow(page);
  await dialog.getByRole('button', { name: 'Åpne planen' }).click();
  await page.getByText('Du leser med nødtilgang til').waitFor();
  await openPlan(page);
  expect(await page.locator('[contenteditable="true"]').count()).toBe(0);

  const patient = await deviceOf('Harald Solbakken');
  await patient.page.getByRole('heading', { name: 'Noen har brukt nødtilgang' }).waitFor();
  await patient.page.getByText(`Begrunnelse: ${reason}`).waitFor();
  await expectAccessible(patient.page);
  await patient.page.getByRole('button', { name: 'Jeg har sett det: Tor Eide brukte nødtilgang' }).click();
  await patient.page.getByRole('heading', { name: 'Noen har brukt nødtilgang' }).waitFor({ state: 'detached' });
  expect([...nurse.faults, ...patient.faults]).toEqual([]);
  await Promise.all([nurse.close(), patient.close()]);
});

test('K3, A9: the patient takes everything along, has the plan deleted and changes their mind', async () => {
  const patient = await deviceOf('Harald Solbakken', narrow);
  const { page } = patient;
  await page.getByRole('link', { name: 'Åpne planen til Harald Solbakken' }).click();
  await page.getByRole('link', { name: 'Opplysningene i planen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Opplysningene i planen' }).waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  const saved = async (button: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };
  const machine = everythingSchema.parse(JSON.parse(await saved('Last ned for andre systemer (JSON)')));
  expect(machine.sections.map(({ section }) => section)).toContain('contacts');
  expect(machine.sections.map(({ section }) => section)).not.toContain('working-notes');
  expect(machine.accessLog.length).toBeGreaterThan(0);
  const readable = await saved('Last ned for å lese');
  expect(readable).toContain('Hvem har sett planen min');
  expect(readable).toContain('Kari Nymoen');
  expect(readable).not.toContain('<script');
  await page.getByRole('button', { name: 'Slett planen …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Slette planen?' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Ja, slett planen' }).click();
  await page.getByRole('button', { name: 'Angre slettingen' }).waitFor();
  const gp = await deviceOf('Anne Lindqvist');
  await gp.page.getByRole('link', { name: 'Åpne planen til Harald Solbakken' }).click();
  await gp.page.getByText('Planen slettes').waitFor();
  await page.getByRole('button', { name: 'Angre slettingen' }).click();
  await page.getByRole('button', { name: 'Slett planen …' }).waitFor();
  expect([...gp.faults, ...patient.faults]).toEqual([]);
  await Promise.all([gp.close(), patient.close()]);
});
