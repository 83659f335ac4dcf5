/** A whole meeting with the keyboard alone: in, let in, speak, raise a hand, change what one sees, leave, end. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { launchBrowser, phone, videoMoves, type Device } from '../support/browser.ts';
import { callMeeting, deviceOf, inRoom } from '../support/gathering.ts';
import { hasFocus, tabTo } from '../support/keyboard.ts';

let browser: Browser;
let server: RunningApp;
let host: Device;
let nurse: Device;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser('light'), startApp()]);
  [host, nurse] = await Promise.all([
    deviceOf(browser, server.url, 'Kari Nymoen'),
    deviceOf(browser, server.url, 'Sofie Amundsen', phone),
  ]);
});

afterAll(async () => {
  await Promise.all([host.close(), nurse.close()]);
  await browser.close();
  await server.stop();
  await server.remove();
});

/** Goes to the button with Tab, and presses it. */
async function press({ page }: Device, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }));
  await page.keyboard.press('Enter');
}

test('H7: a meeting from the door to its end with the keyboard alone, and what happens is told to screen readers', async () => {
  const { meetingId } = await callMeeting(server.url, ['Sofie Amundsen']);
  for (const { page } of [host, nurse]) await page.goto(`${server.url}/mote/${meetingId}`);
  await press(host, 'Bli med');
  await inRoom(host);
  await press(nurse, 'Bli med');
  await press(host, 'Slipp inn Sofie Amundsen');
  await inRoom(nurse);
  await videoMoves(nurse.page, 2);
  const microphone = nurse.page.getByRole('button', { name: /^Mikrofon/ });
  const spoke = await microphone.getAttribute('aria-pressed');
  await press(nurse, /^Mikrofon/);
  await expect.poll(() => microphone.getAttribute('aria-pressed')).not.toBe(spoke);
  await press(nurse, /^Rekk opp hånden/);
  await host.page.getByRole('status').filter({ hasText: 'Sofie Amundsen' }).first().waitFor({ state: 'attached' });
  // A dialog that is left gives the focus back to where one was.
  const view = nurse.page.getByRole('button', { name: 'Visning', exact: true });
  await press(nurse, 'Visning');
  await nurse.page.getByRole('dialog').waitFor();
  await nurse.page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(view)).toBe(true);
  await press(nurse, 'Gå ut');
  await nurse.page.locator('samrad-room').waitFor({ state: 'detached' });
  await press(host, 'Avslutt for alle');
  await press(host, 'Ja, avslutt møtet');
  await host.page.getByRole('link', { name: 'Se referatet' }).waitFor();
  for (const device of [host, nurse]) expect(device.faults).toEqual([]);
});
