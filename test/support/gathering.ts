/** A meeting and the people who come to it with real browsers, for tests that begin in the room. */
import type { Browser } from 'playwright-core';
import { Device, desktop } from './browser.ts';
import { Person } from './person.ts';

/** A meeting made by the coordinator, with everyone of these names invited. */
export async function callMeeting(
  url: string,
  invitedNames: readonly string[],
): Promise<{ meetingId: string; planId: string }> {
  const coordinator = await Person.signIn(url, 'Kari Nymoen');
  const planId = await coordinator.planOf('Harald Solbakken');
  const { team } = await coordinator.call('plan', { planId }, {});
  const invited = team.filter(({ name }) => invitedNames.includes(name)).map(({ personId }) => personId);
  const { meeting } = await coordinator.call(
    'createMeeting',
    { planId },
    { kind: 'care-team', startsAt: null, invited },
  );
  return { meetingId: meeting.id, planId };
}

/** A device whose browser is signed in as this person, without going through the sign-in page. */
export async function deviceOf(
  browser: Browser,
  url: string,
  name: string,
  viewport = desktop,
  { touch = false } = {},
): Promise<Device> {
  const person = await Person.signIn(url, name);
  const device = await Device.open(browser, viewport, { touch });
  const cookies = person.cookie.split('; ').map((cookie) => {
    const [key = '', value = ''] = cookie.split('=', 2);
    return { name: key, value, url };
  });
  await device.context.addCookies(cookies);
  return device;
}

/** From the device check to the lobby, or to the room for one who needs no admission. */
export async function knock({ page }: Device, url: string, meetingId: string): Promise<void> {
  await page.goto(`${url}/mote/${meetingId}`);
  await passDeviceCheck({ page });
}

/** Presses *Bli med* when the device check lets one. */
export async function passDeviceCheck({ page }: Pick<Device, 'page'>): Promise<void> {
  await page.getByRole('button', { name: 'Bli med', exact: true }).click();
}

/** Resolves when this page is in the room and its line is up. */
export async function inRoom({ page }: Device): Promise<void> {
  await page.locator('[data-connection="live"]').waitFor();
}

/** One who leads lets somebody in. */
export async function admit({ page }: Device, name: string): Promise<void> {
  await page.getByRole('button', { name: `Slipp inn ${name}` }).click();
}

/** Everyone of these in the room together; the first is the coordinator, who lets the others in. `alsoInvited` do not come. */
export async function gatherInRoom(
  browser: Browser,
  url: string,
  names: readonly string[],
  alsoInvited: readonly string[] = [],
): Promise<{ devices: Device[]; meetingId: string; planId: string }> {
  const { meetingId, planId } = await callMeeting(url, [...names, ...alsoInvited]);
  const host = await deviceOf(browser, url, 'Kari Nymoen');
  await knock(host, url, meetingId);
  await inRoom(host);
  const others = await Promise.all(names.map((name) => deviceOf(browser, url, name)));
  for (const [index, other] of others.entries()) {
    await knock(other, url, meetingId);
    await admit(host, names[index] ?? '');
    await inRoom(other);
  }
  return { devices: [host, ...others], meetingId, planId };
}
