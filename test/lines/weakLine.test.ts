/** One weak line among good ones, numbers for support, and a microphone that is taken away. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectReflow, phone, videoMoves, type Device } from '../support/browser.ts';
import { admit, callMeeting, inRoom, knock } from '../support/gathering.ts';
import { keepConnections, listen, portsOf } from '../support/pageConnections.ts';
import { seedOf } from '../support/random.ts';
import { RelayedServer } from '../support/relayedServer.ts';

const people = ['Kari Nymoen', 'Anne Lindqvist', 'Sofie Amundsen'];
const relayed = RelayedServer.forEachTest(seedOf('WEAK_LINE', 20_261_129));

/** The coordinator and the GP, who are filmed, and the cancer nurse, who is not and sits with a telephone. */
async function gather(): Promise<readonly [Device, Device, Device]> {
  const { meetingId } = await callMeeting(relayed.url, ['Anne Lindqvist', 'Sofie Amundsen']);
  const host = await relayed.open('Kari Nymoen');
  const gp = await relayed.open('Anne Lindqvist');
  const nurse = await relayed.open('Sofie Amundsen', phone);
  for (const { page } of relayed.devices) await keepConnections(page);
  await knock(host, relayed.url, meetingId);
  await inRoom(host);
  await knock(gp, relayed.url, meetingId);
  await admit(host, 'Anne Lindqvist');
  await nurse.page.goto(`${relayed.url}/mote/${meetingId}`);
  await nurse.page.getByRole('button', { name: 'Bli med uten kamera' }).click();
  await admit(host, 'Sofie Amundsen');
  await Promise.all(relayed.devices.map(inRoom));
  await Promise.all(relayed.devices.map(({ page }) => videoMoves(page, 2)));
  return [host, gp, nurse];
}

function tile(page: Page, name: string): Locator {
  return page.locator('samrad-video-tile[data-source="camera"]').filter({ hasText: name });
}

/** Resolves when the mark of this person's line is this one in every page. */
async function marked(name: string, mark: string, pages: readonly Device[] = relayed.devices): Promise<void> {
  await Promise.all(
    pages.map(({ page }) =>
      tile(page, name).getByRole('img', { name: mark, exact: true }).waitFor({ timeout: 60_000 }),
    ),
  );
}

test('M14, M12: on one weak line among good ones the picture from it pauses by itself, each page says whose line it is, the sound goes on, and all comes back', async () => {
  const [host, gp, nurse] = await gather();
  for (const name of people) await marked(name, 'God linje');
  const good = await Promise.all([host, nurse].map(({ page }) => portsOf(page)));
  relayed.relay.set({}, good.flat());
  // Room for a voice on the way up, and for no picture beside it. The weak line is weak by whatever way: a page that looks for another
  // comes from a new port, and TCP the relay does not narrow.
  relayed.relay.set({ bandwidthUp: 40_000, noTcp: true });
  const said = [
    tile(host.page, 'Anne Lindqvist').getByText('Bildet er på pause: linjen til Anne er svak.'),
    tile(nurse.page, 'Anne Lindqvist').getByText('Bildet er på pause: linjen til Anne er svak.'),
    tile(gp.page, 'Anne Lindqvist').getByText('Bildet ditt er på pause', { exact: true }),
    gp.page.locator('.room-notice').filter({ hasText: 'Bildet ditt er på pause: linjen din er svak.' }),
  ];
  await Promise.all(said.map((words) => words.waitFor({ timeout: 60_000 })));
  await marked('Anne Lindqvist', 'Svært svak linje');
  for (const name of ['Kari Nymoen', 'Sofie Amundsen']) await marked(name, 'God linje', [host, nurse]);
  expect(await gp.page.getByRole('button', { name: /^Kamera/ }).getAttribute('aria-pressed')).toBe('true');
  // The host hears two: the voice from the weak line is half of it.
  await expect.poll(() => listen(host.page, 3), { timeout: 60_000, interval: 10 }).toBeLessThan(0.05);
  await videoMoves(nurse.page, 1);
  await Promise.all([host, gp, nurse].map(({ page }) => expectAccessible(page)));
  relayed.relay.set({});
  await Promise.all(said.map((words) => words.waitFor({ state: 'detached', timeout: 60_000 })));
  await Promise.all(relayed.devices.map(({ page }) => videoMoves(page, 2)));
  for (const name of people) await marked(name, 'God linje');
}, 240_000);

