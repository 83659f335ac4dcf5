/** Owns one media worker process with its one port, and puts another in its place when it dies. */
import { createWorker, type types } from 'mediasoup';
import type { Log } from '../log.ts';
import { portRetryMs } from './mediaPolicy.ts';

/** Where media is received. `announcedAddress` is what browsers are told, where it differs. */
export interface ListenAddress {
  readonly ip: string;
  readonly announcedAddress?: string;
}

/** A room that lives on a worker. */
export interface Tenant {
  /** How much it asks of its worker, in consumers. */
  readonly load: number;
  /** The worker died and all of the room's media with it. */
  workerDied(): void;
}

type State =
  | { readonly name: 'starting' }
  | { readonly name: 'running'; readonly worker: types.Worker; readonly webRtcServer: types.WebRtcServer }
  | { readonly name: 'closed' };

interface Settings {
  readonly listenAddresses: readonly ListenAddress[];
  readonly port: number;
  readonly log: Log;
  /** Called each time the worker runs (again). */
  readonly onRunning: () => void;
}

export class MediaWorker {
  readonly #settings: Settings;
  readonly #tenants = new Set<Tenant>();
  #state: State = { name: 'starting' };
  #retry: ReturnType<typeof setTimeout> | undefined;

  private constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Starts a worker. @throws Error when it does not start or its port is taken. */
  static async create(settings: Settings): Promise<MediaWorker> {
    const mediaWorker = new MediaWorker(settings);
    await mediaWorker.#start();
    return mediaWorker;
  }

  /** The process id, or null while there is none. */
  get pid(): number | null {
    return this.running?.worker.pid ?? null;
  }

  get load(): number {
    return [...this.#tenants].reduce((sum, tenant) => sum + tenant.load, 0);
  }

  /** The running worker and its server, or null while it is being replaced. */
  get running(): { worker: types.Worker; webRtcServer: types.WebRtcServer } | null {
    // At SIGTERM mediasoup closes its workers by itself, before the server has drained.
    return this.#state.name === 'running' && !this.#state.worker.closed ? this.#state : null;
  }

  /** From now on the tenant is told when the worker dies. Returns the end of it. */
  settle(tenant: Tenant): () => void {
    this.#tenants.add(tenant);
    return () => this.#tenants.delete(tenant);
  }

  close(): void {
    if (this.#state.name === 'closed') return;
    if (this.#state.name === 'running') this.#state.worker.close();
    this.#state = { name: 'closed' };
    clearTimeout(this.#retry);
    this.#tenants.clear();
  }

  async #start(): Promise<void> {
    const { listenAddresses, port, log, onRunning } = this.#settings;
    const worker = await createWorker({ logLevel: 'error' });
    let webRtcServer: types.WebRtcServer;
    try {
      webRtcServer = await worker.createWebRtcServer({ listenInfos: listenInfos(listenAddresses, port) });
    } catch (error) {
      worker.close();
      throw new Error(`the media port ${port} cannot be used`, { cause: error });
    }
    if (this.#state.name === 'closed') return worker.close();
    this.#state = { name: 'running', worker, webRtcServer };
    worker.on('died', (error) => this.#died(worker.pid, error));
    log.info({ pid: worker.pid, port }, 'media worker running');
    onRunning();
  }

  #died(pid: number, error: Error): void {
    if (this.#state.name === 'closed') return;
    this.#settings.log.error({ pid, port: this.#settings.port, reason: error.message }, 'media worker died');
    this.#state = { name: 'starting' };
    const tenants = [...this.#tenants];
    this.#tenants.clear();
    this.#replace();
    for (const tenant of tenants) tenant.workerDied();
  }

  /** Tries until there is a worker again: the system may need a moment to free the dead one's port. */
  #replace(): void {
    this.#start().catch((error: unknown) => {
      if (this.#state.name === 'closed') return;
      this.#settings.log.warn({ err: error, port: this.#settings.port }, 'media worker not replaced yet');
      this.#retry = setTimeout(() => this.#replace(), portRetryMs);
    });
  }
}

function listenInfos(addresses: readonly ListenAddress[], port: number): types.TransportListenInfo[] {
  return addresses.flatMap((address) => [
    { protocol: 'udp' as const, ...address, port },
    { protocol: 'tcp' as const, ...address, port },
  ]);
}
