/** A background that nobody can read, for who chooses it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { expectAccessible, expectReflow, launchBrowser, phone, type Device } from '../support/browser.ts';
import { callMeeting, deviceOf, gatherInRoom } from '../support/gathering.ts';
import { filmChessboard, sharpnessSeen, watchSharpness } from '../support/madeUpPicture.ts';

let browser: Browser;
let server: RunningApp;
let film: Awaited<ReturnType<typeof filmChessboard>>;

beforeAll(async () => {
  film = await filmChessboard();
  browser = await launchBrowser('made-up', undefined, [film.flag]);
  server = await startApp();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
  await film.remove();
});

const preview = '.preview-video';
/** The chessboard gives some 13; of a blurred one hardly anything is left. */
const sharp = 8;
const blurred = 2;

const choice = (page: Page) => page.getByRole('checkbox', { name: 'Gjør det som er bak meg, uklart for de andre.' });
const lastEdges = async (page: Page): Promise<number> => (await sharpnessSeen(page)).at(-1)?.edges ?? -1;

/** Whether what is seen now is sharp, once it is one or the other. */
async function becomes(page: Page, wanted: 'sharp' | 'blurred'): Promise<void> {
  const is = (edges: number): boolean => (wanted === 'sharp' ? edges > sharp : edges >= 0 && edges < blurred);
  await expect.poll(async () => is(await lastEdges(page)), { timeout: 30_000 }).toBe(true);
}

async function deviceCheck(at: RunningApp, change?: (device: Device) => Promise<void>): Promise<Device> {
  const { meetingId } = await callMeeting(at.url, []);
  const device = await deviceOf(browser, at.url, 'Kari Nymoen', phone);
  await change?.(device);
  await device.page.goto(`${at.url}/mote/${meetingId}`);
  await device.page.locator(preview).waitFor();
  await watchSharpness(device.page, preview);
  return device;
}

test('L4: what is behind me is blurred in what the others receive, from the first picture on, and comes back only when I say so', async () => {
  const { devices, meetingId } = await gatherInRoom(browser, server.url, ['Anne Lindqvist']);
  const [host, gp] = devices as [Device, Device];
  const asked: string[] = [];
  gp.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await watchSharpness(host.page, '[data-source="camera"]:not([data-me]) video');
  await becomes(host.page, 'sharp');
  const plain = (await sharpnessSeen(host.page)).at(-1)?.track;

  await gp.page.getByRole('button', { name: 'Lyd og bilde' }).click();
  expect(asked.filter((path) => /blur|litert|selfie/.test(path))).toEqual([]);
  await choice(gp.page).check();
  await becomes(host.page, 'blurred');
  const since = (await sharpnessSeen(host.page)).filter(({ track }) => track !== plain);
  expect(since.length).toBeGreaterThan(0);
  expect(since.filter(({ edges }) => edges > blurred)).toEqual([]);

  await choice(gp.page).uncheck();
  await becomes(host.page, 'sharp');
  await choice(gp.page).check();

  // Remembered on this device: the next time the room is not seen even by oneself.
  await gp.page.goto(`${server.url}/mote/${meetingId}`);
  await gp.page.locator(preview).waitFor();
  await watchSharpness(gp.page, preview);
  await becomes(gp.page, 'blurred');
  expect(await choice(gp.page).isChecked()).toBe(true);
  expect((await sharpnessSeen(gp.page)).filter(({ edges }) => edges > blurred)).toEqual([]);
  // Who never asks for it never gets its megabytes, neither from a page nor from the worker that keeps the app.
  expect(await (await fetch(`${server.url}/sw.js`)).text()).not.toMatch(/blurWorker|litert|selfie/);
  expect(gp.faults).toEqual([]);
  await Promise.all(devices.map((device) => device.close()));
});

test('L4: where the machine makes too few pictures a second the camera goes off, and I decide whether to be seen unblurred', async () => {
  const { page, close } = await slowDevice();
  await choice(page).check();
  await becomes(page, 'blurred');
  const count = (await sharpnessSeen(page)).length;
  await page.getByText('Maskinen klarer ikke å gjøre bakgrunnen uklar').waitFor({ timeout: 30_000 });
  expect(await openTracks(page)).toBe(0);
  expect(await page.getByRole('button', { name: /^Bli med/ }).allInnerTexts()).toEqual(['Bli med uten kamera']);
  expect((await sharpnessSeen(page)).slice(count).filter(({ edges }) => edges > blurred)).toEqual([]);
  await expectAccessible(page);
  await expectReflow(page);
  await page.getByRole('button', { name: 'Vis bildet uten uklar bakgrunn' }).click();
  await becomes(page, 'sharp');
  expect(await choice(page).isChecked()).toBe(false);
  await close();
});

test('L4: a browser that gives no streams of pictures blurs all the same', async () => {
  const device = await deviceCheck(server, async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor');
    });
  });
  await becomes(device.page, 'sharp');
  await choice(device.page).check();
  await becomes(device.page, 'blurred');
  await choice(device.page).uncheck();
  await becomes(device.page, 'sharp');
  await device.close();
});

/** A device on which every picture takes long, and which counts the cameras that are open. */
async function slowDevice(): Promise<{ page: Page; close: () => Promise<void> }> {
  const device = await deviceCheck(server, async ({ page }) => {
    await page.route('**/assets/blurWorker-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${slowness}\n${await response.text()}` });
    });
    await page.addInitScript(() => {
      const opened: MediaStreamTrack[] = [];
      Object.assign(globalThis, { opened });
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        const stream = await open(constraints);
        opened.push(...stream.getVideoTracks());
        return stream;
      };
    });
  });
  return { page: device.page, close: () => device.close() };
}

/** Longer than a picture may take; in front of the worker's own code. */
const slowness = `{
  const copy = VideoFrame.prototype.copyTo;
  VideoFrame.prototype.copyTo = function (...into) {
    const until = performance.now() + 100;
    while (performance.now() < until);
    return copy.apply(this, into);
  };
}`;

function openTracks(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { opened } = globalThis as unknown as { opened: MediaStreamTrack[] };
    return opened.filter(({ readyState }) => readyState === 'live').length;
  });
}
