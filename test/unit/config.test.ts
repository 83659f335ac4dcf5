/** The settings. */
import { expect, test } from 'vitest';
import { parseConfig } from '../../server/config.ts';

test('H1: without settings the server is a demonstration on this machine', () => {
  const config = parseConfig({});
  expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, demo: true, publicUrl: null });
  expect(config.media.addresses).toContainEqual({ ip: '127.0.0.1' });
});

const wrong: readonly [string, string][] = [
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'samrad'],
  ['PUBLIC_URL', 'https://samrad.example/app'],
  ['MEDIA_LISTEN_ADDRESS', 'here'],
  ['MEDIA_ANNOUNCED_ADDRESS', 'not an address'],
  ['MEDIA_PORT', '80'],
  ['MEDIA_WORKERS', '0'],
  ['MEETING_CAPACITY', '13'],
  ['SESSION_IDLE_MINUTES', '0'],
  ['SESSION_HOURS', 'long'],
  ['LINK_IDLE_MINUTES', '1.5'],
  ['LINK_HOURS', '73'],
  ['LOG_LEVEL', 'loud'],
];
test.each(wrong)('H1: %s=%s is refused in one sentence that names it', (name, value) => {
  expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`^${name} .*\\.$`));
});

test('H1: production without an identity provider refuses to start', () => {
  expect(() => parseConfig({ NODE_ENV: 'production' })).toThrow(/NODE_ENV .*identity provider/);
});

test('H1: an address is taken as browsers write it', () => {
  expect(parseConfig({ PUBLIC_URL: 'https://Samrad.Example:443/' }).publicUrl).toBe('https://samrad.example');
});

test('H1: an empty setting counts as none', () => {
  expect(parseConfig({ PORT: '' }).port).toBe(8080);
});

test('S1: without settings a sign-in ends after half an hour unused and after twelve hours, a link after two and a day', () => {
  const { demo, oidc, passkey, link } = parseConfig({}).sessionLimits;
  for (const limit of [demo, oidc, passkey]) expect(limit).toEqual({ idleMs: 1_800_000, absoluteMs: 43_200_000 });
  expect(link).toEqual({ idleMs: 7_200_000, absoluteMs: 86_400_000 });
});
