/** Secrets that people hold: made here, stored only as hashes. */
import { createHash } from 'node:crypto';

/** SHA-256 as hex. The secrets are 128 random bits, so they need no salt. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
