/**
 * Keeps sound and picture flowing for as long as I am in the room. It takes new transports from every join, asks for new
 * ones when a media worker dies or a path cannot be mended, and begins anew by itself; devices stay as they are.
 */
import type { ConsumerInfo, MediaSetup, RtpCapabilities } from '../../shared/protocol/media.ts';
import { ConnectionLost, type Ask } from '../api/socket.ts';
import { backoff, wait } from './backoff.ts';
import type { FrameProtection } from './endToEnd/frameProtection.ts';
import type { LineReading } from './lineStats.ts';
import type { LocalMedia } from './localMedia.ts';
import { MediaSession } from './mediaSession.ts';
import type * as mediaCode from './mediasoupDevice.ts';
import { Preferences } from './preferences.ts';
import { PreparedLine } from './preparedLine.ts';
import { RemoteMedia } from './remoteMedia.ts';

/** `connecting` is the first time; `mending` every later one. */
export type MediaStatus = 'idle' | 'connecting' | 'live' | 'mending';

/** The shortest time between two requests for new transports, milliseconds, so that a lasting fault makes no storm. */
const restMs = 1_000;

interface MediaLinkParts {
  readonly ask: Ask;
  readonly local: LocalMedia;
  /** What encrypts from end to end, asked whenever transports are built. */
  readonly protection: () => FrameProtection | null;
  /** Resolves when the pictures of all the others are seen. */
  readonly picturesSeen: Promise<unknown>;
}

export class MediaLink {
  readonly remote = new RemoteMedia();
  readonly preferences: Preferences;
  readonly #ask: Ask;
  readonly #local: LocalMedia;
  readonly #protection: () => FrameProtection | null;
  readonly #picturesSeen: Promise<unknown>;
  readonly #listeners = new Set<(status: MediaStatus) => void>();
  #status: MediaStatus = 'idle';
  #fetched: Promise<typeof mediaCode> | null = null;
  #receives: RtpCapabilities | null = null;
  #prepared: PreparedLine | null = null;
  #session: MediaSession | null = null;
  /** Consumers told of while the session is still being built. */
  #early: readonly ConsumerInfo[] = [];
  /** Those that were told with the transports; null where the session has to ask. */
  #told: readonly ConsumerInfo[] | null = null;
  /** Grows with every beginning and end; work of an older number gives up. */
  #round = 0;
  /** The receiving transport of the latest session: a transport is connected once and cannot serve a second one. */
  #used = '';
  /** New transports are being asked for; to ask again meanwhile would only cost time. */
  #asking = false;
  #rebuiltAt = -Infinity;
  #opening = false;

  constructor({ ask, local, protection, picturesSeen }: MediaLinkParts) {
    this.#ask = ask;
    this.#picturesSeen = picturesSeen;
    this.#protection = protection;
    this.#local = local;
    // A preference that gets lost costs sharpness or bandwidth, and the next one mends it.
    this.preferences = new Preferences({
      tell: (consumerId, size) => void ask('media:prefer', { consumerId, size }).catch(() => undefined),
    });
  }

  get status(): MediaStatus {
    return this.#status;
  }

  /** What this browser can receive, once that is known: a join that tells it is answered with what is sent. */
  get receives(): RtpCapabilities | null {
    return this.#receives;
  }

  /** Connecting for the first time, and the way on which the others' pictures come is not open yet. */
  get opening(): boolean {
    return this.#opening;
  }

