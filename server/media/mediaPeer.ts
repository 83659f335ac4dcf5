/** Owns the media of one participant: a transport each way, what is sent and received, and the page's requests about them. */
import { isDeepStrictEqual } from 'node:util';
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import { rtpCapabilitiesSchema, type MediaSetup, type TransportInfo } from '../../shared/protocol/media.ts';
import type { RequestInput, RequestOutput } from '../../shared/protocol/requests.ts';
import type { MediaSource } from '../../shared/protocol/types.ts';
import { isWorkerGone, withPageParameters } from './mediaFaults.ts';
import { transportOptions } from './mediaPolicy.ts';
import { dtlsParameters, parsed } from './mediaSchemas.ts';
import { ReceivingMedia, type ReceivingEvents } from './receivingMedia.ts';
import { SendingMedia, type Sent } from './sendingMedia.ts';
import type { Home } from './workerPool.ts';

/** What a participant hears of their own media. */
export interface PeerEvents extends ReceivingEvents {
  /** What this participant sends changed. */
  readonly sendingChanged: () => void;
}

/** The room as a peer sees it. */
export interface PeerRoom {
  readonly home: () => Promise<Home>;
  readonly sentByOthers: (peer: MediaPeer) => Sent[];
  readonly announce: (peer: MediaPeer, sent: Sent) => void;
  readonly forget: (peer: MediaPeer) => void;
}

interface Line {
  readonly router: types.Router;
  readonly sending: SendingMedia;
  readonly receiving: ReceivingMedia;
  /** What each transport was connected with, so that asking twice does no harm. */
  readonly connected: Map<string, types.DtlsParameters>;
}

/** `down`: no transports, at first and after the worker died. */
type State = { readonly name: 'down' } | ({ readonly name: 'up' } & Line) | { readonly name: 'closed' };

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
    return this.#state.name === 'up' ? describe(this.#state) : null;
  }

  get sent(): Sent[] {
    return this.#state.name === 'up' ? this.#state.sending.all : [];
  }

  get consumerCount(): number {
    return this.#state.name === 'up' ? this.#state.receiving.size : 0;
  }

  /** Whether the source is sent and not paused. */
  isOn(source: MediaSource): boolean {
    return this.#state.name === 'up' && this.#state.sending.isOn(source);
  }

  /**
   * Makes fresh transports and closes those of before. Asked again meanwhile, it gives the same.
   * @throws SamradError `media-unavailable` where no worker is there, `wrong-state` where the participant left.
   */
  renew(): Promise<MediaSetup> {
    this.#settingUp ??= this.#renew().finally(() => (this.#settingUp = null));
    return this.#settingUp;
  }

  /** Starts the DTLS handshake of a transport. @throws SamradError `not-found`, `bad-request`, `wrong-state`. */
  async connect(input: RequestInput<'media:connect'>): Promise<void> {
    const line = this.#up();
    const transport = ownTransport(line, input.transportId);
    const parameters = parsed(dtlsParameters, input.dtlsParameters);
    const before = line.connected.get(transport.id);
    if (before && isDeepStrictEqual(before, parameters)) return;
    if (before) throw new SamradError('wrong-state');
    line.connected.set(transport.id, parameters);
    try {
      await withPageParameters(() => transport.connect({ dtlsParameters: parameters }));
    } catch (error) {
      line.connected.delete(transport.id);
      throw error;
    }
  }

  async restartIce({ transportId }: RequestInput<'media:restartIce'>): Promise<RequestOutput<'media:restartIce'>> {
    const transport = ownTransport(this.#up(), transportId);
    return { iceParameters: await withPageParameters(() => transport.restartIce()) };
  }

  async produce(input: RequestInput<'media:produce'>): Promise<RequestOutput<'media:produce'>> {
    const { sending } = this.#up();
    if (input.transportId !== sending.transport.id) throw new SamradError('not-found');
    return sending.produce(input);
  }

  async pause({ source, paused }: RequestInput<'media:pause'>): Promise<void> {
    await this.#up().sending.pause(source, paused);
  }

  async stop({ source }: RequestInput<'media:stop'>): Promise<void> {
    await this.#up().sending.stop(source);
  }

  async receive(input: RequestInput<'media:receive'>): Promise<RequestOutput<'media:receive'>> {
    const { receiving } = this.#up();
    return { consumers: await receiving.receive(input.rtpCapabilities, this.#room.sentByOthers(this)) };
  }

  async resume({ consumerIds }: RequestInput<'media:resume'>): Promise<void> {
    await this.#up().receiving.resume(consumerIds);
  }

  async prefer(input: RequestInput<'media:prefer'>): Promise<void> {
    await this.#up().receiving.prefer(input);
  }

  /** Somebody else sends something new. */
  async add(sent: Sent): Promise<void> {
    if (this.#state.name === 'up') await this.#state.receiving.add(sent);
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

  async #renew(): Promise<MediaSetup> {
    if (this.#hangUp()) this.#events.sendingChanged();
    let left: Home | null = null;
    for (;;) {
      const home = await this.#room.home();
      if (this.#state.name === 'closed') throw new SamradError('wrong-state');
      // Still the same: its worker was not lost but closed, since the server is leaving.
      if (home === left) throw new SamradError('media-unavailable');
      try {
        return await this.#build(home);
      } catch (error) {
        if (!isWorkerGone(error)) throw error;
        left = home;
      }
    }
  }

  async #build({ router, webRtcServer }: Home): Promise<MediaSetup> {
    const create = () => router.createWebRtcTransport({ ...transportOptions, webRtcServer });
    const [send, receive] = await Promise.all([create(), create()]);
    if (this.#state.name === 'closed') {
      send.close();
      receive.close();
      throw new SamradError('wrong-state');
    }
    const sending = new SendingMedia({
      participantId: this.#participantId,
      transport: send,
      onStarted: (sent) => this.#room.announce(this, sent),
      onChanged: () => this.#events.sendingChanged(),
    });
    const receiving = new ReceivingMedia({ router, transport: receive, events: this.#events });
    const line: Line = { router, sending, receiving, connected: new Map() };
    this.#state = { name: 'up', ...line };
    return describe(line);
  }

  /** Closes the transports; answers whether there were any. */
  #hangUp(): boolean {
    if (this.#state.name !== 'up') return false;
    this.#state.sending.close();
    this.#state.receiving.close();
    this.#state = { name: 'down' };
    return true;
  }

  #up(): Line {
    if (this.#state.name !== 'up') throw new SamradError('media-unavailable');
    return this.#state;
  }
}

function ownTransport({ sending, receiving }: Line, transportId: string): types.WebRtcTransport {
  const mine = [sending.transport, receiving.transport].find(({ id }) => id === transportId);
  if (!mine) throw new SamradError('not-found');
  return mine;
}

function describe({ router, sending, receiving }: Line): MediaSetup {
  return {
    // mediasoup's two halves type one header extension differently; the value is the same.
    routerRtpCapabilities: rtpCapabilitiesSchema.parse(router.rtpCapabilities),
    send: transportInfo(sending.transport),
    receive: transportInfo(receiving.transport),
  };
}

function transportInfo({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters: dtls,
}: types.WebRtcTransport): TransportInfo {
  return { id, iceParameters, iceCandidates, dtlsParameters: dtls };
}
