/** Owns one meeting's router, and finds it another worker when its own dies. */
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { Log } from '../log.ts';
import { isClosedMeanwhile } from './mediaFaults.ts';
import type { PeerEvents } from './mediaLine.ts';
import { MediaPeer } from './mediaPeer.ts';
import { audioLevels, mostPrepared, roomWeight } from './mediaPolicy.ts';
import type { Tenant } from './mediaWorker.ts';
import type { Sent } from './sendingMedia.ts';
import { TransportPair } from './transportPair.ts';
import type { Home, WorkerPool } from './workerPool.ts';

interface Settings {
  readonly pool: Pick<WorkerPool, 'settle'>;
  readonly log: Log;
  /** The worker died; whoever asks for transports gets them on another one. */
  readonly onLost: () => void;
  /** Who speaks now, loudest first; nobody: empty. */
  readonly onSpoke: (participantIds: string[]) => void;
}

interface NewPeer {
  readonly participantId: string;
  readonly events: PeerEvents;
  readonly prepared?: TransportPair | null;
}

/** `moving`: between two workers, or on the way to the first. `homeless`: none was to be had; who asks next looks again. */
type State =
  | { readonly name: 'homeless' }
  | { readonly name: 'moving'; readonly home: Promise<Settled> }
  | { readonly name: 'settled'; readonly home: Settled }
  | { readonly name: 'closed' };

type Settled = Home & { readonly levels: types.AudioLevelObserver };

export class MediaRoom implements Tenant {
  readonly #settings: Settings;
  readonly #peers = new Set<MediaPeer>();
  /** Made for those who are not in the room yet. */
  readonly #prepared = new Set<TransportPair>();
  #state: State = { name: 'homeless' };

  private constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** @throws SamradError `media-unavailable` when no worker is there in time. */
  static async create(settings: Settings): Promise<MediaRoom> {
    const room = new MediaRoom(settings);
    await room.#home();
    return room;
  }

  get load(): number {
    return [...this.#peers].reduce((sum, peer) => sum + peer.consumerCount, roomWeight);
  }

  /**
   * Transports for one who may come in soon, so that the way through the network is open already when they do. Nothing goes over
   * them until then. Null where as many wait already as may.
   * @throws SamradError `media-unavailable`.
   */
  async prepare(): Promise<TransportPair | null> {
    const home = await this.#home();
    if (this.#prepared.size >= mostPrepared) return null;
    const pair = await TransportPair.create(home).catch((error: unknown) => {
      throw isClosedMeanwhile(error) ? new SamradError('media-unavailable') : error;
    });
    this.#prepared.add(pair);
    pair.receive.observer.once('close', () => this.#prepared.delete(pair));
    return pair;
  }

  /** A new participant's media, with transports made, or those that were prepared. @throws SamradError `media-unavailable`. */
  async openPeer({ participantId, events, prepared = null }: NewPeer): Promise<MediaPeer> {
    if (prepared) this.#prepared.delete(prepared);
    const room = {
      log: this.#settings.log,
      home: () => this.#home(),
      sentByOthers: (peer: MediaPeer) => this.#others(peer).flatMap(({ sent }) => sent),
      announce: (peer: MediaPeer, sent: Sent) => this.#announce(peer, sent),
      forget: (peer: MediaPeer) => void this.#peers.delete(peer),
    };
    const peer = new MediaPeer({ participantId, room, events });
    this.#peers.add(peer);
    try {
      await peer.renew(prepared);
    } catch (error) {
      peer.close();
      throw error;
    }
    return peer;
  }

  workerDied(): void {
    // While moving, whoever looks for a home notices by itself and looks further.
    if (this.#state.name !== 'settled') return;
    this.#state = { name: 'homeless' };
    for (const peer of this.#peers) peer.lost();
    this.#home().catch((error: unknown) => this.#settings.log.error({ err: error }, 'no worker for a media room'));
    this.#settings.onLost();
  }

  close(): void {
    if (this.#state.name === 'closed') return;
    const before = this.#state;
    this.#state = { name: 'closed' };
    for (const peer of [...this.#peers]) peer.close();
    if (before.name === 'settled') leave(before.home);
  }

  #home(): Promise<Settled> {
    switch (this.#state.name) {
      case 'closed':
        return Promise.reject(new SamradError('wrong-state'));
      case 'settled':
        return Promise.resolve(this.#state.home);
      case 'moving':
        return this.#state.home;
      case 'homeless': {
        const home = this.#move();
        this.#state = { name: 'moving', home };
        return home;
      }
    }
  }

  async #move(): Promise<Settled> {
    try {
      const home = await this.#settle();
      if (this.#state.name === 'closed') {
        leave(home);
        throw new SamradError('wrong-state');
      }
      this.#state = { name: 'settled', home };
      return home;
    } catch (error) {
      if (this.#state.name === 'moving') this.#state = { name: 'homeless' };
      throw error;
    }
  }

  async #settle(): Promise<Settled> {
    for (;;) {
      const home = await this.#settings.pool.settle(this);
      try {
        const levels = await home.router.createAudioLevelObserver({ ...audioLevels });
        if (!home.router.closed) return { ...home, levels: this.#listen(levels) };
      } catch (error) {
        if (!isClosedMeanwhile(error)) throw error;
      }
      home.leave();
    }
  }

  #listen(levels: types.AudioLevelObserver): types.AudioLevelObserver {
    levels.on('volumes', (volumes) => {
      const sent = [...this.#peers].flatMap((peer) => peer.sent);
      const speakers = volumes.flatMap(
        ({ producer }) => sent.find((one) => one.producer.id === producer.id)?.participantId ?? [],
      );
      this.#settings.onSpoke(speakers);
    });
    levels.on('silence', () => this.#settings.onSpoke([]));
    return levels;
  }

  #announce(peer: MediaPeer, sent: Sent): void {
    const report = (error: unknown) => {
      if (!isClosedMeanwhile(error)) this.#settings.log.warn({ err: error }, 'something sent does not reach everybody');
    };
    if (sent.source === 'microphone' && this.#state.name === 'settled')
      this.#state.home.levels.addProducer({ producerId: sent.producer.id }).catch(report);
    for (const other of this.#others(peer)) other.add(sent).catch(report);
  }

  #others(peer: MediaPeer): MediaPeer[] {
    return [...this.#peers].filter((other) => other !== peer);
  }
}

function leave(home: Home): void {
  home.leave();
  home.router.close();
}