  /** Hears every change of the status and of `opening`. Returns the end of it. */
  subscribe(listener: (status: MediaStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * While the person is still busy with the device check, or waits: fetches the media code, makes the browser's WebRTC ready, and
   * where the meeting goes on already opens the way on which the others will be received.
   */
  async prepare(meetingId: string, routerRtpCapabilities: RtpCapabilities): Promise<void> {
    try {
      const device = await (await this.#code()).deviceFor(routerRtpCapabilities);
      this.#receives = device.recvRtpCapabilities;
      const { media } = await this.#ask('media:prepare', { meetingId });
      if (media === null || this.#status !== 'idle') return;
      this.#prepared?.close();
      this.#prepared = new PreparedLine({ setup: media, device, ask: this.#ask });
    } catch {
      // It is done again when it is needed, and what is wrong shows then.
    }
  }

  /**
   * Uses these transports from now on. After a short fault of the line to the server they may be the ones in use, whole
   * and flowing; then the picture is not interrupted. `sent` is what is sent now, where the server told it.
   */
  start(setup: MediaSetup, sent: readonly ConsumerInfo[] | null): void {
    const { id } = setup.receive;
    // The way that was opened beforehand may be broken by now, which the server does not know: it is asked for another.
    const isBroken = this.#prepared?.receive.id === id && !this.#prepared.usable;
    if (isBroken) void this.#run(this.#begin(null), null, 0);
    else if (id !== this.#used) void this.#run(this.#begin(sent), setup, 0);
    else if (this.#session?.intact) void this.#refresh(this.#session, sent);
    else this.rebuild();
  }

  /** The transports of now are gone on the server: asks for new ones. */
  rebuild(): void {
    if (this.#status === 'idle' || this.#asking) return;
    const rest = Math.max(0, this.#rebuiltAt + restMs - performance.now());
    this.#rebuiltAt = performance.now() + rest;
    void this.#run(this.#begin(null), null, rest);
  }

  add(info: ConsumerInfo): void {
    if (this.#session) this.#session.add(info);
    else if (this.#status !== 'idle') this.#early = [...this.#early, info];
  }

  remove(consumerId: string): void {
    const isOther = ({ id }: ConsumerInfo): boolean => id !== consumerId;
    this.#early = this.#early.filter(isOther);
    this.#told = this.#told?.filter(isOther) ?? null;
    this.#session?.remove(consumerId);
  }

  pause(consumerId: string, paused: boolean): void {
    const changed = (info: ConsumerInfo): ConsumerInfo =>
      info.id === consumerId ? { ...info, producerPaused: paused } : info;
    this.#early = this.#early.map(changed);
    this.#told = this.#told?.map(changed) ?? null;
    this.#session?.pause(consumerId, paused);
  }

  stall(consumerId: string, stalled: boolean): void {
    this.#early = this.#early.map((info) => (info.id === consumerId ? { ...info, stalled } : info));
    this.#session?.stall(consumerId, stalled);
  }

  /** What the browser says of both connections now; null where there are none. */
  async read(): Promise<LineReading | null> {
    return (await this.#session?.read()) ?? null;
  }

  networkChanged(): void {
    this.#session?.networkChanged();
  }

  /** Resolves once everything flows, now or later. */
  flowing(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.#status !== 'live') return;
        end();
        resolve();
      };
      const end = this.subscribe(look);
      look();
    });
  }

  /** Out of the room, with the way in prepared still. */
  wait(): void {
    this.#round += 1;
    this.#opening = false;
    this.#closeSession();
    this.remote.keepOnly(new Set());
    this.#change('idle');
  }

  /** Out of the room, and not on the way in. */
  stop(): void {
    this.wait();
    this.#prepared?.close();
    this.#prepared = null;
  }

  close(): void {
    this.stop();
    this.#listeners.clear();
    this.preferences.close();
  }

  #begin(told: readonly ConsumerInfo[] | null): number {
    this.#round += 1;
    this.#closeSession();
    this.#told = told;
    this.#opening = this.#status === 'idle' || this.#status === 'connecting';
    this.#change(this.#opening ? 'connecting' : 'mending');
    return this.#round;
  }

  /** Builds until it succeeds, or until another round has begun. Gives up only to a lost connection: the next join begins anew. */
  async #run(round: number, given: MediaSetup | null, restFirstMs: number): Promise<void> {
    if (restFirstMs > 0) await wait(restFirstMs);
    let setup = given;
    for (let tries = 0; round === this.#round; tries += 1) {
      try {
        setup ??= await this.#askForSetup();
        if (round === this.#round) await this.#build(round, setup);
        return;
      } catch (error) {
        if (round !== this.#round || error instanceof ConnectionLost) return;
        setup = null;
        this.#closeSession();
        await wait(backoff(tries));
      }
    }
  }

  #code(): Promise<typeof mediaCode> {
    this.#fetched ??= import('./mediasoupDevice.ts').catch((error: unknown) => {
      this.#fetched = null;
      throw error;
    });
    return this.#fetched;
  }

  async #askForSetup(): Promise<MediaSetup> {
    this.#asking = true;
    return this.#ask('media:setup', {}).finally(() => (this.#asking = false));
  }

  async #refresh(session: MediaSession, sent: readonly ConsumerInfo[] | null): Promise<void> {
    try {
      await session.refresh(sent);
    } catch (error) {
      if (session === this.#session && !(error instanceof ConnectionLost)) this.rebuild();
    }
  }

  async #build(round: number, setup: MediaSetup): Promise<void> {
    const device = await (await this.#code()).deviceFor(setup.routerRtpCapabilities);
    if (round !== this.#round) return;
    this.#used = setup.receive.id;
    const session = new MediaSession({
      setup,
      receive: this.#takePrepared(setup),
      device,
      ask: this.#ask,
      local: this.#local,
      remote: this.remote,
      preferences: this.preferences,
      protection: this.#protection(),
      picturesSeen: this.#picturesSeen,
      onPath: (broken) => this.#change(broken ? 'mending' : 'live'),
      onBroken: () => this.rebuild(),
    });
    this.#session = session;
    const [told, early] = [this.#told, this.#early];
    const started = session.start(told, () => this.#opened(round));
    [this.#told, this.#early] = [null, []];
    for (const info of early) session.add(info);
    await started;
    if (round === this.#round) this.#change('live');
  }

  /** The receiving transport that was opened beforehand, where it is this one. Otherwise it is of no use any more, and closed. */
  #takePrepared({ receive }: MediaSetup): PreparedLine['receive'] | null {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (prepared?.receive.id === receive.id) return prepared.receive;
    prepared?.close();
    return null;
  }

  #opened(round: number): void {
    if (round !== this.#round || !this.#opening) return;
    this.#opening = false;
    this.#tell();
  }

  #closeSession(): void {
    this.#session?.close();
    this.#session = null;
    this.#early = [];
    this.#told = null;
    this.preferences.unbind();
  }

  #change(status: MediaStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener(this.#status);
  }
}
