/**
 * A bad line between pages and the media worker: a relay on the address that the worker announces, in front of the one that it
 * listens on. What is lost is drawn from a seed; the line can be slow, narrow, dead for a while, or let no UDP through: everybody's, or
 * that of one page among others.
 */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket as TcpSocket } from 'node:net';
import { Random } from './random.ts';

/** How the line is, in each direction. */
export interface LineFaults {
  /** The part of the datagrams that is lost, 0–1. */
  readonly loss?: number;
  /** How much later everything comes, milliseconds. */
  readonly delayMs?: number;
  /** Bits per second in each direction of each page; what would wait for more than half a second is dropped. */
  readonly bandwidth?: number;
  /** The same where only the way from the page is narrow, as many lines at home are. */
  readonly bandwidthUp?: number;
  /** Nothing comes through at all. */
  readonly dead?: boolean;
  /** No UDP comes through; TCP does. */
  readonly noUdp?: boolean;
  /** No TCP comes through; UDP does. */
  readonly noTcp?: boolean;
}

const longestQueueMs = 500;
const announced = '127.0.0.1';
const hidden = '127.0.0.2';

/** One direction of one page's line: when the last datagram that was let in has gone out. */
interface Direction {
  readonly name: 'up' | 'down';
  free: number;
}

/** A socket towards the worker for one page's address, with both directions. */
interface PageLine {
  readonly socket: Socket;
  readonly up: Direction;
  readonly down: Direction;
}

export class MediaRelay {
  readonly #port: number;
  readonly #random: Random;
  readonly #front: Socket;
  readonly #tcp: Server;
  /** By the page's address. */
  readonly #pages = new Map<string, PageLine>();
  /** Each with the port of the page it belongs to. */
  readonly #streams = new Map<TcpSocket, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #faults: LineFaults = {};
  /** The port that a page sends from, by the one that the worker sees. */
  readonly #seenAs = new Map<number, number>();
  /** By the ports that a page sends from. */
  readonly #faultsOf = new Map<number, LineFaults>();
  /** Bytes that came through by UDP. */
  udpBytes = 0;
  /** Bytes that came through by TCP. */
  tcpBytes = 0;

  private constructor(port: number, seed: number) {
    this.#port = port;
    this.#random = new Random(seed);
    this.#front = createSocket('udp4', (datagram, from) => this.#up(datagram, from.address, from.port));
    this.#tcp = createServer((stream) => this.#join(stream));
  }

  /** Where the worker listens and what it announces, for the server's settings. */
  static readonly address = { ip: hidden, announcedAddress: announced };
  static readonly addresses = [MediaRelay.address];

  /** Stands in front of the worker's port. */
  static async start({ port, seed }: { port: number; seed: number }): Promise<MediaRelay> {
    const relay = new MediaRelay(port, seed);
    relay.#front.bind(port, announced);
    relay.#tcp.listen(port, announced);
    await Promise.all([once(relay.#front, 'listening'), once(relay.#tcp, 'listening')]);
    return relay;
  }

  /**
   * From now on the line is like this: everybody's, or only that of the page that knows itself by these ports. A
   * line that was set for one page stays so whatever is set for all; null takes that back.
   */
  set(faults: LineFaults, who?: readonly number[]): void;
  set(faults: null, who: readonly number[]): void;
  set(faults: LineFaults | null, who?: readonly number[]): void {
    if (!who) this.#faults = faults ?? {};
    for (const seen of who ?? []) {
      const port = this.#seenAs.get(seen) ?? seen;
      if (faults) this.#faultsOf.set(port, faults);
      else this.#faultsOf.delete(port);
    }
    for (const [stream, port] of this.#streams) {
      if (this.#lineOf(port).noTcp) stream.destroy();
      else if (this.#lineOf(port).dead) stream.pause();
      else stream.resume();
    }
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const { socket } of this.#pages.values()) socket.close();
    for (const stream of this.#streams.keys()) stream.destroy();
    this.#front.close();
    this.#tcp.close();
  }

  #up(datagram: Buffer, address: string, port: number): void {
    const key = `${address}:${port}`;
    let page = this.#pages.get(key);
    if (!page) {
      const socket = createSocket('udp4');
      const made: PageLine = { socket, up: { name: 'up', free: 0 }, down: { name: 'down', free: 0 } };
      socket.on('message', (answer) =>
        this.#carry(answer, port, made.down, () => this.#front.send(answer, port, address)),
      );
      // A page knows itself by the port that the worker sees, as behind any router.
      socket.on('listening', () => this.#seenAs.set(socket.address().port, port));
      socket.bind(0, hidden);
      page = made;
      this.#pages.set(key, page);
    }
    const { socket } = page;
    this.#carry(datagram, port, page.up, () => socket.send(datagram, this.#port, hidden));
  }

  #lineOf(port: number): LineFaults {
    return this.#faultsOf.get(port) ?? this.#faults;
  }

  #carry(datagram: Buffer, pagePort: number, direction: Direction, deliver: () => void): void {
    const line = this.#lineOf(pagePort);
    const { loss = 0, delayMs = 0, dead = false, noUdp = false } = line;
    const bandwidth = direction.name === 'up' ? (line.bandwidthUp ?? line.bandwidth) : line.bandwidth;
    if (dead || noUdp || this.#random.next() < loss) return;
    const now = performance.now();
    let waitMs = delayMs;
    if (bandwidth !== undefined) {
      const begin = Math.max(now, direction.free);
      if (begin - now > longestQueueMs) return;
      direction.free = begin + (datagram.length * 8_000) / bandwidth;
      waitMs += direction.free - now;
    }
    this.udpBytes += datagram.length;
    if (waitMs === 0) return deliver();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      deliver();
    }, waitMs);
    this.#timers.add(timer);
  }

  #join(stream: TcpSocket): void {
    const port = stream.remotePort ?? 0;
    if (this.#lineOf(port).noTcp) return void stream.destroy();
    const onwards = connect(this.#port, hidden);
    for (const [from, to] of [
      [stream, onwards],
      [onwards, stream],
    ] as const) {
      this.#streams.set(from, port);
      from.on('data', (bytes) => {
        this.tcpBytes += bytes.length;
        to.write(bytes);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#streams.delete(from);
        to.destroy();
      });
    }
  }
}
