/** The locked page and the list of where one is signed in, as people meet them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sessionLimits } from '../../server/access/sessionLimits.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { Proxy } from '../support/proxy.ts';

const narrow = { width: 320, height: 740 };
const day = { idleMs: 86_400_000, absoluteMs: 86_400_000 };

let browser: Browser;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const device of devices.splice(0)) {
    expect(device.faults).toEqual([]);
    await device.close();
  }
});

afterAll(() => browser.close());

async function open(viewport = desktop): Promise<Device> {
  const device = await Device.open(browser, viewport);
  devices.push(device);
  return device;
}

const cover = (page: Page) => page.getByRole('dialog', { name: 'Siden er låst' });
const again = (page: Page) => cover(page).getByRole('button', { name: 'Logg inn igjen som Kari Nymoen' });
const field = (page: Page) => page.getByRole('textbox', { name: 'Mål nå', exact: true });

describe('with sessions that last', () => {
  let server: RunningApp;
  let proxy: Proxy;
  let planPath: string;

  beforeAll(async () => {
    server = await startApp();
    proxy = await Proxy.open(server.port);
    planPath = `/plan/${await (await server.signIn('Kari Nymoen')).planOf('Harald Solbakken')}`;
  });

  afterAll(async () => {
    proxy.close();
    await server.stop();
    await server.remove();
  });

  /** Opens the plan, writes while the server is away, and ends the session elsewhere before it comes back. */
  async function writeAndLock(page: Page, words: string): Promise<void> {
    await page.goto(proxy.url + planPath);
    await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
    proxy.setAway(true);
    await field(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText(words);
    await page.locator('samrad-plan[data-plan-state="device"]').waitFor();
    await (await server.signIn('Kari Nymoen')).call('endOtherSessions', {}, {});
    proxy.setAway(false);
    await cover(page).waitFor();
  }

  test.each([
    ['at desktop size', desktop],
    ['at the narrowest', narrow],
  ])(
    'S5: the same person goes on where they were, with all that was unsaved, by the keyboard alone, %s',
    async (_size, viewport) => {
      const { page } = await enter(viewport);
      const words = ` Uferdig ${viewport.width}.`;
      await writeAndLock(page, words);
      await expectAccessible(page);
      await expectReflow(page);
      // Neither Escape nor what lies beneath is within reach.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await cover(page).waitFor();
      await again(page).focus();
      await page.keyboard.press('Enter');
      await cover(page).waitFor({ state: 'hidden' });
      await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
      expect(await field(page).innerText()).toContain(words.trim());
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'textbox');
    },
  );

  test('S5: a press that came after the end is done when the person is back', async () => {
    const { page } = await enter(desktop);
    await page.goto(`${server.url}/innlogginger`);
    const other = await server.signIn('Kari Nymoen');
    await page.reload();
    await page
      .getByRole('button', { name: /^Avslutt innloggingen på/ })
      .first()
      .waitFor();
    await other.call('endOtherSessions', {}, {});
    await page.getByRole('button', { name: 'Logg ut overalt' }).click();
    await again(page).click();
    await page.waitForURL('**/logg-inn');
    expect((await other.call('session', {}, {})).me).toBeNull();
  });

  test('S5: another person who signs in finds nothing of what was open', async () => {
    const { page, context } = await enter(desktop);
    const words = ' Bare for Kari.';
    await writeAndLock(page, words);
    const tab = await context.newPage();
    await tab.goto(`${proxy.url}/logg-inn`);
    await tab.getByRole('button', { name: /Anne Lindqvist/ }).click();
    await tab.waitForURL(`${proxy.url}/`);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.waitForURL(`${proxy.url}/`);
    await page.getByText('Anne Lindqvist').first().waitFor();
    expect(await page.content()).not.toContain(words.trim());
  });

  test.each([
    ['at desktop size', desktop],
    ['at the narrowest', narrow],
  ])('S6: one sees where one is signed in and ends one of them, %s', async (_size, viewport) => {
    await (await server.signIn('Kari Nymoen')).call('endOtherSessions', {}, {});
    const away = await enter(desktop);
    const { page } = await enter(viewport);
    await page.getByRole('link', { name: 'Mine innlogginger' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mine innlogginger' }).waitFor();
    const cards = page.getByRole('list', { name: 'Innlogginger' }).getByRole('listitem');
    const others = cards.filter({ hasText: 'Chrome på Linux' }).filter({ hasNotText: 'Denne enheten' });
    await others.first().waitFor();
    expect(await cards.filter({ hasText: 'Denne enheten' }).count()).toBe(1);
    await expectAccessible(page);
    await expectReflow(page);
    await others.first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Innloggingen på Chrome på Linux er avsluttet.').waitFor();
    await away.page.goto(server.url);
    await away.page.waitForURL('**/logg-inn');
    await expectAccessible(page);
  });

  async function enter(viewport: typeof desktop): Promise<Device> {
    const device = await open(viewport);
    await device.signIn(proxy.url, 'Kari Nymoen');
    return device;
  }
});

describe('with sessions that do not', () => {
  let server: RunningApp;

  beforeAll(async () => {
    server = await startApp({ sessionLimits: sessionLimits({ signedIn: { ...day, idleMs: 9_000 }, link: day }) });
  });

  afterAll(async () => {
    await server.stop();
    await server.remove();
  });

  test('S1, S5: who does nothing is warned, stays by a press, and finds the page covered otherwise', async () => {
    const { page } = await open(narrow);
    const device = devices[0]!;
    await device.signIn(server.url, 'Kari Nymoen');
    const warning = page.getByText('Er du der?');
    await warning.waitFor();
    await expectAccessible(page);
    await expectReflow(page);
    await page.getByRole('button', { name: 'Jeg er her' }).click();
    await warning.waitFor({ state: 'detached' });
    await warning.waitFor();
    await cover(page).waitFor();
    await again(page).click();
    await cover(page).waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});
