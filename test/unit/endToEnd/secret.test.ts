/** The secret of a meeting in links, in what people paste, and on the device. */
import { expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import { MeetingSecrets, secretIn, tokenIn, withSecret } from '../../../client/meeting/endToEnd/secret.ts';

const [secret, token] = [newId(), newId()];
const link = `https://samrad.example/bli-med#${token}`;

/** What a browser's storage is made of, in memory. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return new Proxy(
    {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as Storage,
    { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  );
}

test('C1: a link carries the secret behind its token, in the part that is never sent', () => {
  const whole = withSecret(link, secret);
  expect(whole).toBe(`${link}&n=${secret}`);
  expect(new URL(whole).search + new URL(whole).pathname).not.toContain(secret);
  expect(secretIn(whole)).toBe(secret);
  expect(secretIn(new URL(whole).hash)).toBe(secret);
  expect(tokenIn(new URL(whole).hash)).toBe(token);
  expect(tokenIn(new URL(link).hash)).toBe(token);
  expect(secretIn(withSecret('https://samrad.example/mote/x', secret))).toBe(secret);
  expect(tokenIn(`#n=${secret}`)).toBe('');
});

test('C3: a bare secret may be pasted; a link without one is none, though its token looks like one', () => {
  expect(secretIn(` ${secret}\n`)).toBe(secret);
  for (const text of [link, '', 'hei', `${link}&n=`, `${link}&n=${secret}x`, `#${token}`])
    expect(secretIn(text)).toBeNull();
});

test('C1: the device keeps a secret by meeting or series until the meeting is over, and no longer than any meeting', () => {
  let now = Date.UTC(2026, 0, 1);
  const kept = storage();
  const secrets = new MeetingSecrets({ storage: kept, now: () => now });
  const made = secrets.make('series');
  secrets.keep('meeting', secret);
  expect(secrets.find('meeting', 'series')).toBe(secret);
  expect(secrets.find('other', 'series')).toBe(made);
  expect(secrets.find('other', null)).toBeNull();
  secrets.forget('meeting');
  expect(secrets.find('meeting', 'series')).toBe(made);
  now += 500 * 86_400_000;
  secrets.keep('later', secret);
  expect(secrets.find('series')).toBeNull();
  expect(secrets.find('later')).toBe(secret);
});
