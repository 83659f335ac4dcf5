/** Eighteen people in one meeting: three real pages, and fifteen who send real sound and pictures from one page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import {
  desktop,
  expectAccessible,
  framesShown,
  launchBrowser,
  phone,
  videoMoves,
  type Device,
} from '../support/browser.ts';
import { Crowd } from '../support/crowd/crowd.ts';
import { deviceOf, inRoom, knock } from '../support/gathering.ts';
import { MeetingPage } from '../integration/meetings/meetingPage.ts';
import { Person } from '../support/person.ts';
import { hears, keepReceivers, received } from '../support/received.ts';
import { writeVoice } from '../support/voice.ts';

const everybody = 18;
const tablet = { width: 820, height: 1180 };
/** Cameras of five frames a second: what two processors draw of eighteen pictures on three pages. */
const slowCamera = '--use-fake-device-for-media-stream=fps=5';
/** A tone of this level is well above what counts as silence. */
const heard = 0.02;

let browser: Browser;
let server: RunningApp;
let devices: Device[] = [];
let crowd: Crowd;
let meetingId: string;
/** One who is invited and finds no room. */
let nineteenth: Person;

/** The team of the demonstration with relatives whom the patient adds, in a meeting of all; answers those who come from one page. */
async function invite(): Promise<Person[]> {
  const [coordinator, patient] = await Promise.all(
    ['Kari Nymoen', 'Harald Solbakken'].map((name) => server.signIn(name)),
  );
  if (!coordinator || !patient) throw new Error('two people');
  const planId = await coordinator.planOf('Harald Solbakken');
  const known = await coordinator.call('plan', { planId }, {});
  for (let more = known.team.length; more < everybody + 1; more += 1) {
    const who = { name: `Slektning ${more}` };
    const body = { who, role: 'relative', organisation: 'Slekt', purpose: 'COC', until: null } as const;
    await patient.call('inviteMember', { planId }, body);
  }
  const { team } = await coordinator.call('plan', { planId }, {});
  const invited = team.map(({ personId }) => personId);
  const made = await coordinator.call('createMeeting', { planId }, { kind: 'care-team', startsAt: null, invited });
  meetingId = made.meeting.id;
  const { invitations } = await coordinator.call('createLinks', { meetingId }, {});
  const real = ['Kari Nymoen', 'Anne Lindqvist', 'Harald Solbakken'];
  return Promise.all(
    team
      .filter(({ name }) => !real.includes(name))
      .map(async ({ name }) => {
        if (!name.startsWith('Slektning')) return server.signIn(name);
        const url = invitations.find(({ member }) => member.name === name)?.url ?? '';
        const person = new Person(server.url);
        await person.call('redeemLink', {}, { token: new URL(url).hash.slice(1) });
        return person;
      }),
  );
}

beforeAll(async () => {
  [browser, server] = await Promise.all([
    writeVoice().then((voice) => launchBrowser('made-up', voice, [slowCamera])),
    startApp(),
  ]);
  const people = await invite();
  const [last, ...others] = people.toReversed();
  if (!last) throw new Error('somebody is left over');
  nineteenth = last;
  [crowd, ...devices] = await Promise.all([
    Crowd.open(browser, others),
    deviceOf(browser, server.url, 'Kari Nymoen', desktop),
    deviceOf(browser, server.url, 'Anne Lindqvist', phone),
    deviceOf(browser, server.url, 'Harald Solbakken', tablet),
  ]);
}, 120_000);

afterAll(async () => {
  await Promise.all([crowd.close(), ...devices.map((device) => device.close())]);
  await browser.close();
  await server.stop();
  await server.remove();
});

test('M18: eighteen come in, each page shows all of them, and a nineteenth is told that the meeting is full', async () => {
  const [host] = devices;
  if (!host) throw new Error('somebody leads');
  await Promise.all(devices.map(({ page }) => keepReceivers(page)));
  await knock(host, server.url, meetingId);
  await inRoom(host);
  await Promise.all([
    crowd.knock(meetingId),
    ...devices.slice(1).map((device) => knock(device, server.url, meetingId)),
  ]);
  await host.page.getByRole('heading', { name: '17 venter på å bli sluppet inn' }).waitFor();
  await host.page.getByRole('button', { name: 'Slipp inn alle' }).click();
  await Promise.all([crowd.send(), ...devices.map(inRoom)]);
  for (const { page } of devices)
    await expect
      .poll(() => page.locator('[data-participant][data-source="camera"]').count(), { timeout: 30_000 })
      .toBe(everybody);
  const late = await MeetingPage.open(nineteenth);
  await expect(late.join(meetingId)).rejects.toMatchObject({ code: 'meeting-full' });
  late.close();
}, 120_000);

