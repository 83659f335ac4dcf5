/** One page of the bare server: its two transports, what it sends, what it receives. */
import type { types } from 'mediasoup';
import type { WebSocket } from 'ws';
import { rtpCapabilitiesSchema, rtpParametersSchema, transportSchema } from '../../../shared/protocol/media.ts';
import { transportOptions } from '../../../server/media/mediaPolicy.ts';
import { requestSchema, type BareConsumer, type BareJoined, type BareRequest } from './messages.ts';

interface Parts {
  readonly socket: WebSocket;
  readonly router: Promise<types.Router>;
  readonly webRtcServer: types.WebRtcServer;
  readonly others: () => BarePeer[];
}

type State =
  | { readonly name: 'outside' }
  | { readonly name: 'joined'; readonly send: types.WebRtcTransport; readonly receive: types.WebRtcTransport };

export class BarePeer {
  readonly #parts: Parts;
  readonly producers: types.Producer[] = [];
  readonly #consumers = new Map<string, types.Consumer>();
  #state: State = { name: 'outside' };
  #capabilities: types.RtpCapabilities | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.socket.on('message', (data: Buffer) => {
      const { id, body } = requestSchema.parse(JSON.parse(data.toString()));
      void this.#carryOut(body).then((answer) => parts.socket.send(JSON.stringify({ id, answer })));
    });
  }

  close(): void {
    if (this.#state.name !== 'joined') return;
    this.#state.send.close();
    this.#state.receive.close();
  }

  /** Somebody else sends something new. */
  async add(producer: types.Producer): Promise<void> {
    if (this.#capabilities) this.#parts.socket.send(JSON.stringify({ consumer: await this.#consume(producer) }));
  }

  async #carryOut(request: BareRequest): Promise<unknown> {
    if (request.ask === 'join') return this.#join();
    if (this.#state.name !== 'joined') throw new Error('not joined');
    const { send, receive } = this.#state;
    switch (request.ask) {
      case 'connect': {
        const transport = request.transportId === send.id ? send : receive;
        await transport.connect({ dtlsParameters: request.dtlsParameters });
        return {};
      }
      case 'produce': {
        const producer = await send.produce({ kind: request.kind, rtpParameters: request.rtpParameters });
        this.producers.push(producer);
        // One of them may be leaving.
        await Promise.allSettled(this.#parts.others().map((other) => other.add(producer)));
        return { producerId: producer.id };
      }
      case 'consume': {
        this.#capabilities = request.rtpCapabilities;
        const sent = this.#parts.others().flatMap(({ producers }) => producers);
        return { consumers: await Promise.all(sent.map((producer) => this.#consume(producer))) };
      }
      case 'resume': {
        // The one who sends may be leaving.
        await Promise.allSettled(request.consumerIds.flatMap((id) => this.#consumers.get(id)?.resume() ?? []));
        return {};
      }
    }
  }

  async #join(): Promise<BareJoined> {
    const router = await this.#parts.router;
    const { webRtcServer } = this.#parts;
    const create = () => router.createWebRtcTransport({ ...transportOptions, webRtcServer });
    const [send, receive] = await Promise.all([create(), create()]);
    this.#state = { name: 'joined', send, receive };
    return {
      routerRtpCapabilities: rtpCapabilitiesSchema.parse(router.rtpCapabilities),
      send: infoOf(send),
      receive: infoOf(receive),
    };
  }

  async #consume(producer: types.Producer): Promise<BareConsumer> {
    if (this.#state.name !== 'joined' || !this.#capabilities) throw new Error('not ready to receive');
    const consumer = await this.#state.receive.consume({
      producerId: producer.id,
      rtpCapabilities: this.#capabilities,
      paused: true,
    });
    this.#consumers.set(consumer.id, consumer);
    const rtpParameters = rtpParametersSchema.parse(consumer.rtpParameters);
    return { id: consumer.id, producerId: producer.id, kind: consumer.kind, rtpParameters };
  }
}

function infoOf({ id, iceParameters, iceCandidates, dtlsParameters }: types.WebRtcTransport) {
  return transportSchema.parse({ id, iceParameters, iceCandidates, dtlsParameters });
}
