/** One way to the media server, by UDP or by TCP, with a data channel in each direction: connects it, and measures over it. */
import type { types as mediasoup } from 'mediasoup-client';
import { Arrivals } from '../../shared/lineTest/arrivals.ts';
import { packDatagram, unpackDatagram, type Datagram } from '../../shared/lineTest/datagram.ts';
import { PacedStream } from '../../shared/lineTest/pacedStream.ts';
import {
  datagramReliability,
  type OpenTest,
  type RoundResult,
  type StreamShape,
  type TestPhase,
  type Way,
} from '../../shared/protocol/lineTest.ts';
import type { Ask } from '../api/socket.ts';
import { wait } from '../media/backoff.ts';
import { opened } from './opened.ts';

/** How long what was sent may still be on its way when a round is over, milliseconds. */
const graceMs = { calm: 800, down: 300, up: 300 } as const;
/** What may wait in the browser to be sent, bytes; on a narrow line more would still come when the round is long over. */
const queueLimit = 32_000;

interface Parts {
  readonly ask: Ask;
  readonly device: mediasoup.Device;
  readonly way: Way;
  readonly setup: OpenTest;
}

/** What one side knows after a round. */
export interface Round {
  /** How many this page sent, how many came, and how fast. */
  readonly page: RoundResult;
  readonly server: RoundResult;
  /** Milliseconds there and back, as often as something came back. */
  readonly roundTrips: readonly number[];
}

export class WayProbe {
  readonly #parts: Parts;
  readonly #send: mediasoup.Transport;
  readonly #receive: mediasoup.Transport;
  readonly #up: mediasoup.DataProducer;
  #hear: (datagram: Datagram, bytes: number) => void = () => undefined;

  private constructor(
    parts: Parts,
    send: mediasoup.Transport,
    receive: mediasoup.Transport,
    up: mediasoup.DataProducer,
  ) {
    this.#parts = parts;
    this.#send = send;
    this.#receive = receive;
    this.#up = up;
  }

  /** Connects; null where the network lets nothing through this way. @throws SamradError, ConnectionLost. */
  static async connect(parts: Parts): Promise<WayProbe | null> {
    const { ask, device, way, setup } = parts;
    const { iceServers } = setup;
    const info = await ask('test:way', { way });
    const send = device.createSendTransport({ ...info.send, iceServers });
    const receive = device.createRecvTransport({ ...info.receive, iceServers });
    for (const transport of [send, receive])
      transport.on('connect', ({ dtlsParameters }, callback, errback) => {
        ask('test:connect', { way, transportId: transport.id, dtlsParameters }).catch(errback);
        callback();
      });
    send.on('producedata', ({ sctpStreamParameters }, callback, errback) => {
      ask('test:produce', { way, streamId: sctpStreamParameters.streamId ?? 0 })
        .then(({ dataProducerId }) => callback({ id: dataProducerId }))
        .catch(errback);
    });
    const { streamId, ...down } = info.down;
    try {
      const [up, consumer] = await Promise.all([
        send.produceData({ ...datagramReliability }),
        receive.consumeData({ ...down, sctpStreamParameters: { streamId, ...datagramReliability } }),
      ]);
      consumer.binaryType = 'arraybuffer';
      const probe = new WayProbe(parts, send, receive, up);
      consumer.on('message', (message) => probe.#heard(message));
      if (await opened({ transports: [send, receive], up, down: consumer })) return probe;
      probe.close();
      return null;
    } catch (error) {
      send.close();
      receive.close();
      throw error;
    }
  }

  /** One round of measuring. @throws SamradError, ConnectionLost. */
  async round(phase: TestPhase, round: number): Promise<Round> {
    const { ask, way, setup } = this.#parts;
    const shape = phase === 'calm' ? setup.calm : setup.burst;
    const arrivals = new Arrivals(shape);
    const sentAt: number[] = [];
    const roundTrips: number[] = [];
    this.#hear = ({ round: of, number, echo }, bytes) => {
      const now = performance.now();
      if (of !== round || !arrivals.add(number, bytes, now)) return;
      const sent = echo === null ? undefined : sentAt[echo.number];
      if (echo && sent !== undefined) roundTrips.push(now - sent - echo.heldMs);
    };
    await ask('test:measure', { way, phase, round });
    const stream = new PacedStream({
      shape,
      send: (number) => {
        sentAt[number] = performance.now();
        this.#emit(packDatagram({ round, number, echo: null }, shape.bytes));
      },
    });
    if (phase !== 'down') stream.start();
    try {
      await wait(lasts(shape) + graceMs[phase]);
      const server = await ask('test:result', {});
      const { received, bitrate } = arrivals;
      return { page: { sent: stream.sent, received, bitrate }, server, roundTrips };
    } finally {
      stream.stop();
      this.#hear = () => undefined;
    }
  }

  /** Whether the way goes by a TURN server. */
  async isRelayed(): Promise<boolean> {
    const reports = new Map<string, Readonly<Record<string, unknown>>>();
    (await this.#send.getStats()).forEach((report: Readonly<Record<string, unknown>>) =>
      reports.set(String(report['id']), report),
    );
    const transport = [...reports.values()].find(({ type }) => type === 'transport');
    const pair = reports.get(String(transport?.['selectedCandidatePairId']));
    return reports.get(String(pair?.['localCandidateId']))?.['candidateType'] === 'relay';
  }

  close(): void {
    this.#send.close();
    this.#receive.close();
  }

  #heard(message: unknown): void {
    if (!(message instanceof ArrayBuffer)) return;
    const datagram = unpackDatagram(new Uint8Array(message));
    if (datagram) this.#hear(datagram, message.byteLength);
  }

  #emit(datagram: Uint8Array<ArrayBuffer>): void {
    if (!this.#up.closed && this.#up.readyState === 'open' && this.#up.bufferedAmount < queueLimit)
      this.#up.send(datagram);
  }
}

function lasts({ count, everyMs }: StreamShape): number {
  return count * everyMs;
}
