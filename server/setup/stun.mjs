/**
 * Owns the one STUN message that the worker check sends: the ICE connectivity
 * check of a browser (RFC 8489, RFC 8445), which opens a WebRTC transport to the
 * socket that sent it. Plain functions over buffers.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const MAGIC_COOKIE = 0x2112a442;
const BINDING_REQUEST = 0x0001;
const HEADER_BYTES = 20;
const ATTRIBUTE = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  priority: 0x0024,
  useCandidate: 0x0025,
  fingerprint: 0x8028,
  iceControlling: 0x802a,
};

/** @param {number} type @param {Buffer} value */
function attribute(type, value) {
  const padding = (4 - (value.length % 4)) % 4;
  const bytes = Buffer.alloc(4 + value.length + padding);
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  value.copy(bytes, 4);
  return bytes;
}

/**
 * The integrity and the fingerprint are computed over a header whose length
 * already counts them, so the length is written before each of the two.
 *
 * @param {Buffer} message
 * @param {number} bytesToCome
 */
function announceLength(message, bytesToCome) {
  message.writeUInt16BE(message.length - HEADER_BYTES + bytesToCome, 2);
}

/**
 * A binding request with USE-CANDIDATE.
 *
 * @param {{ usernameFragment: string, password: string }} iceParameters of the transport that will receive it
 * @returns {Buffer} one UDP payload
 */
export function bindingRequest({ usernameFragment, password }) {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(BINDING_REQUEST, 0);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  randomBytes(12).copy(header, 8);

  const priority = Buffer.alloc(4);
  priority.writeUInt32BE(1);

  let message = Buffer.concat([
    header,
    attribute(ATTRIBUTE.username, Buffer.from(`${usernameFragment}:check`)),
    attribute(ATTRIBUTE.priority, priority),
    attribute(ATTRIBUTE.iceControlling, randomBytes(8)),
    attribute(ATTRIBUTE.useCandidate, Buffer.alloc(0)),
  ]);

  announceLength(message, 24);
  const integrity = createHmac('sha1', password).update(message).digest();
  message = Buffer.concat([message, attribute(ATTRIBUTE.messageIntegrity, integrity)]);

  announceLength(message, 8);
  const fingerprint = Buffer.alloc(4);
  fingerprint.writeUInt32BE((crc32(message) ^ 0x5354554e) >>> 0);
  return Buffer.concat([message, attribute(ATTRIBUTE.fingerprint, fingerprint)]);
}

/**
 * STUN, DTLS and SRTP share one socket and are told apart by the first byte (RFC 7983).
 *
 * @param {Buffer} packet
 */
export function isStun(packet) {
  return packet.length >= HEADER_BYTES && (packet[0] ?? 255) < 4;
}
