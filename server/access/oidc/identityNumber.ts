/** National identity numbers are matched by a keyed hash; the numbers themselves are kept nowhere. */
import { createHmac } from 'node:crypto';

/** HMAC-SHA256 of the eleven digits, as hex. Without the key the few possible numbers can't be tried out. */
export function hashIdentityNumber(number: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(number).digest('hex');
}
