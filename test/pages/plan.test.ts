/** The plan as people write it, two at a time, in a real browser. */
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeCode, frame, message } from '../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, type Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';
import { hasFocus } from '../support/keyboard.ts';
import { bytes } from '../support/rawConnection.ts';
import { writeVarString, writeVarUint } from 'lib0/encoding';

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

/** Opens the plan as somebody; `prepare` may put itself between page and server first. */
async function open(name: string, viewport = desktop, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const device = await deviceOf(browser, server.url, name, viewport);
  devices.push(device);
  await prepare?.(device.page);
  await device.page.goto(planPath);
  await device.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  return device.page;
}

const textbox = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('P2: two write in one task at the same time; each sees the other’s name, and undo takes back only one’s own', async () => {
  const kari = await open('Kari Nymoen');
  const anne = await open('Anne Lindqvist');
  const what = (page: Page) => page.getByRole('textbox', { name: 'Hva skal gjøres' }).first();
  const before = await what(kari).inputValue();
  await what(kari).focus();
  await kari.keyboard.press('ControlOrMeta+End');
  await what(anne).focus();
  await anne.keyboard.press('ControlOrMeta+Home');
  await Promise.all([kari.keyboard.type(' i dag', { delay: 20 }), anne.keyboard.type('Husk: ', { delay: 20 })]);
  const both = `Husk: ${before} i dag`;
  const reads = (page: Page, wanted: string) =>
    page.waitForFunction(
      (text) => document.querySelector<HTMLTextAreaElement>('samrad-tasks textarea')?.value === text,
      wanted,
    );
  await Promise.all([reads(kari, both), reads(anne, both)]);
  await kari.locator('samrad-tasks .peer-tag', { hasText: 'Anne Lindqvist' }).waitFor();
  await kari.keyboard.press('ControlOrMeta+z');
  await Promise.all([reads(kari, `Husk: ${before}`), reads(anne, `Husk: ${before}`)]);
});

test('P2: a caret in running text shows where the other writes, and Tab leaves the text', async () => {
  const kari = await open('Kari Nymoen');
  const anne = await open('Anne Lindqvist');
  await textbox(anne, 'Hva håper du på?').click();
  await kari.locator('.plan-caret[data-name="Anne Lindqvist"]').waitFor({ state: 'attached' });
  await kari.getByRole('button', { name: /Gå til Anne Lindqvist/ }).click();
  await expect.poll(() => hasFocus(textbox(kari, 'Hva håper du på?'))).toBe(true);
  await kari.keyboard.press('Tab');
  await expect.poll(() => hasFocus(kari.getByRole('button', { name: 'Fet', exact: true }))).toBe(true);
  await kari.keyboard.press('Tab');
  await expect.poll(() => hasFocus(textbox(kari, 'Hva bekymrer deg?'))).toBe(true);
});

test('a contact that is removed leaves a gap in plain sight, and comes back as it was', async () => {
  const page = await open('Kari Nymoen');
  const answer = page.locator('.week-answer');
  expect(await answer.textContent()).toContain('alltid noen å ringe til');
  for (const name of ['Hjemmesykepleien, natt', 'Kreftavdelingen, åpen retur'])
    await page.getByRole('button', { name: `Fjern ${name}` }).click();
  await page.getByText('98 av 168 timer har noen å ringe til.').waitFor();
  expect(await page.locator('.week-gaps').first().innerText()).toContain('00:00–07:30');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Angre fjerningen' }).click();
  await page.getByText('Det er alltid noen å ringe til').waitFor();
  await page.getByRole('link', { name: 'Ring Kreftavdelingen, åpen retur, 22 00 00 44' }).waitFor();
});

test('H6: a contact and a task are changed at 320 px without sideways scrolling, and axe finds nothing', async () => {
  const page = await open('Kari Nymoen', { width: 320, height: 640 });
  await page.getByRole('button', { name: 'Endre Fastlege Anne Lindqvist' }).click();
  await page.getByRole('checkbox', { name: 'lørdag' }).press(' ');
  await page.getByRole('button', { name: 'Oppgaver og avtaler', exact: true }).click();
  await page.getByLabel('Frist', { exact: true }).first().fill('2026-01-05');
  await page.getByLabel('Frist', { exact: true }).first().blur();
  await page.getByText(/Fristen gikk ut for \d+ dager siden/).waitFor();
  await page.getByRole('button', { name: 'Ferdig med Fastlege Anne Lindqvist' }).click();
  await page.getByText('Mandag–lørdag').waitFor();
  await expectReflow(page);
  await expectAccessible(page);
});

test('the owner of a task answers for it without the right to write', async () => {
  const inger = await open('Inger Solbakken');
  const task = inger.getByRole('listitem').filter({ hasText: 'Din oppgave' });
  await task.getByRole('combobox').selectOption({ label: 'I gang' });
  const kari = await open('Kari Nymoen');
  const row = kari.locator('.task').filter({ has: kari.locator('option:checked', { hasText: 'Inger Solbakken' }) });
  expect(await row.getByLabel('Status').inputValue()).toBe('doing');
});

test('P4: words that may not be saved any more are put aside for the person, survive a reload, and go when told', async () => {
  let socket: WebSocketRoute | null = null;
  let holdsBack = false;
  const channels = new Map<string, number>();
  const page = await open('Kari Nymoen', desktop, async (opened) => {
    await opened.routeWebSocket(/\/sync$/, (route) => {
      socket = route;
      const upstream = route.connectToServer();
      route.onMessage((sent) => {
        if (typeof sent === 'string') return;
        if (sent[0] === frame.open)
          channels.set(
            sent
              .subarray(3, 3 + sent[2]!)
              .toString()
              .split('/')[1]!,
            sent[1]!,
          );
        if (!holdsBack || sent[0] !== frame.data || sent[2] === message.awareness) upstream.send(sent);
      });
    });
  });
  await page.route('**/api/plans/*', async (route) => {
    const answer = (await (await route.fetch()).json()) as { data: { sections: { id: string; access: string }[] } };
    for (const section of answer.data.sections) if (section.id === 'what-matters') section.access = 'read';
    await route.fulfill({ json: answer });
  });
  holdsBack = true;
  await textbox(page, 'Mål nå').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Dans i stua.');
  await page.locator('samrad-plan[data-plan-state="saving"]').waitFor();
  socket!.send(
    Buffer.from(
      bytes((encoder) => {
        for (const number of [frame.close, channels.get('what-matters')!, closeCode.notAllowed])
          writeVarUint(encoder, number);
        writeVarString(encoder, '');
      }),
    ),
  );
  const aside = page.getByRole('textbox', { name: 'Det du skrev' });
  expect(await aside.inputValue()).toBe('Dans i stua.');
  holdsBack = false;
  await page.getByRole('region', { name: 'Hva er viktig for meg' }).getByText('Du kan lese, ikke endre').waitFor();
  await expectAccessible(page);
  await page.reload();
  expect(await aside.inputValue()).toBe('Dans i stua.');
  await page.getByRole('button', { name: 'Jeg har tatt vare på teksten' }).click();
  await aside.waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  expect(await aside.count()).toBe(0);
});
