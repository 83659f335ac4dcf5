/** A screen that somebody shares: seen by the others, and gone when it is shared no more. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectReflow, phone, videoMoves, type Device } from '../support/browser.ts';
import { admit, callMeeting, inRoom, knock } from '../support/gathering.ts';
import { seedOf } from '../support/random.ts';
import { RelayedServer } from '../support/relayedServer.ts';

const relayed = RelayedServer.forEachTest(seedOf('SHARED_SCREEN', 20_261_129));

/** The GP shares their screen with the coordinator, who has a telephone. */
async function share(): Promise<{ host: Device; gp: Device; screen: Locator }> {
  const { meetingId } = await callMeeting(relayed.url, ['Anne Lindqvist']);
  const host = await relayed.open('Kari Nymoen', phone);
  const gp = await relayed.open('Anne Lindqvist');
  await knock(host, relayed.url, meetingId);
  await inRoom(host);
  await knock(gp, relayed.url, meetingId);
  await admit(host, 'Anne Lindqvist');
  await inRoom(gp);
  await Promise.all(relayed.devices.map(({ page }) => videoMoves(page, 2)));
  await gp.page.getByRole('button', { name: 'Del skjerm', exact: true }).click();
  const screen = host.page.locator('samrad-video-tile[data-source="screen"]');
  await screen.waitFor();
  return { host, gp, screen };
}

/** Resolves when the shared screen has moved on by some frames. */
async function moves(screen: Locator): Promise<void> {
  const shown = (): Promise<number> =>
    screen.locator('video').evaluate((video) => (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames);
  const before = await shown();
  await expect.poll(shown, { timeout: 60_000 }).toBeGreaterThan(before + 3);
}

test('M21, H6: a shared screen moves for the other, says whose it is, and is gone when it is shared no more', async () => {
  const { host, gp, screen } = await share();
  await moves(screen);
  await screen.getByText('Skjermen til Anne Lindqvist').waitFor();
  await Promise.all([host, gp].map(({ page }) => expectAccessible(page)));
  await expectReflow(host.page);
  await gp.page.getByText('Du deler skjermen din').waitFor();
  await gp.page.getByRole('button', { name: 'Slutt å dele' }).click();
  await screen.waitFor({ state: 'detached' });
  await videoMoves(host.page, 2);
}, 120_000);
