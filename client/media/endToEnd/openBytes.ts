/**
 * What of a frame stays readable, since the server that forwards it and the browser that receives it must know a few things
 * before it is decrypted: whether a VP8 picture is a key frame (the first bit), and how large (RFC 6386, 9.1: ten bytes of a key
 * frame, three of another). Of sound nothing.
 */

const openOf = { key: 10, delta: 3, empty: 0 } as const;

/** How many bytes at the beginning of the frame are left as they are. `type` is absent for sound. */
export function openBytes(type: 'key' | 'delta' | 'empty' | undefined): number {
  return type === undefined ? 0 : openOf[type];
}
