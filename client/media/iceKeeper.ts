/**
 * Keeps one transport's path through the network: restarts ICE when the path breaks or the network changes, again while
 * that does not help, and in the end says that the transport is beyond help.
 */
import type { types as mediasoup } from 'mediasoup-client';

/** How long one restart may take before the next, milliseconds. */
const retryMs = 2_500;
/** Restarts without success before new transports are asked for: some ten seconds. */
const mostRestarts = 4;

interface IceKeeperParts {
  readonly transport: mediasoup.Transport;
  /** Asks the server for new ICE parameters and gives them to the transport. May fail; failing is not the end. */
  readonly restart: () => Promise<void>;
  /** The path is broken (true) or whole (false). */
  readonly onPath: (broken: boolean) => void;
  readonly onBeyondHelp: () => void;
}

export class IceKeeper {
  readonly #parts: IceKeeperParts;
  #restarts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: IceKeeperParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#parts.transport.on('connectionstatechange', (state) => {
      if (state === 'connected') this.#whole();
      else if (state === 'disconnected' || state === 'failed') this.#broken();
    });
  }

  /** The network of this device changed: looks for a new path at once, before the old one is known to be dead. */
  networkChanged(): void {
    if (this.#parts.transport.connectionState === 'new') return;
    if (this.#timer === undefined) void this.#parts.restart().catch(() => this.#broken());
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #whole(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#restarts = 0;
    this.#parts.onPath(false);
  }

  #broken(): void {
    if (this.#timer !== undefined || this.#parts.transport.closed) return;
    this.#parts.onPath(true);
    this.#tryAgain();
  }

  #tryAgain(): void {
    if (this.#restarts === mostRestarts) {
      this.#parts.onBeyondHelp();
      return;
    }
    this.#restarts += 1;
    this.#timer = setTimeout(() => this.#tryAgain(), retryMs);
    // A restart that fails is followed by the next when the timer runs out.
    void this.#parts.restart().catch(() => undefined);
  }
}
