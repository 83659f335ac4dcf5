/** Owns the media of one participant: the line there is now, a new one when it is asked for, and the page's requests. */
import { SamradError } from '../../shared/protocol/errors.ts';
import type { MediaSetup } from '../../shared/protocol/media.ts';
import type { JoinedInfo, RequestInput, RequestOutput } from '../../shared/protocol/requests.ts';
import type { LineQuality, MediaSource } from '../../shared/protocol/types.ts';
import type { Log } from '../log.ts';
import { isWorkerGone } from './mediaFaults.ts';
import { MediaLine, type PeerEvents } from './mediaLine.ts';
import type { RtpCapabilities } from './mediaSchemas.ts';
import type { Sent } from './sendingMedia.ts';
import { TransportPair } from './transportPair.ts';
import type { Home } from './workerPool.ts';

/** The room as a peer sees it. */
export interface PeerRoom {
  readonly log: Log;
  readonly home: () => Promise<Home>;
  readonly sentByOthers: (peer: MediaPeer) => Sent[];
  readonly announce: (peer: MediaPeer, sent: Sent) => void;
  readonly forget: (peer: MediaPeer) => void;
}

/** `down`: no transports, at first and after the worker died. */
type State =
  { readonly name: 'down' } | { readonly name: 'up'; readonly line: MediaLine } | { readonly name: 'closed' };

export class MediaPeer {
  readonly #participantId: string;
  readonly #room: PeerRoom;
  readonly #events: PeerEvents;
  #state: State = { name: 'down' };
  #settingUp: Promise<MediaSetup> | null = null;

  constructor({ participantId, room, events }: { participantId: string; room: PeerRoom; events: PeerEvents }) {
    this.#participantId = participantId;
    this.#room = room;
    this.#events = events;
  }

  /** The transports as they are now, or null where there are none. */
  get setup(): MediaSetup | null {
    return this.#state.name === 'up' ? this.#state.line.transports.setup : null;
  }

  get sent(): Sent[] {
    return this.#state.name === 'up' ? this.#state.line.sending.all : [];
  }

  /** How good the line is; where there is none, nothing is said of it. */
  get line(): LineQuality {
    return this.#state.name === 'up' ? this.#state.line.quality : 'good';
  }

  get consumerCount(): number {
    return this.#state.name === 'up' ? this.#state.line.receiving.size : 0;
  }

  /** Whether the source is sent and not paused. */
  isOn(source: MediaSource): boolean {
    return this.#state.name === 'up' && this.#state.line.sending.isOn(source);
  }

  /** Whether the camera is on and its picture paused for the line's sake. */
  get cameraRests(): boolean {
    return this.#state.name === 'up' && this.#state.line.sending.cameraRests;
  }

  /**
   * Makes fresh transports, or takes those that were prepared, and closes those of before. Asked again meanwhile, it gives the same.
   * What was prepared and is not taken is closed: the room moved to another worker since, or the participant left.
   * @throws SamradError `media-unavailable` where no worker is there, `wrong-state` where the participant left.
   */
  renew(prepared: TransportPair | null = null): Promise<MediaSetup> {
    this.#settingUp ??= this.#renew(prepared).finally(() => (this.#settingUp = null));
    return this.#settingUp.finally(() => {
      if (this.#state.name !== 'up' || this.#state.line.transports !== prepared) prepared?.close();
    });
  }

  /**
   * The transports as they are now, made where there are none, and for a page that has said what it can receive a
   * consumer for everything that is sent.
   * @throws SamradError as `renew` does.
   */
  async offer(receives: RtpCapabilities | null): Promise<Pick<JoinedInfo, 'media' | 'consumers'>> {
    const media = this.setup ?? (await this.renew());
    if (receives === null) return { media };
    const consumers = await this.#line().receiving.receive(receives, this.#room.sentByOthers(this));
    // The worker may have died meanwhile, and with it all that was just made.
    return this.setup?.receive.id === media.receive.id ? { media, consumers } : this.offer(receives);
  }

  /** Starts the DTLS handshake of a transport. @throws SamradError `not-found`, `bad-request`, `wrong-state`. */
  async connect(input: RequestInput<'media:connect'>): Promise<void> {
    await this.#line().transports.connect(input);
  }

  async restartIce(input: RequestInput<'media:restartIce'>): Promise<RequestOutput<'media:restartIce'>> {
    return this.#line().transports.restartIce(input);
  }

  async produce(input: RequestInput<'media:produce'>): Promise<RequestOutput<'media:produce'>> {
    const { sending } = this.#line();
    if (input.transportId !== sending.transport.id) throw new SamradError('not-found');
    return sending.produce(input);
  }

  async pause({ source, paused, forLine = false }: RequestInput<'media:pause'>): Promise<void> {
    await this.#line().sending.pause(source, paused ? (forLine ? 'for-line' : 'by-person') : null);
  }

  async stop({ source }: RequestInput<'media:stop'>): Promise<void> {
    await this.#line().sending.stop(source);
  }

  async receive(input: RequestInput<'media:receive'>): Promise<RequestOutput<'media:receive'>> {
    const { receiving } = this.#line();
    return { consumers: await receiving.receive(input.rtpCapabilities, this.#room.sentByOthers(this)) };
  }

  async resume({ consumerIds }: RequestInput<'media:resume'>): Promise<void> {
    await this.#line().receiving.resume(consumerIds);
  }

  async prefer(input: RequestInput<'media:prefer'>): Promise<void> {
    await this.#line().receiving.prefer(input);
  }

  /** Somebody else sends something new. */
  async add(sent: Sent): Promise<void> {
    if (this.#state.name === 'up') await this.#state.line.receiving.add(sent);
  }

  /** The worker died: everything here is gone already. */
  lost(): void {
    if (this.#state.name === 'up') this.#state = { name: 'down' };
  }

  close(): void {
    if (this.#state.name === 'closed') return;
    this.#hangUp();
    this.#state = { name: 'closed' };
    this.#room.forget(this);
  }

  async #renew(prepared: TransportPair | null): Promise<MediaSetup> {
    if (this.#hangUp()) this.#events.sendingChanged();
    let left: Home | null = null;
    for (;;) {
      const home = await this.#room.home();
      if (this.#state.name === 'closed') throw new SamradError('wrong-state');
      // Still the same: its worker was not lost but closed, since the server is leaving.
      if (home === left) throw new SamradError('media-unavailable');
      try {
        return await this.#build(home, prepared);
      } catch (error) {
        if (!isWorkerGone(error)) throw error;
        left = home;
      }
    }
  }

  async #build(home: Home, prepared: TransportPair | null): Promise<MediaSetup> {
    // What was prepared before the room moved to another worker is gone with the first.
    const isReady = prepared !== null && !prepared.closed && prepared.router === home.router;
    const line = new MediaLine({
      transports: isReady ? prepared : await TransportPair.create(home),
      participantId: this.#participantId,
      log: this.#room.log,
      events: this.#events,
      onStarted: (sent) => this.#room.announce(this, sent),
    });
    if (this.#state.name === 'closed') {
      line.close();
      throw new SamradError('wrong-state');
    }
    this.#state = { name: 'up', line };
    return line.transports.setup;
  }

  /** Closes the transports; answers whether there were any. */
  #hangUp(): boolean {
    if (this.#state.name !== 'up') return false;
    this.#state.line.close();
    this.#state = { name: 'down' };
    return true;
  }

  #line(): MediaLine {
    if (this.#state.name !== 'up') throw new SamradError('media-unavailable');
    return this.#state.line;
  }
}
