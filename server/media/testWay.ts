/** Owns one way of a line test, by UDP or by TCP: its two transports, the stream down and the count of the stream up. */
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import { datagramReliability, type RoundResult, type TestWayInfo, type Way } from '../../shared/protocol/lineTest.ts';
import type { RequestInput } from '../../shared/protocol/requests.ts';
import { Handshakes } from './handshakes.ts';
import { LineRound } from './lineRound.ts';
import { withPageParameters } from './mediaFaults.ts';
import { lineTestTransportOptions } from './mediaPolicy.ts';
import { transportInfo } from './transportInfo.ts';
import type { Home } from './workerPool.ts';

interface Parts {
  /** In this process, where the streams begin and end. */
  readonly direct: types.DirectTransport;
  readonly send: types.WebRtcTransport;
  readonly receive: types.WebRtcTransport;
  readonly down: types.DataProducer;
  readonly consumer: types.DataConsumer;
}

/** What the page sends, and its count. The counter rests between rounds: nothing that comes then reaches this process. */
interface Up {
  readonly producer: types.DataProducer;
  readonly counter: types.DataConsumer;
}

export class TestWay {
  readonly #parts: Parts;
  readonly #handshakes = new Handshakes();
  #up: Up | null = null;
  #round: LineRound | null = null;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws Error of mediasoup, see mediaFaults.ts. */
  static async create({
    home,
    direct,
    way,
  }: {
    home: Home;
    direct: types.DirectTransport;
    way: Way;
  }): Promise<TestWay> {
    const { router, webRtcServer } = home;
    const protocols = { enableUdp: way === 'udp', enableTcp: way === 'tcp' };
    const create = () => router.createWebRtcTransport({ ...lineTestTransportOptions, ...protocols, webRtcServer });
    const [send, receive, down] = await Promise.all([create(), create(), direct.produceData()]);
    const consumer = await receive.consumeData({ dataProducerId: down.id, ...datagramReliability });
    return new TestWay({ direct, send, receive, down, consumer });
  }

  get info(): TestWayInfo {
    const { send, receive, down, consumer } = this.#parts;
    return {
      send: dataTransportInfo(send),
      receive: dataTransportInfo(receive),
      down: {
        id: consumer.id,
        dataProducerId: down.id,
        streamId: consumer.sctpStreamParameters?.streamId ?? 0,
      },
    };
  }

  /** @throws SamradError `wrong-state` for a transport that is not this way's, and see Handshakes. */
  async connect({ transportId, dtlsParameters }: RequestInput<'test:connect'>): Promise<void> {
    const { send, receive } = this.#parts;
    const transport = [send, receive].find(({ id }) => id === transportId);
    if (!transport) throw new SamradError('wrong-state');
    await this.#handshakes.start(transport, dtlsParameters);
  }

  /** @throws SamradError, see withPageParameters. */
  async produce(streamId: number): Promise<{ dataProducerId: string }> {
    const { send, direct } = this.#parts;
    this.#round?.stop();
    this.#round = null;
    this.#up?.producer.close();
    this.#up = null;
    return withPageParameters(async () => {
      const producer = await send.produceData({ sctpStreamParameters: { streamId, ...datagramReliability } });
      const counter = await direct.consumeData({ dataProducerId: producer.id, paused: true });
      counter.on('message', (message) => this.#round?.heard(message));
      this.#up = { producer, counter };
      return { dataProducerId: producer.id };
    });
  }

  /** Begins a round. @throws SamradError `wrong-state` before the page sends, or while there is another. */
  async measure({ phase, round }: RequestInput<'test:measure'>): Promise<void> {
    const up = this.#up;
    if (!up || this.#round) throw new SamradError('wrong-state');
    const send = (datagram: Buffer): void => {
      if (!this.#parts.down.closed) this.#parts.down.send(datagram);
    };
    const measured = new LineRound({ phase, round, send, onFlood: () => rest(up) });
    this.#round = measured;
    await withPageParameters(() => up.counter.resume());
    if (this.#round === measured) measured.start();
  }

  /** Ends the round; null where there is none. */
  result(): RoundResult | null {
    const result = this.#round?.stop() ?? null;
    this.#round = null;
    if (this.#up) rest(this.#up);
    return result;
  }

  /** Its transports go with the router, or here where another way takes its place. */
  close(): void {
    this.result();
    const { send, receive, down } = this.#parts;
    for (const part of [send, receive, down]) part.close();
  }
}

/** Where it cannot rest any more, its worker is gone and nothing comes. */
function rest({ counter }: Up): void {
  if (!counter.closed && !counter.paused) counter.pause().catch(() => undefined);
}

/** @throws Error where the transport was made without data channels. */
function dataTransportInfo(transport: types.WebRtcTransport): TestWayInfo['send'] {
  const { sctpParameters } = transport;
  if (!sctpParameters) throw new Error('a transport of a line test has no data channels');
  return { ...transportInfo(transport), sctpParameters };
}
