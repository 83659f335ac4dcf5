/**
 * How two pages come to a key that the server between them does not know: each has a key pair (P-256), whose public half is
 * shown to all with a proof that its holder knows the meeting's secret, and seals keys for the other by what the two make
 * together (ECDH, HKDF with SHA-256, AES-256-GCM). Everything is bound to the meeting and to who says it to whom.
 */
import type { MediaKey } from '../../../shared/protocol/mediaKeys.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const curve = { name: 'ECDH', namedCurve: 'P-256' };
const nonceBytes = 12;
/** The bytes of a sender's key (SFrame's suite takes 16). */
export const secretBytes = 16;

/** A key that somebody encrypts their sound and picture with. `keyId` counts up from 0. */
export interface SenderKey {
  readonly keyId: number;
  readonly secret: Bytes;
}

export interface Exchange {
  /** What is shown to all: the public key, and the proof for this participant's id. */
  announce(participantId: string): Promise<MediaKey>;
  /** Another's public key, if its proof is good; null where they do not know the secret. */
  verify(participantId: string, key: MediaKey): Promise<CryptoKey | null>;
  seal(key: SenderKey, to: Peer): Promise<string>;
  /** @throws where it was not sealed for me by this one. */
  unseal(box: string, from: Peer): Promise<SenderKey>;
}

/** Another page, and who I am to it. */
export interface Peer {
  readonly me: string;
  readonly participantId: string;
  readonly publicKey: CryptoKey;
}

/** Makes a key pair for one meeting. `secret` is the meeting's. */
export async function createExchange(meetingId: string, secret: string): Promise<Exchange> {
  const base = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey']);
  const [pair, prover] = await Promise.all([
    crypto.subtle.generateKey(curve, false, ['deriveBits']),
    crypto.subtle.deriveKey(
      hkdf(utf8(meetingId), 'samrad proof'),
      base,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign', 'verify'],
    ),
  ]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const proven = (participantId: string, key: Bytes): Bytes => new Uint8Array([...utf8(`${participantId} `), ...key]);

  /** The key between me and another, in one direction. */
  async function between(peer: Peer, from: string, to: string): Promise<CryptoKey> {
    const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: peer.publicKey }, pair.privateKey, 256);
    const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
    const algorithm = { name: 'AES-GCM', length: 256 };
    const parameters = hkdf(utf8(`${meetingId} ${secret}`), `samrad box ${from} ${to}`);
    return crypto.subtle.deriveKey(parameters, material, algorithm, false, ['encrypt', 'decrypt']);
  }

  return {
    announce: async (participantId) => {
      const proof = await crypto.subtle.sign('HMAC', prover, proven(participantId, publicKey));
      return { publicKey: toText(publicKey), proof: toText(new Uint8Array(proof)) };
    },
    verify: async (participantId, key) => {
      const raw = fromText(key.publicKey);
      const isGood = await crypto.subtle.verify('HMAC', prover, fromText(key.proof), proven(participantId, raw));
      return isGood ? crypto.subtle.importKey('raw', raw, curve, false, []) : null;
    },
    seal: async ({ keyId, secret: sealed }, peer) => {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const plain = new Uint8Array(4 + secretBytes);
      new DataView(plain.buffer).setUint32(0, keyId);
      plain.set(sealed, 4);
      const key = await between(peer, peer.me, peer.participantId);
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
      return toText(new Uint8Array([...iv, ...new Uint8Array(data)]));
    },
    unseal: async (box, peer) => {
      const bytes = fromText(box);
      const key = await between(peer, peer.participantId, peer.me);
      const iv = bytes.subarray(0, nonceBytes);
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(nonceBytes));
      return { keyId: new DataView(plain).getUint32(0), secret: new Uint8Array(plain, 4) };
    },
  };
}

function hkdf(salt: Bytes, info: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) };
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Bytes as base64url. */
function toText(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @throws where it is no base64url. */
function fromText(text: string): Bytes {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
