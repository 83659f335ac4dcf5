/** The way through a TURN server: credentials that end by themselves, for those who are in the room. */
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConfig } from '../../../server/config.ts';
import { gather } from '../meetings/careTeam.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';

const secret = 'a shared secret of the two servers';
const urls = ['turn:turn.example:3478?transport=udp', 'turns:turn.example:5349'];

test('S10: who is in the room gets credentials of their own for the TURN server, that end after some hours and name nobody', async () => {
  const team = await gather({ turn: { urls, secret } });
  const meetingId = await team.convene();
  const leader = await MeetingPage.open(team.coordinator);
  const { media } = await leader.enter(meetingId);
  const { page, joined } = await team.admit(leader, team.gp, meetingId);
  const [mine] = media.iceServers;
  const [theirs] = joined.media.iceServers;
  expect(mine?.urls).toEqual(urls);
  const [expiry = '', name = ''] = mine?.username.split(':') ?? [];
  const hours = (Number(expiry) * 1000 - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(3.9);
  expect(hours).toBeLessThanOrEqual(4);
  expect(name).not.toBe(team.coordinator.personId);
  expect(mine?.credential).toBe(
    createHmac('sha1', secret)
      .update(mine?.username ?? '')
      .digest('base64'),
  );
  expect(theirs?.username).not.toBe(mine?.username);
  expect(team.server.logged.join('\n')).not.toContain(secret);
  leader.close();
  page.close();
  await team.close();
});

test('S10: without a TURN server there are none, and half a setting stops the start', async () => {
  const team = await gather();
  const leader = await MeetingPage.open(team.coordinator);
  expect((await leader.enter(await team.convene())).media.iceServers).toEqual([]);
  leader.close();
  await team.close();
  expect(parseConfig({ TURN_URLS: urls.join(','), TURN_SECRET: secret }).turn).toEqual({ urls, secret });
  expect(() => parseConfig({ TURN_URLS: urls.join(',') })).toThrow('TURN_SECRET');
  expect(() => parseConfig({ TURN_URLS: 'https://turn.example', TURN_SECRET: secret })).toThrow('TURN_URLS');
});