test('M15: the line stands in the room in numbers, and what is copied of it for support names nobody', async () => {
  const [, , { page, context }] = await gather();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Lyd og bilde' }).click();
  await page.getByRole('button', { name: 'Om linjen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Om linjen' });
  await dialog.getByText('UDP, rett fram').first().waitFor();
  await dialog.getByText('Anne Lindqvist').waitFor();
  await dialog
    .getByText(/^\d+ × \d+, \d+ bilder i sekundet, størrelse \d av 3, VP8$/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectReflow(page);
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  await dialog.getByRole('button', { name: 'Kopier til brukerstøtte' }).click();
  await dialog.getByRole('button', { name: 'Kopiert' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Deltaker 2: ');
  expect(copied).toMatch(/Tapt på veien: [\d,]+ %/);
  const meetingId = page.url().split('/').at(-1) ?? '';
  const secrets = [...people, 'Harald Solbakken', 'Bøler', 'Fastlege', meetingId].flatMap((words) => words.split(' '));
  for (const secret of secrets) expect(copied).not.toContain(secret);
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  await dialog.waitFor({ state: 'hidden' });
}, 120_000);

interface HearingWindow {
  microphones: MediaStreamTrack[];
}

/** So that a test can do to the page's microphone what a telephone or a pulled plug does. */
function keepMicrophones(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const kept: MediaStreamTrack[] = [];
    (globalThis as unknown as HearingWindow).microphones = kept;
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      kept.push(...stream.getAudioTracks());
      return stream;
    };
  });
}

/** What browsers do: WebKit mutes the track of a page for a telephone call, and gives it back or not; a pulled plug ends it. */
function happens(page: Page, what: 'mute' | 'unmute' | 'ended'): Promise<void> {
  return page.evaluate((event) => {
    const track = (globalThis as unknown as HearingWindow).microphones.at(-1);
    if (event === 'ended') track?.stop();
    else if (track) Object.defineProperty(track, 'muted', { value: event === 'mute', configurable: true });
    track?.dispatchEvent(new Event(event));
  }, what);
}

test('M16: a microphone that another call or a pulled plug took is said once, and one button brings it back as it was', async () => {
  const { meetingId } = await callMeeting(relayed.url, ['Anne Lindqvist']);
  const host = await relayed.open('Kari Nymoen');
  const gp = await relayed.open('Anne Lindqvist', phone);
  await keepMicrophones(gp.page);
  // Large type and three buttons.
  const simple = JSON.stringify({ mode: 'grid', hideSelf: false, simple: true });
  await gp.page.addInitScript((layout) => localStorage.setItem('samrad.layout', layout), simple);
  await knock(host, relayed.url, meetingId);
  await knock(gp, relayed.url, meetingId);
  await admit(host, 'Anne Lindqvist');
  await Promise.all(relayed.devices.map(inRoom));
  const notice = gp.page.locator('.room-problems');
  const status = gp.page.locator('samrad-meeting-page > [role="status"]');
  const microphone = gp.page.getByRole('button', { name: /^Mikrofon/ });
  const offForOthers = tile(host.page, 'Anne Lindqvist').locator('[data-mark="microphoneOff"]');
  const get = notice.getByRole('button', { name: 'Få tilbake mikrofonen' });
  await tile(host.page, 'Anne Lindqvist').waitFor();
  await offForOthers.waitFor({ state: 'detached' });

  // The telephone gives it back by itself.
  await happens(gp.page, 'mute');
  await notice.getByText('En annen samtale har tatt mikrofonen.').waitFor();
  await status.filter({ hasText: 'En annen samtale har tatt mikrofonen.' }).waitFor({ state: 'attached' });
  expect(await notice.getByRole('button').count()).toBe(1);
  expect(await notice.locator('[role="status"]').count()).toBe(0);
  await offForOthers.waitFor();
  await expectAccessible(gp.page);
  await expectReflow(gp.page);
  await happens(gp.page, 'unmute');
  await get.waitFor({ state: 'detached' });
  await status.filter({ hasText: 'Mikrofonen er tilbake.' }).waitFor({ state: 'attached' });
  await offForOthers.waitFor({ state: 'detached' });

  // It does not.
  await happens(gp.page, 'mute');
  await offForOthers.waitFor();
  await get.click();
  await get.waitFor({ state: 'detached' });
  await offForOthers.waitFor({ state: 'detached' });
  expect(await microphone.getAttribute('aria-pressed')).toBe('true');
  expect(await microphone.evaluate((button) => button === document.activeElement)).toBe(true);

  // Muted by hand, and then the plug is pulled out.
  await microphone.click();
  await offForOthers.waitFor();
  await happens(gp.page, 'ended');
  await notice.getByText('Mikrofonen ble koblet fra.').waitFor();
  await get.click();
  await status.filter({ hasText: 'Mikrofonen er tilbake. Den er av, som før.' }).waitFor({ state: 'attached' });
  expect(await microphone.getAttribute('aria-pressed')).toBe('false');
  const heard = await gp.page.evaluate(() =>
    (globalThis as unknown as HearingWindow).microphones.map(
      ({ readyState, enabled }) => readyState === 'live' && enabled,
    ),
  );
  expect(heard).toEqual([false, false, false]);
  expect(await offForOthers.count()).toBe(1);
}, 120_000);
