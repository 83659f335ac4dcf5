/** Frames that are encrypted as RFC 9605 has it. */
import { expect, test } from 'vitest';
import { headerOf, openFrame, readHeader, sealFrame, sframeKey } from '../../../client/media/endToEnd/sframe.ts';
import { openBytes } from '../../../client/media/endToEnd/openBytes.ts';

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hex(data: Uint8Array): string {
  return [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// RFC 9605, appendix C.3, suite AES_128_GCM_SHA256_128.
const example = {
  keyId: 0x123,
  counter: 0x4567,
  secret: bytes('000102030405060708090a0b0c0d0e0f'),
  salt: '75234edefe07819026751816',
  metadata: bytes('4945544620534672616d65205747'),
  plain: bytes('64726166742d696574662d736672616d652d656e63'),
  sealed: '9901234567b7412c2513a1b66dbb48841bbaf17f598751176ad847681a69c6d0b091c07018ce4adb34eb',
};

test("C1: a frame is encrypted to the very bytes of the standard's example, and opened again", async () => {
  const { keyId, counter, secret, salt, metadata, plain, sealed } = example;
  const key = await sframeKey(keyId, secret);
  expect(hex(key.salt)).toBe(salt);
  const made = await sealFrame(key, counter, metadata, plain);
  expect(hex(made)).toBe(sealed);
  const keyOf = (id: number) => (id === keyId ? key : undefined);
  expect(await openFrame(keyOf, metadata, made)).toEqual(plain);
});

test('C1: a frame with one byte changed, other metadata, another key or none is not opened', async () => {
  const { keyId, counter, secret, metadata, plain } = example;
  const key = await sframeKey(keyId, secret);
  const other = await sframeKey(keyId, new Uint8Array(16));
  const sealed = await sealFrame(key, counter, metadata, plain);
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = sealed.map((byte, index) => (index === place ? byte ^ 1 : byte));
    await expect(openFrame(() => key, metadata, changed)).rejects.toThrow();
  }
  await expect(openFrame(() => key, metadata.subarray(1), sealed)).rejects.toThrow();
  await expect(openFrame(() => other, metadata, sealed)).rejects.toThrow();
  await expect(openFrame(() => undefined, metadata, sealed)).rejects.toThrow();
  await expect(openFrame(() => key, metadata, sealed.subarray(0, 2))).rejects.toThrow();
  await expect(openFrame(() => key, metadata, new Uint8Array())).rejects.toThrow();
});

test('C1: a header says key and counter in as few bytes as they take', () => {
  // RFC 9605, 4.3 and appendix C.1.
  for (const [keyId, counter, header] of [
    [0, 0, '00'],
    [7, 7, '77'],
    [0, 8, '0808'],
    [255, 1, '81ff'],
    [256, 0xff_ffff, '9a0100ffffff'],
    [0xffff_ffff, 0xffff_ffff, 'bbffffffffffffffff'],
  ] as const) {
    expect(hex(headerOf(keyId, counter))).toBe(header);
    expect(readHeader(bytes(header))).toEqual({ keyId, counter, length: header.length / 2 });
  }
});

test('C1: of sound nothing stays readable, of a picture what a server must see to forward it', () => {
  expect([openBytes(undefined), openBytes('key'), openBytes('delta')]).toEqual([0, 10, 3]);
});
