/** A meeting whose sound and picture are encrypted from end to end: from the choice, through links and keys, to what the server can't read. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../shared/domain/ids.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { Device, expectAccessible, expectReflow, launchBrowser, phone, videoMoves } from '../support/browser.ts';
import { admit, deviceOf, inRoom, passDeviceCheck } from '../support/gathering.ts';
import { keepConnections, type KeepingWindow } from '../support/pageConnections.ts';

let browser: Browser;
let server: RunningApp;
let coordinator: Device;
let gp: Device;
let daughter: Device;
let nurse: Device;
const links: Record<string, string> = {};
/** All that the pages have sent to the server, by whichever way. */
const sent: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser('light');
  server = await startApp();
  coordinator = await deviceOf(browser, server.url, 'Kari Nymoen');
  gp = await deviceOf(browser, server.url, 'Anne Lindqvist');
  nurse = await deviceOf(browser, server.url, 'Sofie Amundsen');
  daughter = await Device.open(browser, phone);
  for (const { page } of [coordinator, gp, nurse, daughter]) {
    await keepConnections(page);
    page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(payload.toString())));
  }
});

afterAll(async () => {
  await Promise.all([coordinator, gp, nurse, daughter].map((device) => device.close()));
  await browser.close();
  await server.stop();
  await server.remove();
});

