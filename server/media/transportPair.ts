/** Owns the two transports of one page: how they are made, connected and told of. What goes over them is the line's. */
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import { rtpCapabilitiesSchema, type MediaSetup } from '../../shared/protocol/media.ts';
import type { RequestInput, RequestOutput } from '../../shared/protocol/requests.ts';
import { Handshakes } from './handshakes.ts';
import { withPageParameters } from './mediaFaults.ts';
import { transportOptions } from './mediaPolicy.ts';
import { transportInfo } from './transportInfo.ts';
import type { Home } from './workerPool.ts';

interface Parts {
  readonly home: Home;
  readonly send: types.WebRtcTransport;
  readonly receive: types.WebRtcTransport;
}

export class TransportPair {
  readonly send: types.WebRtcTransport;
  readonly receive: types.WebRtcTransport;
  readonly #home: Home;
  readonly #handshakes = new Handshakes();

  private constructor({ home, send, receive }: Parts) {
    this.#home = home;
    this.send = send;
    this.receive = receive;
  }

  /** Makes both at once. @throws Error of mediasoup, see mediaFaults.ts. */
  static async create(home: Home): Promise<TransportPair> {
    const { router, webRtcServer } = home;
    const create = () => router.createWebRtcTransport({ ...transportOptions, webRtcServer });
    const [send, receive] = await Promise.all([create(), create()]);
    return new TransportPair({ home, send, receive });
  }

  get router(): types.Router {
    return this.#home.router;
  }

  get closed(): boolean {
    return this.send.closed || this.receive.closed;
  }

  /** All that a page needs to use them. */
  get setup(): MediaSetup {
    return {
      iceServers: this.#home.iceServers(),
      // mediasoup's two halves type one header extension differently; the value is the same.
      routerRtpCapabilities: rtpCapabilitiesSchema.parse(this.router.rtpCapabilities),
      send: transportInfo(this.send),
      receive: transportInfo(this.receive),
    };
  }

  /** Starts the DTLS handshake of one of them. @throws SamradError `not-found`, `bad-request`, `wrong-state`. */
  async connect({ transportId, dtlsParameters }: RequestInput<'media:connect'>): Promise<void> {
    await this.#handshakes.start(this.#transport(transportId), dtlsParameters);
  }

  async restartIce({ transportId }: RequestInput<'media:restartIce'>): Promise<RequestOutput<'media:restartIce'>> {
    const transport = this.#transport(transportId);
    return { iceParameters: await withPageParameters(() => transport.restartIce()) };
  }

  close(): void {
    this.send.close();
    this.receive.close();
  }

  #transport(transportId: string): types.WebRtcTransport {
    const mine = [this.send, this.receive].find(({ id }) => id === transportId);
    if (!mine) throw new SamradError('not-found');
    return mine;
  }
}
