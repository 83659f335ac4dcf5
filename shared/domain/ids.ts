/** Random identifiers: what a plan, a meeting, a person and a link are called. They say nothing about what they name. */
import { z } from 'zod';

const idBytes = 16;
const idPattern = /^[A-Za-z0-9_-]{22}$/;

/** 128 random bits as 22 characters of base64url. */
export const idSchema = z.string().regex(idPattern);

/** A new identifier of 128 random bits; safe as a secret and in a URL. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(idBytes));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
