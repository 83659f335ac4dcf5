/** What goes wrong says so, and what to do. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { Device, expectAccessible, expectReflow, launchBrowser, phone } from '../support/browser.ts';
import { admit, callMeeting, deviceOf, gatherInRoom, inRoom, knock, passDeviceCheck } from '../support/gathering.ts';

const narrow = { width: 320, height: 640 };
const unknownId = 'AAAAAAAAAAAAAAAAAAAAAA';
let browser: Browser;
let server: RunningApp;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser('light');
  server = await startApp({ meetingCapacity: 2 });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

async function open(viewport = phone): Promise<Device> {
  const device = await Device.open(browser, viewport);
  devices.push(device);
  return device;
}

async function linkFor(name: string): Promise<{ link: string; meetingId: string }> {
  const { meetingId } = await callMeeting(server.url, [name]);
  const coordinator = await server.signIn('Kari Nymoen');
  const { invitations } = await coordinator.call('createLinks', { meetingId }, {});
  return { link: invitations.find(({ member }) => member.name === name)!.url, meetingId };
}

describe('links', () => {
  test('A3: an unknown link says so and what to do', async () => {
    const { page } = await open();
    await page.goto(`${server.url}/bli-med#${unknownId}`);
    await page.getByRole('button', { name: 'Bli med i møtet' }).click();
    await page.getByText('Lenken er ikke gyldig.').waitFor();
    await expectAccessible(page);
    await expectReflow(page);
  });

  test('A3: opening a link uses nothing up; the second browser to redeem it is told that it is used', async () => {
    const { link } = await linkFor('Inger Solbakken');
    const scanner = await open();
    await scanner.page.goto(link);
    await scanner.page.getByRole('button', { name: 'Bli med i møtet' }).waitFor();
    const first = await open();
    await first.page.goto(link);
    await first.page.getByRole('button', { name: 'Bli med i møtet' }).click();
    await first.page.getByRole('heading', { name: 'Gjør deg klar' }).waitFor();
    await scanner.page.getByRole('button', { name: 'Bli med i møtet' }).click();
    await scanner.page.getByText('Lenken er allerede åpnet i en annen nettleser.').waitFor();
  });

  test('E5: where it is agreed, a link asks for the code in the mail; a wrong one says so', async () => {
    const { meetingId } = await callMeeting(server.url, ['Inger Solbakken']);
    const coordinator = await server.signIn('Kari Nymoen');
    const { meeting } = await coordinator.call('meeting', { meetingId }, {});
    const { startsAt, invited, terms } = meeting;
    const agreed = { startsAt, invited, terms: { ...terms, linkCode: true } };
    await coordinator.call('changeMeeting', { meetingId }, agreed);
    const [personId = ''] = invited.filter((one) => one !== coordinator.personId);
    const to = { language: 'nb' as const, emails: [{ personId, email: 'inger@example.no' }] };
    const { invitations } = await coordinator.call('sendInvitations', { meetingId }, to);
    const { page } = await open(narrow);
    await page.goto(invitations.find(({ member }) => member.name === 'Inger Solbakken')!.url);
    await page.getByRole('button', { name: 'Bli med i møtet' }).click();
    await page.getByRole('heading', { name: 'Koden fra e-posten' }).waitFor();
    await expectAccessible(page);
    await expectReflow(page);
    const { mails } = await coordinator.call('mailbox', {}, {});
    const code = /Koden din er (\d{6})/.exec(mails.map(({ body }) => body).join(' '))?.[1] ?? '';
    const field = page.getByRole('textbox', { name: 'Koden fra e-posten' });
    await field.fill(code === '000000' ? '000001' : '000000');
    await page.getByRole('button', { name: 'Gå videre' }).click();
    await page.getByText('Koden stemmer ikke').waitFor();
    await field.fill(code);
    await page.getByRole('button', { name: 'Gå videre' }).click();
    await page.getByRole('heading', { name: 'Gjør deg klar' }).waitFor();
  });

  test('A3: a professional’s link leads to signing in, and from there to the meeting', async () => {
    const { page } = await open();
    await page.goto((await linkFor('Anne Lindqvist')).link);
    await page.getByRole('button', { name: 'Bli med i møtet' }).click();
    await page.getByRole('heading', { name: 'Logg inn først' }).waitFor();
    await expectAccessible(page);
  });
});

test('A1: a plan or a meeting that is not mine looks like one that does not exist', async () => {
  const outsider = await deviceOf(browser, server.url, 'Tor Eide', phone);
  const { meetingId, planId } = await callMeeting(server.url, []);
  const shown: string[] = [];
  for (const path of [`/plan/${planId}`, `/plan/${unknownId}`]) {
    await outsider.page.goto(server.url + path);
    await outsider.page.getByText('Vi finner ikke denne siden.').waitFor();
    shown.push(await outsider.page.locator('main').innerText());
  }
  for (const path of [`/mote/${meetingId}`, `/mote/${unknownId}`]) {
    await outsider.page.goto(server.url + path);
    await outsider.page.getByText('Vi finner ikke denne siden.').waitFor();
    shown.push(await outsider.page.locator('main').innerText());
  }
  expect(shown[0]).toBe(shown[1]);
  expect(shown[2]).toBe(shown[3]);
  await expectAccessible(outsider.page);
});

describe('without devices', () => {
  test.each([
    ['refused', 'Nettleseren har ikke lov til å bruke kameraet.'],
    ['none', 'Vi finner ikke noe kamera.'],
  ] as const)('M4: camera %s: the page says how to mend it, and one joins without', async (devicesOf, words) => {
    const other = await launchBrowser(devicesOf);
    const { meetingId } = await callMeeting(server.url, []);
    const host = await deviceOf(other, server.url, 'Kari Nymoen', phone);
    await host.page.goto(`${server.url}/mote/${meetingId}`);
    await host.page.getByText(words).waitFor();
    await expectAccessible(host.page);
    await expectReflow(host.page);
    await host.page
      .getByRole('button', { name: /^Bli med/ })
      .first()
      .click();
    await inRoom(host);
    expect(await host.page.getByRole('button', { name: /^Kamera/ }).getAttribute('aria-pressed')).toBe('false');
    await other.close();
  });
});

test('M13: noise around me is taken out of my sound unless I say no, which is remembered on this device', async () => {
  const { meetingId } = await callMeeting(server.url, []);
  const { page } = await deviceOf(browser, server.url, 'Kari Nymoen', narrow);
  await page.addInitScript(() => {
    const opened: (boolean | undefined)[] = [];
    Object.assign(globalThis, { opened });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      for (const track of stream.getAudioTracks()) opened.push(track.getSettings().noiseSuppression);
      return stream;
    };
  });
  const opened = () => page.evaluate(() => (globalThis as unknown as { opened: unknown[] }).opened);
  await page.goto(`${server.url}/mote/${meetingId}`);
  const choice = page.getByRole('checkbox', { name: /Demp støy rundt meg/ });
  await expect.poll(opened).toEqual([true]);
  await choice.uncheck();
  await expect.poll(opened).toEqual([true, false]);
  await expectAccessible(page);
  await expectReflow(page);
  await page.reload();
  await expect.poll(opened).toEqual([false]);
  expect(await choice.isChecked()).toBe(false);
  await page.context().close();
});

test('M5: a second tab of the same person takes over only after asking', async () => {
  const { devices: present, meetingId } = await gatherInRoom(browser, server.url, []);
  const [first] = present as [Device];
  const second = await first.context.newPage();
  await second.goto(`${server.url}/mote/${meetingId}`);
  await passDeviceCheck({ page: second });
  await second.getByRole('heading', { name: 'Du er allerede med fra en annen side' }).waitFor();
  await expectAccessible(second);
  await inRoom(first);
  await second.getByRole('button', { name: 'Bruk denne siden' }).click();
  await second.locator('[data-connection="live"]').waitFor();
  await first.page.getByRole('heading', { name: 'Møtet fortsetter på en annen side' }).waitFor();
  await expectAccessible(first.page);
  await first.close();
});

test('M8, H6: who came by a link and is taken out is told so in one place, and nothing locks what there is no way back to', async () => {
  const { link, meetingId } = await linkFor('Inger Solbakken');
  const host = await deviceOf(browser, server.url, 'Kari Nymoen');
  const relative = await open();
  await knock(host, server.url, meetingId);
  await relative.page.goto(link);
  await relative.page.getByRole('button', { name: 'Bli med i møtet' }).click();
  await passDeviceCheck(relative);
  await admit(host, 'Inger Solbakken');
  await inRoom(relative);
  const coordinator = await server.signIn('Kari Nymoen');
  const { meeting } = await coordinator.call('meeting', { meetingId }, {});
  const { startsAt, terms } = meeting;
  await coordinator.call('changeMeeting', { meetingId }, { startsAt, terms, invited: [] });
  await relative.page.getByRole('heading', { name: 'Du er ikke lenger med i møtet' }).waitFor();
  // The page has tried to come back.
  await expect.poll(() => relative.hasReceived('not-signed-in')).toBe(true);
  await expectAccessible(relative.page);
  expect(await relative.page.getByRole('heading', { name: 'Siden er låst' }).count()).toBe(0);
  await host.close();
});

test('M7: a full room says so to one who comes, and lets them try again', async () => {
  const { devices: present, meetingId } = await gatherInRoom(
    browser,
    server.url,
    ['Anne Lindqvist'],
    ['Jonas Haugland'],
  );
  const third = await deviceOf(browser, server.url, 'Jonas Haugland', phone);
  await knock(third, server.url, meetingId);
  await third.page.getByRole('heading', { name: 'Møtet er fullt' }).waitFor();
  await expectAccessible(third.page);
  await expectReflow(third.page);
  const [host, gp] = present as [Device, Device];
  await gp.page.getByRole('button', { name: 'Gå ut' }).click();
  await gp.page.getByRole('heading', { name: 'Du har gått ut av møtet' }).waitFor();
  await third.page.getByRole('button', { name: 'Prøv igjen' }).click();
  await passDeviceCheck(third);
  await admit(host, 'Jonas Haugland');
  await inRoom(third);
  await Promise.all([...present, third].map((device) => device.close()));
});

test('H6: at 320 px, in nynorsk and in English, no page is wider than the window and axe finds nothing', async () => {
  const device = await deviceOf(browser, server.url, 'Inger Solbakken', narrow);
  const { planId } = await callMeeting(server.url, ['Inger Solbakken']);
  for (const language of ['nn', 'en']) {
    await device.page.goto(server.url);
    await device.page.evaluate((chosen) => localStorage.setItem('samrad.language', chosen), language);
    for (const path of ['/', '/logg-inn', `/plan/${planId}`]) {
      await device.page.goto(server.url + path);
      await device.page.locator('h1').waitFor();
      if (path.startsWith('/plan')) await device.page.getByText('22 00 00 11').first().waitFor();
      expect(await device.page.evaluate(() => document.documentElement.lang)).toBe(language);
      await expectReflow(device.page);
      await expectAccessible(device.page);
    }
  }
  await device.close();
});

test('P7: what is written while the server is away survives a reload and is merged on return', async () => {
  let other = await startApp();
  const { port, dataDirectory } = other;
  const { planId } = await callMeeting(other.url, []);
  const writer = await deviceOf(browser, other.url, 'Kari Nymoen');
  await writer.page.goto(`${other.url}/plan/${planId}`);
  const goals = writer.page.getByRole('textbox', { name: 'Mål nå', exact: true });
  await goals.waitFor();
  await other.stop();
  await goals.focus();
  await writer.page.keyboard.insertText('Skrevet uten nett. ');
  await writer.page.getByText('lagret på denne enheten').first().waitFor();
  // The page is gone before the server is back, so that only what was kept on the device can bring the words.
  await writer.page.goto('about:blank');
  other = await startApp({ port, dataDirectory });
  await writer.page.goto(`${other.url}/plan/${planId}`);
  await writer.page.getByText('Skrevet uten nett.').first().waitFor();
  const reader = await deviceOf(browser, other.url, 'Anne Lindqvist');
  await reader.page.goto(`${other.url}/plan/${planId}`);
  await reader.page.getByText('Skrevet uten nett.').first().waitFor();
  await Promise.all([writer.close(), reader.close()]);
  await other.stop();
  await other.remove();
});
