/** `kill -9` of the media worker during a meeting. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { launchBrowser, videoMoves, type Device } from '../support/browser.ts';
import { gatherInRoom } from '../support/gathering.ts';

let browser: Browser;
let server: RunningApp;

beforeAll(async () => {
  browser = await launchBrowser('light');
  server = await startApp();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

const pressed = (device: Device, name: RegExp) =>
  device.page.getByRole('button', { name }).getAttribute('aria-pressed');

test('M3, M4: after kill -9 of a media worker video moves again, and microphone and camera are as they were', async () => {
  const { devices } = await gatherInRoom(browser, server.url, ['Anne Lindqvist', 'Jonas Haugland']);
  const [host, gp, oncologist] = devices as [Device, Device, Device];
  await Promise.all(devices.map(({ page }) => videoMoves(page, 3)));
  await host.page.getByRole('button', { name: /^Mikrofon/ }).click();
  await gp.page.getByRole('button', { name: /^Kamera/ }).click();
  for (const { page } of [host, oncologist]) await page.getByText('kameraet er av').first().waitFor();

  for (let times = 1; times <= 3; times += 1) {
    const [pid] = server.app.workerPids();
    process.kill(pid!, 'SIGKILL');
    await expect
      .poll(() => server.app.workerPids().filter((alive) => alive !== pid).length, { timeout: 20_000 })
      .toBe(1);
    // The GP's camera is off: two others' pictures move, and on the GP's page both of theirs.
    await Promise.all(devices.map(({ page }) => videoMoves(page, 2)));
    expect(await pressed(host, /^Mikrofon/)).toBe('false');
    expect(await pressed(host, /^Kamera/)).toBe('true');
    expect(await pressed(gp, /^Kamera/)).toBe('false');
    expect(await pressed(gp, /^Mikrofon/)).toBe('true');
    await host.page.getByText('kameraet er av').first().waitFor();
  }
  expect(devices.flatMap(({ faults }) => faults)).toEqual([]);
});
