/** What is late, missing or due, as people meet it: above the plan, and on the page that tells what the rules are. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { addRow } from '../../shared/careplan/document.ts';
import { listPart } from '../../shared/careplan/sections.ts';
import { addDays } from '../../shared/domain/calendar/dates.ts';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, type Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';
import { StockClient } from '../support/stockClient.ts';

const narrow = { width: 320, height: 740 };

let browser: Browser;
let server: RunningApp;
let device: Device;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

describe.each([
  ['at desktop size', desktop],
  ['at the narrowest', narrow],
] as const)('%s', (_size, viewport) => {
  beforeEach(async () => {
    device = await deviceOf(browser, server.url, 'Kari Nymoen', viewport);
  });

  afterEach(async () => {
    expect(device.faults).toEqual([]);
    await device.close();
  });

  test('R12: the page of the rules tells each with its value and its source, and axe finds nothing (H6)', async () => {
    const { page } = device;
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Regler og frister' }).click();
    await page.getByRole('heading', { level: 1, name: 'Regler og frister' }).waitFor();
    await page.getByRole('heading', { name: 'Slik gjelder reglene i Bydel Østensjø, Oslo' }).waitFor();
    const answers = page.locator('[data-rule="R2"]');
    expect(await answers.innerText()).toMatch(/3 dager/);
    expect(await answers.innerText()).toMatch(/Kilde: Samarbeidsavtale/);
    expect(await page.locator('[data-rule="R3"]').innerText()).toMatch(/satt av bydelen/);
    expect(await page.locator('[data-rule]').count()).toBe(18);
    await expectAccessible(page);
    await expectReflow(page);
  });

  test('R2: a late task stands in red above the plan, and its words lead to it with the keyboard alone', async () => {
    const { page } = device;
    const coordinator = await server.signIn('Kari Nymoen');
    const planId = await coordinator.planOf('Harald Solbakken');
    const writer = await new StockClient({ person: coordinator, planId, sectionId: 'tasks' }).open();
    const what = `Ringe apoteket ${viewport.width}`;
    const deadline = addDays(osloDate(new Date()), -1);
    const rowId = addRow(writer.doc, listPart('tasks'), { what, owner: 'coordinator', deadline });
    await writer.durable();
    writer.close();
    await page.goto(`${server.url}/plan/${planId}`);
    const late = page.locator('samrad-plan-findings .finding[data-level="late"]');
    const link = late.getByRole('link', { name: new RegExp(`«${what}» hadde frist`) });
    await link.waitFor();
    await expectAccessible(page);
    await expectReflow(page);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => document.activeElement?.closest('[data-place]')?.outerHTML.includes(id), rowId);
    expect(new URL(page.url()).hash).toBe(`#plan-tasks/${rowId}`);
  });
});

test('R7: the task that is proposed is made with one press, and proposed no more', async () => {
  device = await deviceOf(browser, server.url, 'Kari Nymoen');
  const { page } = device;
  const planId = await (await server.signIn('Kari Nymoen')).planOf('Ruth Iversen');
  await page.goto(`${server.url}/plan/${planId}`);
  const panel = page.locator('samrad-plan-findings');
  const rest = panel.locator('summary');
  await panel.locator('.finding').first().waitFor();
  if ((await rest.count()) > 0) await rest.click();
  const make = panel.getByRole('button', { name: 'Lag oppgaven: Bestille time hos fastlegen' });
  await make.click();
  await page.getByText('Oppgaven «Bestille time hos fastlegen» er lagt til.').waitFor({ state: 'attached' });
  await make.waitFor({ state: 'detached' });
  await device.close();
});
