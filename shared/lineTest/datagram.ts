/**
 * One numbered datagram of a line test, as both sides write and read it: round, number, and the number that came last the other way
 * with the time it has lain here, from which the other side reads the time of a round trip (as RTCP does with LSR and DLSR,
 * RFC 3550 section 6.4.1). What follows is filling.
 */

/** The shortest datagram, bytes: one for the round, three empty, then three numbers of four. */
export const headerBytes = 16;
const noEcho = 0xffff_ffff;

export interface Datagram {
  /** Which round of measuring it belongs to, so that a late one is not counted in the next. 1–255. */
  readonly round: number;
  /** From 0. */
  readonly number: number;
  /** What came last from the other side and how long ago, milliseconds; null where nothing has. */
  readonly echo: { readonly number: number; readonly heldMs: number } | null;
}

/** The datagram in so many bytes. */
export function packDatagram({ round, number, echo }: Datagram, bytes: number): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(Math.max(headerBytes, bytes));
  const view = new DataView(packed.buffer);
  view.setUint8(0, round);
  view.setUint32(4, number);
  view.setUint32(8, echo?.number ?? noEcho);
  view.setFloat32(12, echo?.heldMs ?? 0);
  return packed;
}

/** What somebody sent; null where it is none of ours. */
export function unpackDatagram(packed: Uint8Array): Datagram | null {
  if (packed.byteLength < headerBytes) return null;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const [echoed, heldMs] = [view.getUint32(8), view.getFloat32(12)];
  const echo = echoed === noEcho || !Number.isFinite(heldMs) ? null : { number: echoed, heldMs };
  return { round: view.getUint8(0), number: view.getUint32(4), echo };
}
