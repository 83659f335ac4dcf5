/** The settings. */
import { describe, expect, test } from 'vitest';
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
  ['MEETING_CAPACITY', '25'],
  ['SESSION_IDLE_MINUTES', '0'],
  ['SESSION_HOURS', 'long'],
  ['LINK_IDLE_MINUTES', '1.5'],
  ['LINK_HOURS', '73'],
  ['LOG_LEVEL', 'loud'],
];
test.each(wrong)('H1: %s=%s is refused in one sentence that names it', (name, value) => {
  expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`^${name} .*\\.$`));
});

test('M18: a meeting holds eighteen people where nothing else is set, and 24 at the most', () => {
  expect(parseConfig({}).meetingCapacity).toBe(18);
  expect(parseConfig({ MEETING_CAPACITY: '24' }).meetingCapacity).toBe(24);
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

describe('identity providers', () => {
  const key = { IDENTITY_NUMBER_KEY: Buffer.alloc(32, 7).toString('base64') };
  const plain = {
    id: 'own',
    profile: 'plain',
    name: 'Kommunen',
    issuer: 'https://login.example',
    clientId: 'samrad',
    clientSecret: { environment: 'OWN_SECRET' },
  };
  const given = (change: object, more: Record<string, string> = {}) => ({
    OIDC_PROVIDERS: JSON.stringify({ providers: [{ ...plain, ...change }] }),
    OWN_SECRET: 'hemmelig',
    ...key,
    ...more,
  });

  test('H1: with one, production starts, and nobody is anybody by choice', () => {
    const config = parseConfig(given({}, { NODE_ENV: 'production' }));
    expect(config).toMatchObject({ demo: false, oidc: { providers: [{ id: 'own', name: 'Kommunen' }] } });
  });

  test('H1: made-up people beside a provider are there when they are asked for, and never in production', () => {
    expect(parseConfig(given({}, { DEMO: 'on' })).demo).toBe(true);
    expect(() => parseConfig(given({}, { DEMO: 'on', NODE_ENV: 'production' }))).toThrow(/^DEMO .*\.$/);
  });

  const wrongProviders: readonly [string, Record<string, string>, RegExp][] = [
    ['no JSON', { ...given({}), OIDC_PROVIDERS: '{' }, /^OIDC_PROVIDERS must be JSON\.$/],
    ['an unknown profile', given({ profile: 'other' }), /profile must be one of/],
    ['an address without TLS', given({ issuer: 'http://login.example' }), /issuer must be an address/],
    ['no name for a plain one', given({ name: undefined }), /name must be given/],
    ['no secret', given({ clientSecret: undefined }), /clientKey or clientSecret/],
    ['a secret in the settings themselves', given({ clientSecret: 'hemmelig' }), /clientSecret/],
    ['a secret that is not set', given({}, { OWN_SECRET: '' }), /OWN_SECRET, which is not set/],
    ['a secret for HelseID', given({ profile: 'helseid' }), /clientKey must be given for this profile/],
    ['no key for numbers', given({}, { IDENTITY_NUMBER_KEY: '' }), /^IDENTITY_NUMBER_KEY_FILE must be set/],
    ['a short key for numbers', given({}, { IDENTITY_NUMBER_KEY: 'AAAA' }), /^IDENTITY_NUMBER_KEY must be at least 32/],
    [
      'a file that is not there',
      { OIDC_PROVIDERS_FILE: '/nowhere.json', ...key },
      /\/nowhere\.json, which can't be read/,
    ],
  ];
  test.each(wrongProviders)(
    'H1: %s is one sentence that names it and tells no secret',
    (_what, environment, sentence) => {
      const parse = () => parseConfig(environment);
      expect(parse).toThrow(sentence);
      expect(parse).not.toThrow(/hemmelig/);
    },
  );
});