test('M18: each page shows the seventeen others moving; who is out of sight is scrolled to', async () => {
  await Promise.all(devices.map(({ page }) => seesAll(page)));
}, 120_000);

test('M18, H6: what is scrolled out of sight is not sent, and comes when it is scrolled to', async () => {
  const page = small();
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);
  const sentOnlyWhatIsSeen = async (): Promise<void> => {
    // A word above the pictures that comes or goes moves a row of them in or out: then it is looked at again.
    const unlike = async (): Promise<string[]> => {
      const seen = await idsInView(page);
      expect(seen.length).toBeGreaterThan(1);
      expect(seen.length).toBeLessThan(everybody - 1);
      const coming = await growing(page, seen.length);
      return [...seen.filter((id) => !coming.includes(id)), ...coming.filter((id) => !seen.includes(id))];
    };
    await expect.poll(unlike, { timeout: 40_000 }).toEqual([]);
  };
  await sentOnlyWhatIsSeen();
  const first = await idsInView(page);
  await page.locator('[data-me]').scrollIntoViewIfNeeded();
  expect(await idsInView(page)).not.toEqual(first);
  await sentOnlyWhatIsSeen();
}, 120_000);

test('M18: all are heard at once, and of many the one who speaks is marked on every page', async () => {
  const ids = await Promise.all(crowd.lines.map(async (line) => (await line.push('meeting:admitted')).meeting.me));
  const all = ids.map((_, person) => person);
  await crowd.speak(all, 0.1);
  await Promise.all(devices.map(async ({ page }) => hears(page, await othersOn(page), heard)));
  await crowd.speak(all, 0);
  for (const { page } of devices) await page.getByRole('button', { name: /^Mikrofon/ }).click();
  const [speaker] = ids.slice(7);
  await crowd.speak([7], 0.3);
  await Promise.all(
    devices.map(async ({ page }) => {
      await expect
        .poll(
          () =>
            page
              .locator('[data-speaking]')
              .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-participant'))),
          { timeout: 20_000 },
        )
        .toEqual([speaker]);
      await hears(page, [speaker ?? ''], 0.1);
    }),
  );
  for (const device of devices) expect(device.faults).toEqual([]);
  expect(server.logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
}, 120_000);

const others = '[data-participant][data-source="camera"]:not([data-me])';

/** The page on the phone. */
function small(): Page {
  const [, device] = devices;
  if (!device) throw new Error('one has a phone');
  return device.page;
}

function othersOn(page: Page): Promise<string[]> {
  return page.locator(others).evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-participant') ?? ''));
}

/** The others of whom something is in the window. */
async function idsInView(page: Page): Promise<string[]> {
  const ids = await page.locator(others).evaluateAll((tiles) =>
    tiles.flatMap((tile) => {
      const { top, bottom } = tile.getBoundingClientRect();
      return bottom > 0 && top < innerHeight ? (tile.getAttribute('data-participant') ?? []) : [];
    }),
  );
  return ids.sort();
}

/** Of whom pictures come in while those who are seen move on. */
async function growing(page: Page, seen: number): Promise<string[]> {
  const before = await received(page, 'video');
  await videoMoves(page, seen, 8);
  const after = await received(page, 'video');
  return Object.keys(after)
    .filter((id) => (after[id]?.bytes ?? 0) > (before[id]?.bytes ?? 0))
    .sort();
}

/** Goes through all tiles but one's own, and waits until each has moved on. */
async function seesAll(page: Page): Promise<void> {
  const ids = await othersOn(page);
  expect(ids).toHaveLength(everybody - 1);
  for (const id of ids) {
    const { [id]: before = 0 } = await framesShown(page);
    await page.locator(`[data-participant="${id}"]`).scrollIntoViewIfNeeded();
    await expect
      .poll(async () => (await framesShown(page))[id] ?? 0, { timeout: 20_000, interval: 100 })
      .toBeGreaterThan(before + 3);
  }
}
