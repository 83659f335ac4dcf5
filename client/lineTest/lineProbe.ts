/**
 * Tests the line to the media server as a meeting would use it: by UDP and by TCP, to the same workers and ports. What it finds it
 * tells step by step; what could not be tried is told as untested.
 */
import { SamradError } from '../../shared/protocol/errors.ts';
import type { Way } from '../../shared/protocol/lineTest.ts';
import type { MeetingSocket } from '../api/socket.ts';
import type * as mediaCode from '../media/mediasoupDevice.ts';
import type { Measured, QualityResult, SpeedResult, WayResult } from './measured.ts';
import { isUp } from './socketUp.ts';
import { WayProbe } from './wayProbe.ts';

interface Parts {
  readonly socket: Pick<MeetingSocket, 'ask' | 'status' | 'onStatus'>;
  readonly fetchMedia: () => Promise<typeof mediaCode>;
  readonly tell: (part: Partial<Measured>) => void;
}

interface Tried {
  readonly result: WayResult;
  readonly probe: WayProbe | null;
}

export class LineProbe {
  readonly #parts: Parts;
  readonly #probes: WayProbe[] = [];
  #round = 0;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Resolves when all has been told, or after `close`. Never fails. */
  async run(): Promise<void> {
    const told = new Set<string>();
    const tell = (part: Partial<Measured>): void => {
      for (const step of Object.keys(part)) told.add(step);
      if (!this.#closed) this.#parts.tell(part);
    };
    try {
      await this.#measure(tell);
    } catch (error) {
      // What broke off is untested; what was measured before stands.
      const untested = { name: 'untested' } as const;
      const why = whyUntested(error);
      if (!told.has('udp')) tell({ udp: { ...untested, why }, tcp: { ...untested, why } });
      if (!told.has('quality')) tell({ quality: untested });
      if (!told.has('speed')) tell({ speed: untested });
    } finally {
      this.close();
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const probe of this.#probes) probe.close();
    this.#parts.socket.ask('test:close', {}).catch(() => undefined);
  }

  async #measure(tell: (part: Partial<Measured>) => void): Promise<void> {
    const { socket, fetchMedia } = this.#parts;
    await isUp(socket);
    const [setup, code] = await Promise.all([socket.ask('test:open', {}), fetchMedia()]);
    const device = await code.deviceFor(setup.routerRtpCapabilities);
    const tryWay = async (way: Way): Promise<Tried> => {
      const begun = performance.now();
      const probe = await WayProbe.connect({ ask: socket.ask, device, way, setup });
      const ms = Math.round(performance.now() - begun);
      if (!probe) return { result: { name: 'blocked' }, probe };
      this.#probes.push(probe);
      if (this.#closed) probe.close();
      return { result: { name: 'connected', ms, relayed: await probe.isRelayed() }, probe };
    };
    const [udp, tcp] = await Promise.all([tryWay('udp'), tryWay('tcp')]);
    tell({ udp: udp.result, tcp: tcp.result });
    const used = udp.probe ?? tcp.probe;
    if (!used || this.#closed) return tell({ quality: { name: 'untested' }, speed: { name: 'untested' } });
    tell({ quality: await this.#quality(used, udp.probe ? 'udp' : 'tcp') });
    tell({ speed: await this.#speed(used) });
  }

  async #quality(probe: WayProbe, way: Way): Promise<QualityResult> {
    const { page, server, roundTrips } = await probe.round('calm', this.#nextRound());
    const lossUp = lost(page.sent, server.received);
    const lossDown = lost(server.sent, page.received);
    return { name: 'measured', way, lossUp, lossDown, rttMs: median(roundTrips) };
  }

  async #speed(probe: WayProbe): Promise<SpeedResult> {
    const down = await probe.round('down', this.#nextRound());
    const up = await probe.round('up', this.#nextRound());
    return { name: 'measured', up: up.server.bitrate, down: down.page.bitrate };
  }

  #nextRound(): number {
    return ++this.#round;
  }
}

function lost(sent: number, received: number): number {
  return sent === 0 ? 1 : Math.max(0, 1 - received / sent);
}

/** The middle one; one late datagram says nothing of a line. */
function median(values: readonly number[]): number | null {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  return middle === undefined ? null : Math.max(0, Math.round(middle));
}

function whyUntested(error: unknown): Extract<WayResult, { name: 'untested' }>['why'] {
  if (!(error instanceof SamradError)) return 'no-server';
  if (error.code === 'too-many') return 'too-many';
  return error.code === 'media-unavailable' ? 'busy' : 'no-server';
}