test('C1, H6: the coordinator chooses it, and the links that are to be given carry the secret', async () => {
  const { page } = coordinator;
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Nytt møte om Harald Solbakken' }).click();
  for (const name of ['Anne Lindqvist', 'Sofie Amundsen', 'Marte Solbakken'])
    await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await page.getByRole('checkbox', { name: 'Krypter lyd og bilde ende til ende' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lag møtet' }).click();
  await page.getByText('Lenkene inneholder nøkkelen til møtet.').waitFor();
  const [toGp] = await page.getByRole('listitem').filter({ hasText: 'Anne Lindqvist' }).allInnerTexts();
  expect(toGp).toContain('Lenken har med nøkkelen til lyd og bilde');
  for (const name of ['Anne Lindqvist', 'Marte Solbakken'])
    links[name] = await page.getByRole('textbox', { name: `Lenke til ${name}` }).inputValue();
  expect(new Set(Object.values(links).map((link) => link.split('&n=')[1])).size).toBe(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Gå til møtet' }).click();
  await page.getByText('Lyd og bilde er kryptert ende til ende.').waitFor();
  await passDeviceCheck(coordinator);
  await inRoom(coordinator);
});

test('C3, H6: without the secret nobody joins: it is said, and what is pasted is looked at', async () => {
  const { page } = gp;
  await page.goto(coordinator.page.url());
  await page.getByText('nøkkelen mangler på denne enheten').waitFor();
  expect(await page.getByRole('button', { name: 'Bli med', exact: true }).count()).toBe(0);
  await page.getByRole('textbox', { name: 'Lenken eller nøkkelen' }).fill(links['Anne Lindqvist']?.split('&')[0] ?? '');
  await page.getByRole('button', { name: 'Bruk nøkkelen' }).click();
  await page.getByText('Det er ingen nøkkel i det du limte inn.').waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 720 });
  await expectReflow(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('textbox', { name: 'Lenken eller nøkkelen' }).fill(links['Anne Lindqvist'] ?? '');
  await page.getByRole('button', { name: 'Bruk nøkkelen' }).click();
  await passDeviceCheck(gp);
});

test('C1: a relative comes by the link alone; all see each other move, and the secret was sent by nobody', async () => {
  const { page } = daughter;
  await page.goto(links['Marte Solbakken'] ?? '');
  await page.getByRole('button', { name: 'Bli med i møtet' }).click();
  await page.getByText('Lyd og bilde er kryptert ende til ende.').waitFor();
  expect(page.url()).not.toContain('#');
  await passDeviceCheck(daughter);
  await admit(coordinator, 'Anne Lindqvist');
  await admit(coordinator, 'Marte Solbakken');
  const everyone = [coordinator, gp, daughter];
  await Promise.all(everyone.map(inRoom));
  await Promise.all(everyone.map((device) => videoMoves(device.page, 3)));
  await Promise.all(everyone.map((device) => soundComes(device.page)));
  // On a desk the head is one row, with the sign of the encryption in it.
  const head = coordinator.page.locator('.room-head');
  const tops = await head.getByRole('button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops.length).toBe(3);
  expect(new Set(tops).size).toBe(1);
  await coordinator.page.getByRole('button', { name: 'Kryptert ende til ende' }).click();
  await expectAccessible(coordinator.page);
  await coordinator.page.getByRole('button', { name: 'Lukk', exact: true }).last().click();
  const secret = links['Anne Lindqvist']?.split('&n=')[1] ?? '';
  expect(secret).toHaveLength(22);
  expect(sent.length).toBeGreaterThan(50);
  expect(sent.filter((text) => text.includes(secret))).toEqual([]);
}, 120_000);

test('C1: who has another secret sees and hears nothing, and is marked for the others', async () => {
  const { page } = nurse;
  await page.goto(`${coordinator.page.url()}#n=${newId()}`);
  await passDeviceCheck(nurse);
  expect(page.url()).not.toContain('#');
  await admit(coordinator, 'Sofie Amundsen');
  await inRoom(nurse);
  await coordinator.page.getByText('Har ikke nøkkelen').waitFor();
  await expect.poll(() => pictures(page).then(({ received }) => received), { timeout: 30_000 }).toBeGreaterThan(100);
  expect((await pictures(page)).decoded).toBe(0);
  await page.getByRole('button', { name: 'Gå ut' }).click();
  await coordinator.page.getByText('Har ikke nøkkelen').waitFor({ state: 'detached' });
}, 120_000);

test('C1, C2: what the server forwards can’t be shown without the key; one leaves, and the others go on', async () => {
  await daughter.page.getByRole('button', { name: 'Gå ut' }).click();
  await Promise.all([coordinator, gp].map((device) => videoMoves(device.page, 2)));
  // From here on the GP's page takes frames as the server forwards them.
  await gp.page.evaluate(() => {
    for (const connection of (globalThis as unknown as KeepingWindow).connections)
      for (const receiver of connection.getReceivers()) receiver.transform = null;
  });
  // What was decrypted before may still be shown; from then on packets come, and not one picture of them.
  await expect
    .poll(
      async () => {
        const before = await pictures(gp.page);
        await expect
          .poll(() => pictures(gp.page).then(({ received }) => received - before.received), { timeout: 30_000 })
          .toBeGreaterThan(100);
        return (await pictures(gp.page)).decoded - before.decoded;
      },
      { timeout: 60_000 },
    )
    .toBe(0);
}, 120_000);

test('C3: a browser that can’t is told so before joining', async () => {
  const { page } = gp;
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'RTCRtpScriptTransform'));
  await page.reload();
  await page.getByText('og det kan ikke denne nettleseren').waitFor();
  expect(await page.getByRole('button', { name: /^Bli med/ }).count()).toBe(0);
  await expectAccessible(page);
});

/** Packets of the others' pictures that have come to this page, and the pictures that could be made visible of them. */
function pictures(page: Page): Promise<{ received: number; decoded: number }> {
  return page.evaluate(async () => {
    const sum = { received: 0, decoded: 0 };
    for (const connection of (globalThis as unknown as KeepingWindow).connections)
      for (const [, report] of (await connection.getStats()) as Map<string, RTCInboundRtpStreamStats>) {
        if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue;
        sum.received += report.packetsReceived ?? 0;
        sum.decoded += report.framesDecoded ?? 0;
      }
    return sum;
  });
}

/** Resolves when what is heard of others has some energy. */
async function soundComes(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          let energy = 0;
          for (const connection of (globalThis as unknown as KeepingWindow).connections)
            for (const [, report] of (await connection.getStats()) as Map<string, RTCInboundRtpStreamStats>)
              if (report.type === 'inbound-rtp' && report.kind === 'audio') energy += report.totalAudioEnergy ?? 0;
          return energy;
        }),
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0.0001);
}
