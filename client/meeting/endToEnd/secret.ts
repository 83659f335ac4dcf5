/**
 * The secret of a meeting that is encrypted from end to end. It is made on the device of who makes the meeting, goes to the others
 * in the part of their link that browsers do not send, and is kept on each device until the meeting is over. The server never sees it.
 */
import { idSchema, newId } from '../../../shared/domain/ids.ts';

const prefix = 'samrad.meetingSecret.';
/** What a secret stands after in a link's fragment. */
const mark = 'n=';
/** Longer than a meeting is planned ahead, milliseconds. */
const keptMs = 400 * 86_400_000;

/** The secret in what a person has pasted or followed: a whole link, its fragment, or the bare secret. Null where there is none. */
export function secretIn(text: string): string | null {
  const [first = '', fragment] = text.trim().split('#');
  // A link without a secret is no bare secret, though its token looks like one.
  const part = fragment === undefined ? first : fragment.split('&').find((one) => one.startsWith(mark));
  const found = idSchema.safeParse(part?.replace(mark, ''));
  return found.success ? found.data : null;
}

/** The link with the secret in it. */
export function withSecret(url: string, secret: string): string {
  return `${url}${url.includes('#') ? '&' : '#'}${mark}${secret}`;
}

/** What stands before the secret in a link's fragment: the token. */
export function tokenIn(hash: string): string {
  const token = hash.slice(1).split('&')[0] ?? '';
  return token.startsWith(mark) ? '' : token;
}

export class MeetingSecrets {
  readonly #storage: Storage;
  readonly #now: () => number;

  constructor({ storage, now = () => Date.now() }: { storage: Storage; now?: () => number }) {
    this.#storage = storage;
    this.#now = now;
  }

  /** The secret that this device has for the first of these meetings, or the series they belong to; null where it has none. */
  find(...ids: readonly (string | null)[]): string | null {
    for (const id of ids) {
      const [secret] = id === null ? [] : (this.#storage.getItem(prefix + id) ?? '').split(' ');
      if (secret !== undefined && idSchema.safeParse(secret).success) return secret;
    }
    return null;
  }

  /** Makes a secret for a meeting or a series, and keeps it here. */
  make(id: string): string {
    const secret = newId();
    this.keep(id, secret);
    return secret;
  }

  /** Keeps a secret, and lets go of those that are older than any meeting. */
  keep(id: string, secret: string): void {
    for (const key of Object.keys(this.#storage)) {
      const [, keptAt] = key.startsWith(prefix) ? (this.#storage.getItem(key) ?? '').split(' ') : [];
      if (keptAt !== undefined && this.#now() - Number(keptAt) > keptMs) this.#storage.removeItem(key);
    }
    this.#storage.setItem(prefix + id, `${secret} ${this.#now()}`);
  }

  /** The meeting is over. */
  forget(id: string): void {
    this.#storage.removeItem(prefix + id);
  }
}
