/**
 * The way on which I will receive, opened before I am in the room: while the person still looks at the device check, or waits.
 * Nothing goes over it. What costs time when somebody comes in (a path through the network, the handshake, the browser's own
 * beginning) is over by then, and the first picture has only to come.
 */
import type { types as mediasoup } from 'mediasoup-client';
import type { MediaSetup } from '../../shared/protocol/media.ts';
import type { Ask } from '../api/socket.ts';

/** The name of a picture that nobody sends, in the negotiation that opens the way. */
const nobody = 'nobody';

export class PreparedLine {
  readonly receive: mediasoup.Transport;
  #failed = false;

  constructor({ setup, device, ask }: { setup: MediaSetup; device: mediasoup.Device; ask: Ask }) {
    this.receive = device.createRecvTransport({ ...setup.receive, iceServers: setup.iceServers });
    this.receive.on('connect', ({ dtlsParameters }, callback) => {
      const { id: transportId } = this.receive;
      ask('media:connectPrepared', { transportId, dtlsParameters }).catch(() => (this.#failed = true));
      callback();
    });
    this.#open(device.recvRtpCapabilities).catch(() => (this.#failed = true));
  }

  /** Whether it is open, or will be in a moment. */
  get usable(): boolean {
    return !this.#failed && ['new', 'connecting', 'connected'].includes(this.receive.connectionState);
  }

  close(): void {
    this.receive.close();
  }

  /** A browser opens a way only for something to receive on it. What is asked for here never comes. */
  async #open(capabilities: mediasoup.RtpCapabilities): Promise<void> {
    await this.receive.consume({
      id: nobody,
      producerId: nobody,
      kind: 'video',
      rtpParameters: pictureOfNobody(capabilities),
    });
  }
}

/** A stream in the first codec that this browser receives. It has a picture's header extensions, by which the line is measured. */
function pictureOfNobody({ codecs = [], headerExtensions = [] }: mediasoup.RtpCapabilities): mediasoup.RtpParameters {
  return {
    mid: nobody,
    codecs: codecs
      .filter(({ kind }) => kind === 'video')
      .slice(0, 1)
      .map(({ mimeType, clockRate, preferredPayloadType: payloadType, parameters, rtcpFeedback = [] }) => {
        return { mimeType, clockRate, payloadType, parameters, rtcpFeedback };
      }),
    headerExtensions: headerExtensions
      .filter(({ kind }) => kind === 'video')
      .map(({ uri, preferredId: id }) => ({ uri, id, encrypt: false, parameters: {} })),
    encodings: [{ ssrc: 1 }],
    rtcp: { cname: nobody },
  };
}
