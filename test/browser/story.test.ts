/** The whole story: a coordinator, a GP and a relative meet, see each other, write together, and part. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workingNotes } from '../../server/demo/content/workingNotes.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { Device, desktop, expectAccessible, launchBrowser, phone, videoMoves } from '../support/browser.ts';
import { admit, inRoom, passDeviceCheck } from '../support/gathering.ts';

/** Stands in the working notes alone. */
const secret = 'Bare for fagfolk: zebra';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser('light');
});

afterAll(async () => {
  await browser.close();
});

const field = (device: Device, label: string) => device.page.getByRole('textbox', { name: label, exact: true });

describe.each([
  ['at desktop size', desktop],
  ['at phone size', phone],
] as const)('%s', (_size, viewport) => {
  let server: RunningApp;
  let coordinator: Device;
  let gp: Device;
  let relative: Device;

  beforeAll(async () => {
    server = await startApp();
    [coordinator, gp, relative] = await Promise.all([
      Device.open(browser, viewport),
      Device.open(browser, viewport),
      Device.open(browser, viewport),
    ]);
  });

  afterAll(async () => {
    await Promise.all([coordinator, gp, relative].map((device) => device.close()));
    await server.stop();
    await server.remove();
  });

  test('the coordinator signs in, makes a meeting now, and gets a link for each', async () => {
    const { page } = coordinator;
    await page.goto(server.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
    await coordinator.signIn(server.url, 'Kari Nymoen');
    await page.getByRole('heading', { name: 'Mine pasienter' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Nytt møte om Harald Solbakken' }).click();
    await page.getByRole('checkbox', { name: /Inger Solbakken/ }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lag møtet' }).click();
    await page.getByRole('heading', { name: 'Fastlegen er ikke invitert' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Inviter fastlegen' }).click();
    await page.getByRole('textbox', { name: 'Lenke til Inger Solbakken' }).waitFor();
    await expectAccessible(page);
  });

  test('H6: everyone passes the device check; the GP signs in, the relative opens her link with no account', async () => {
    const link = await coordinator.page.getByRole('textbox', { name: 'Lenke til Inger Solbakken' }).inputValue();
    await coordinator.page.getByRole('button', { name: 'Gå til møtet' }).click();
    await coordinator.page.getByRole('heading', { name: 'Gjør deg klar' }).waitFor();
    await expectAccessible(coordinator.page);
    await passDeviceCheck(coordinator);
    await inRoom(coordinator);

    await gp.signIn(server.url, 'Anne Lindqvist');
    await gp.page
      .getByRole('link', { name: /Bli med/ })
      .first()
      .click();
    await passDeviceCheck(gp);
    await gp.page.getByRole('heading', { name: 'Vent litt, så blir du sluppet inn' }).waitFor();
    await expectAccessible(gp.page);

    await relative.page.goto(link);
    await relative.page.getByRole('button', { name: 'Bli med i møtet' }).waitFor();
    await expectAccessible(relative.page);
    await relative.page.getByRole('button', { name: 'Bli med i møtet' }).click();
    await passDeviceCheck(relative);
    await relative.page.getByRole('heading', { name: 'Vent litt, så blir du sluppet inn' }).waitFor();
    expect(relative.page.url()).not.toContain('#');
  });

  test('M1: those who wait have received no media and no plan', async () => {
    for (const waiting of [gp, relative]) {
      // What somebody sends is told by its producer.
      expect(waiting.hasReceived('producerId')).toBe(false);
      expect(waiting.hasReceived('Solbakken')).toBe(false);
      expect(await waiting.page.locator('[data-participant]').count()).toBe(0);
    }
  });

  test('M2: let in, each sees moving video of the two others', async () => {
    await admit(coordinator, 'Anne Lindqvist');
    await admit(coordinator, 'Inger Solbakken');
    const everyone = [coordinator, gp, relative];
    await Promise.all(everyone.map(inRoom));
    await Promise.all(everyone.map(({ page }) => videoMoves(page, 3)));
    expect(await coordinator.page.getByText('ikke bekreftet identitet').count()).toBeGreaterThan(0);
  });

  test('I6: the coordinator confirms who the relative is, and the relative sees it', async () => {
    await coordinator.page.getByRole('button', { name: 'Bekreft Inger Solbakken' }).click();
    await relative.page.getByText('bekreftet av Kari Nymoen').first().waitFor();
    expect(await coordinator.page.getByText('ikke bekreftet identitet').count()).toBe(0);
  });

  test('P2: two write in the same field at once and all three come to the same words', async () => {
    const label = 'Mål nå';
    await Promise.all([coordinator, gp].map((device) => field(device, label).waitFor()));
    await relative.page.getByText('Være med på hytta i påsken.').waitFor();
    await Promise.all([field(coordinator, label).focus(), field(gp, label).focus()]);
    await Promise.all([
      field(coordinator, label).pressSequentially('Se lammene på våren. ', { delay: 15 }),
      field(gp, label).pressSequentially('Sove godt om natten. ', { delay: 15 }),
    ]);
    const words = async (device: Device) => (await field(device, label).innerText()).replaceAll(/\s+/g, ' ').trim();
    await expect.poll(async () => (await words(coordinator)).length, { timeout: 20_000 }).toBeGreaterThan(60);
    await expect.poll(async () => (await words(gp)) === (await words(coordinator)), { timeout: 20_000 }).toBe(true);
    const agreed = await words(coordinator);
    await expect
      .poll(async () => (await relative.page.locator('body').innerText()).replaceAll(/\s+/g, ' '), { timeout: 20_000 })
      .toContain(agreed);
  });

  test('P3: what is written in the working notes never reaches the relative', async () => {
    for (const { page } of [coordinator, gp]) {
      // On a phone it is folded to its heading.
      const fold = page.getByRole('button', { name: 'Faglige arbeidsnotater', exact: true });
      if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.press('Enter');
    }
    const notes = field(coordinator, 'Notater');
    await notes.focus();
    // All at once, so that the words would stand in one frame.
    await coordinator.page.keyboard.insertText(secret);
    await gp.page.getByText(secret).waitFor();
    // Something that the relative may read, written after it: when this has come, the other would have come too.
    await field(coordinator, 'Mål nå').pressSequentially(' Etterpå.');
    await relative.page.getByText('Etterpå.').waitFor();
    for (const words of [secret, workingNotes[0] ?? '']) {
      expect(gp.hasReceived(words)).toBe(true);
      expect(relative.hasReceived(words)).toBe(false);
    }
    expect(await relative.page.getByText('Faglige arbeidsnotater').count()).toBe(0);
    await coordinator.page.getByText('Lagret', { exact: true }).first().waitFor();
  });

  test('H6: axe finds nothing in the room, for any of the three', async () => {
    for (const { page } of [coordinator, gp, relative]) await expectAccessible(page);
  });

  test('M6: the coordinator ends the meeting for all, and it stays ended', async () => {
    await coordinator.page.getByRole('button', { name: 'Avslutt for alle' }).click();
    await coordinator.page.getByRole('button', { name: 'Ja, avslutt møtet' }).click();
    for (const { page } of [coordinator, gp, relative]) {
      await page.getByRole('heading', { name: 'Møtet er avsluttet' }).waitFor();
      await expectAccessible(page);
    }
    await gp.page.reload();
    await gp.page.getByText('Møtet er avsluttet').first().waitFor();
    for (const device of [coordinator, gp, relative]) expect(device.faults).toEqual([]);
    expect(server.logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  });
});
