/**
 * Owns the proof that a media worker works on this machine. A program of its
 * own, run by Node 24: `node workerCheck.mjs <path of the worker>`; it exits
 * with 0, or with 1 and one sentence on standard error.
 *
 * Two WebRTC transports of the worker stand opposite each other. Each believes
 * that it talks to a browser: a socket of ours does the ICE part for both and
 * then carries their packets across. So the worker must manage one DTLS
 * handshake as client and one as server, and encrypt and decrypt a media packet
 * in each direction, before a packet comes out at the far end.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import process from 'node:process';
import * as mediasoup from 'mediasoup';
import { bindingRequest, isStun } from './stun.mjs';

const TIME_LIMIT_MS = 10_000;
const RESEND_MS = 100;
const PAYLOAD_TYPE = 100;
const OPUS = {
  kind: /** @type {const} */ ('audio'),
  mimeType: 'audio/opus',
  preferredPayloadType: PAYLOAD_TYPE,
  clockRate: 48_000,
  channels: 2,
};

/** @typedef {import('mediasoup').types.Router} Router */
/** @typedef {import('mediasoup').types.WebRtcTransport} WebRtcTransport */
/** @typedef {import('node:dgram').Socket} Socket */
/** @typedef {{ router: Router, transport: WebRtcTransport, socket: Socket }} End */

/**
 * @param {import('mediasoup').types.Worker} worker
 * @returns {Promise<End>}
 */
async function createEnd(worker) {
  const router = await worker.createRouter({ mediaCodecs: [OPUS] });
  const transport = await router.createWebRtcTransport({
    listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }],
  });
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { router, transport, socket };
}

/** @param {End} end @param {Buffer} packet */
function sendInto({ socket, transport }, packet) {
  socket.send(packet, transport.iceCandidates[0]?.port ?? 0, '127.0.0.1');
}

/** @param {End} from @param {End} to */
function carry(from, to) {
  from.socket.on('message', (packet) => {
    if (!isStun(packet)) sendInto(to, packet);
  });
}

/** @param {End} end @param {End} other @param {'client' | 'server'} otherRole */
async function handshake(end, other, otherRole) {
  const connected = new Promise((resolve, reject) => {
    end.transport.on('dtlsstatechange', (state) => {
      if (state === 'connected') resolve(undefined);
      if (state === 'failed' || state === 'closed') reject(new Error(`the DTLS handshake ended as "${state}"`));
    });
  });
  await end.transport.connect({ dtlsParameters: { ...other.transport.dtlsParameters, role: otherRole } });
  sendInto(end, bindingRequest(end.transport.iceParameters));
  await connected;
}

/** @param {number} ssrc @param {number} sequence @param {string} text */
function rtpPacket(ssrc, sequence, text) {
  const header = Buffer.alloc(12);
  header.writeUInt8(0x80, 0);
  header.writeUInt8(PAYLOAD_TYPE, 1);
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(sequence * 960, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, Buffer.from(text)]);
}

/**
 * Sends packets into `from`'s router until one has come out of `to`'s router,
 * having been SRTP on the way.
 *
 * @param {End} from @param {End} to @param {string} text what the packet carries
 */
async function passPacket(from, to, text) {
  const ssrc = 0x5a000001;
  const codecs = [{ mimeType: 'audio/opus', payloadType: PAYLOAD_TYPE, clockRate: 48_000, channels: 2 }];

  const input = await from.router.createDirectTransport();
  const source = await input.produce({ kind: 'audio', rtpParameters: { codecs, encodings: [{ ssrc }] } });
  const outgoing = await from.transport.consume({
    producerId: source.id,
    rtpCapabilities: { codecs: [OPUS] },
  });

  const incoming = await to.transport.produce({
    kind: 'audio',
    rtpParameters: { codecs, encodings: [{ ssrc: outgoing.rtpParameters.encodings?.[0]?.ssrc ?? 0 }] },
  });
  const output = await to.router.createDirectTransport();
  const sink = await output.consume({ producerId: incoming.id, rtpCapabilities: { codecs: [OPUS] } });

  let sequence = 1;
  const resend = setInterval(() => source.send(rtpPacket(ssrc, sequence++, text)), RESEND_MS);
  try {
    const received = await new Promise((resolve) => sink.on('rtp', resolve));
    // The worker may add header extensions, so only the end of the packet is ours.
    if (!received.subarray(-text.length).equals(Buffer.from(text))) {
      throw new Error('a media packet came out other than it went in');
    }
  } finally {
    clearInterval(resend);
  }
}

/** @param {string} workerBin */
async function check(workerBin) {
  const worker = await mediasoup.createWorker({ workerBin, logLevel: 'none' });
  const died = new Promise((_, reject) => {
    worker.on('died', () => reject(new Error('it died during the check')));
  });
  const ended = once(worker, 'subprocessclose');

  const work = async () => {
    const [left, right] = await Promise.all([createEnd(worker), createEnd(worker)]);
    carry(left, right);
    carry(right, left);
    await Promise.all([handshake(left, right, 'client'), handshake(right, left, 'server')]);
    await passPacket(left, right, 'there');
    await passPacket(right, left, 'back');
  };
  await Promise.race([work(), died]);
  worker.close();
  // The file must not be in use any more when it is moved to its place.
  await ended;
}

setTimeout(() => {
  process.stderr.write(`no answer within ${TIME_LIMIT_MS / 1000} s\n`);
  process.exit(1);
}, TIME_LIMIT_MS);

check(process.argv[2] ?? '').then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  },
);
