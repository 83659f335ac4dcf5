/**
 * Encryption of what is at rest: AES-256-GCM with a random nonce for each value. What a value is about (its row) is
 * authenticated with it, so that no value can be put in another's place. Without a key, values are kept as they are.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** A key and the name by which what it encrypted can be told: the first bytes of its hash, as hex. */
export interface DataKey {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes of a key. */
export const keyBytes = 32;
export const cipherName = 'aes-256-gcm';
export const nonceBytes = 12;
export const tagBytes = 16;
const nameBytes = 4;
/**
 * What a sealed value begins with. A Yjs update begins with how many clients wrote it, as a number of variable length: none begins
 * so, it would be more than 2^42.
 */
const mark = Buffer.from('ffffffffffff5301', 'hex');
const headBytes = mark.length + nameBytes + nonceBytes;

/** A value can't be read: it was encrypted by a key that is not held, or is not what was written here. */
export class SealBroken extends Error {}

export function dataKey(bytes: Uint8Array): DataKey {
  return {
    name: createHash('sha256')
      .update(bytes)
      .digest('hex')
      .slice(0, nameBytes * 2),
    bytes,
  };
}

export class DataKeys {
  /** The key by which is encrypted now; null: values are kept as they are. */
  readonly current: DataKey | null;
  readonly #held: ReadonlyMap<string, DataKey>;

  /** `before`: keys that were used earlier, by which values can be read. */
  constructor(current: DataKey | null = null, before: readonly DataKey[] = []) {
    this.current = current;
    this.#held = new Map([...(current ? [current] : []), ...before].map((key) => [key.name, key]));
  }

  byName(name: string): DataKey | null {
    return this.#held.get(name) ?? null;
  }

  /** `about` says which row the value is of. */
  seal(value: Uint8Array, about: string): Uint8Array {
    if (this.current === null) return value;
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(cipherName, this.current.bytes, nonce).setAAD(Buffer.from(about));
    const name = Buffer.from(this.current.name, 'hex');
    return Buffer.concat([mark, name, nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()]);
  }

  /** What was sealed, or the value itself where it was not. @throws SealBroken */
  open(stored: Uint8Array, about: string): Uint8Array {
    const name = sealedBy(stored);
    if (name === null) return stored;
    const key = this.byName(name);
    if (key === null) throw new SealBroken(`a key that is not held: ${name}`);
    const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
    const decipher = createDecipheriv(cipherName, key.bytes, bytes.subarray(mark.length + nameBytes, headBytes))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(headBytes, -tagBytes)), decipher.final()]);
    } catch {
      throw new SealBroken(`not what was written: ${about}`);
    }
  }

  /** Whether a stored value is as it would be written now. */
  isCurrent(stored: Uint8Array): boolean {
    return sealedBy(stored) === (this.current?.name ?? null);
  }
}

/** The name of the key that a value was sealed by; null where it was not. */
function sealedBy(stored: Uint8Array): string | null {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  if (bytes.length < headBytes + tagBytes || !bytes.subarray(0, mark.length).equals(mark)) return null;
  return bytes.subarray(mark.length, mark.length + nameBytes).toString('hex');
}
