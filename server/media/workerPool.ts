/** Owns the media workers, and decides on which of them a room lives. */
import { setLogEventListeners, type types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import { rtpCapabilitiesSchema, type IceServer, type RtpCapabilities } from '../../shared/protocol/media.ts';
import type { Log } from '../log.ts';
import { isWorkerGone } from './mediaFaults.ts';
import { mediaCodecs, workerWaitMs } from './mediaPolicy.ts';
import { MediaWorker, type ListenAddress, type Tenant } from './mediaWorker.ts';

/** A room's place: its router, and the server that its transports listen on. */
export interface Home {
  readonly router: types.Router;
  readonly webRtcServer: types.WebRtcServer;
  /** TURN servers with credentials from now on. */
  readonly iceServers: () => IceServer[];
  /** Gives the place up. */
  readonly leave: () => void;
}

export class WorkerPool {
  readonly #workers: MediaWorker[] = [];
  /** Rooms that wait until a worker runs again. */
  readonly #waiting = new Set<() => void>();
  readonly #iceServers: () => IceServer[];
  #routerRtpCapabilities: RtpCapabilities = {};
  #closed = false;

  private constructor(iceServers: () => IceServer[]) {
    this.#iceServers = iceServers;
  }

  /**
   * Starts the workers; the one with index n listens on `firstPort + n`, UDP and TCP, on each of the addresses.
   * @throws Error when a worker does not start or a port is taken.
   */
  static async create(options: {
    workers: number;
    listenAddresses: readonly ListenAddress[];
    firstPort: number;
    iceServers?: () => IceServer[];
    log: Log;
  }): Promise<WorkerPool> {
    const { workers, listenAddresses, firstPort, iceServers = () => [], log } = options;
    setLogEventListeners({ onerror: (namespace, message) => log.error({ namespace }, message) });
    const pool = new WorkerPool(iceServers);
    const onRunning = () => pool.#wakeWaiting();
    const started = await Promise.allSettled(
      Array.from({ length: workers }, (_, index) =>
        MediaWorker.create({ listenAddresses, port: firstPort + index, log, onRunning }),
      ),
    );
    pool.#workers.push(...started.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])));
    const failed = started.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') {
      pool.close();
      throw failed.reason;
    }
    await pool.#learnCapabilities();
    return pool;
  }

  /** What every router of this pool can pass on: it follows from the codecs alone. */
  get routerRtpCapabilities(): RtpCapabilities {
    return this.#routerRtpCapabilities;
  }

  /** The process ids of the workers that run now. */
  get workerPids(): readonly number[] {
    return this.#workers.flatMap(({ pid }) => pid ?? []);
  }

  /**
   * Makes a router for the room on the least loaded worker. Waits a while when every worker is being replaced.
   * @throws SamradError `media-unavailable` when none is there in time.
   */
  async settle(tenant: Tenant): Promise<Home> {
    const deadline = Date.now() + workerWaitMs;
    while (!this.#closed) {
      const home = await this.#settleNow(tenant);
      if (home) return home;
      const oneRuns = this.#running().length > 0 || (await this.#workerRuns(deadline - Date.now()));
      if (!oneRuns) break;
    }
    throw new SamradError('media-unavailable');
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const worker of this.#workers) worker.close();
    this.#wakeWaiting();
  }

  async #learnCapabilities(): Promise<void> {
    const router = await this.#running()[0]?.running?.worker.createRouter({ mediaCodecs });
    this.#routerRtpCapabilities = rtpCapabilitiesSchema.parse(router?.rtpCapabilities ?? {});
    router?.close();
  }

  async #settleNow(tenant: Tenant): Promise<Home | null> {
    const [least] = this.#running().sort((a, b) => a.load - b.load);
    const running = least?.running;
    if (!least || !running) return null;
    // Counted from the first moment, so that rooms made at the same time spread out.
    const leave = least.settle(tenant);
    try {
      const router = await running.worker.createRouter({ mediaCodecs });
      return { router, webRtcServer: running.webRtcServer, iceServers: this.#iceServers, leave };
    } catch (error) {
      leave();
      if (isWorkerGone(error)) return null;
      throw error;
    }
  }

  #running(): MediaWorker[] {
    return this.#workers.filter(({ running }) => running !== null);
  }

  #workerRuns(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (runs: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve(runs);
      };
      const wake = () => end(!this.#closed);
      const timer = setTimeout(() => end(false), Math.max(0, withinMs));
      this.#waiting.add(wake);
    });
  }

  #wakeWaiting(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
