/** Signing in by an identity provider, as somebody with a browser does it. */
import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { startProvider, type RunningProvider } from '../support/identityProvider.ts';

const narrow = { width: 320, height: 740 };

let browser: Browser;
let server: RunningApp;
let helseId: RunningProvider;
let idPorten: RunningProvider;

beforeAll(async () => {
  [helseId, idPorten] = await Promise.all([
    startProvider('helseid', 'helseid'),
    startProvider('id-porten', 'id-porten'),
  ]);
  const providers = [helseId.settings, idPorten.settings];
  server = await startApp({ demo: false, oidc: { providers, identityNumberKey: randomBytes(32) } });
  helseId.serve(server.url);
  idPorten.serve(server.url);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
  await Promise.all([helseId.close(), idPorten.close()]);
});

test('I1: somebody is led to the provider and back to where they were going, and out again at both', async () => {
  idPorten.say({ sub: 'citizen', pid: '01990000001', acr: 'idporten-loa-high' });
  const device = await Device.open(browser, desktop);
  const { page } = device;
  await page.goto(`${server.url}/oppgaver`);
  await page.getByRole('heading', { name: 'Logg inn', level: 1 }).waitFor();
  expect(await page.getByText('demonstrasjon').count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Logg inn med ID-porten' }).click();
  await page.waitForURL(`${server.url}/oppgaver`);
  expect(await page.evaluate(() => location.href)).not.toContain('code=');
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.waitForURL((url) => url.origin === idPorten.issuer);
  expect(device.faults).toEqual([]);
  await device.close();
});

test('I1: one whose level is too low is told so in words, on a narrow page too', async () => {
  idPorten.say({ sub: 'citizen', pid: '01990000001', acr: 'idporten-loa-substantial' });
  const device = await Device.open(browser, narrow);
  const { page } = device;
  await page.goto(`${server.url}/logg-inn`);
  await page.getByRole('button', { name: 'Logg inn med ID-porten' }).click();
  await page.getByRole('alert').filter({ hasText: 'ikke er høyt nok' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await expectAccessible(page);
  await expectReflow(page);
  expect(device.faults).toEqual([]);
  await device.close();
});
