/**
 * SFrame (RFC 9605): one frame of sound or picture, encrypted so that only those who have the sender's key can read it, with
 * AES_128_GCM_SHA256_128 (its suite 4). A frame is a header with key id and counter, then what is encrypted, then 16 bytes of tag.
 */

const suite = 4;
const keyBits = 128;
const saltBits = 96;

/** A key that frames are encrypted with, under its id. */
export interface SframeKey {
  readonly id: number;
  readonly key: CryptoKey;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** Makes the key from 16 secret bytes (RFC 9605, 4.4.2). */
export async function sframeKey(id: number, secret: Uint8Array<ArrayBuffer>): Promise<SframeKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const hkdf = (label: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new Uint8Array([...new TextEncoder().encode(`SFrame 1.0 Secret ${label} `), ...bigEndian(id, 8), 0, suite]),
  });
  const algorithm = { name: 'AES-GCM', length: keyBits };
  const [key, salt] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('key'), base, algorithm, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveBits(hkdf('salt'), base, saltBits),
  ]);
  return { id, key, salt: new Uint8Array(salt) };
}

/**
 * Encrypts a frame. `counter` must never be used twice with a key; `metadata` is bound to the frame and not part of it.
 */
export async function sealFrame(
  key: SframeKey,
  counter: number,
  metadata: Uint8Array,
  frame: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = headerOf(key.id, counter);
  const sealed = await crypto.subtle.encrypt(cipher(key, counter, header, metadata), key.key, frame);
  return new Uint8Array([...header, ...new Uint8Array(sealed)]);
}

/**
 * Decrypts a frame by the key that its header names.
 * @throws Error where it is no such frame, there is no such key, or a byte of it is another than was sent.
 */
export async function openFrame(
  keyOf: (id: number) => SframeKey | undefined,
  metadata: Uint8Array,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { keyId, counter, length } = readHeader(sealed);
  const key = keyOf(keyId);
  if (!key) throw new Error('no key for this frame');
  const parameters = cipher(key, counter, sealed.subarray(0, length), metadata);
  return new Uint8Array(await crypto.subtle.decrypt(parameters, key.key, sealed.subarray(length)));
}

/**
 * The header (RFC 9605, 4.3): one byte of configuration, then key id and counter where they are above 7, each in as few bytes
 * as it takes.
 */
export function headerOf(keyId: number, counter: number): Uint8Array<ArrayBuffer> {
  const [id, count] = [field(keyId), field(counter)];
  return new Uint8Array([(id.code << 4) | count.code, ...id.bytes, ...count.bytes]);
}

/** @throws RangeError where the header is cut short. */
export function readHeader(sealed: Uint8Array): { keyId: number; counter: number; length: number } {
  const view = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const config = view.getUint8(0);
  let length = 1;
  const read = (code: number): number => {
    if ((code & long) === 0) return code;
    let value = 0;
    for (let count = (code & 7) + 1; count > 0; count -= 1) {
      value = value * 256 + view.getUint8(length);
      length += 1;
    }
    return value;
  };
  const keyId = read(config >> 4);
  const counter = read(config & 15);
  return { keyId, counter, length };
}

/** The bit that says that the value follows in bytes, whose count less one stands in the other three. */
const long = 8;

function field(value: number): { code: number; bytes: number[] } {
  if (value < long) return { code: value, bytes: [] };
  let count = 1;
  while (value >= 256 ** count) count += 1;
  return { code: long | (count - 1), bytes: bigEndian(value, count) };
}

function bigEndian(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(value / 256 ** (count - 1 - index)) % 256);
}

function cipher(key: SframeKey, counter: number, header: Uint8Array, metadata: Uint8Array): AesGcmParams {
  const count = bigEndian(counter, key.salt.length);
  const iv = key.salt.map((byte, index) => byte ^ (count[index] ?? 0));
  return { name: 'AES-GCM', iv, additionalData: new Uint8Array([...header, ...metadata]) };
}
