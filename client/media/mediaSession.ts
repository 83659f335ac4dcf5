/** One pair of transports, from the server's offer of them until they are closed: sends what is mine, receives the others. */
import type { types as mediasoup } from 'mediasoup-client';
import type { ConsumerInfo, MediaSetup } from '../../shared/protocol/media.ts';
import type { MediaSource } from '../../shared/protocol/types.ts';
import { ConnectionLost, type Ask } from '../api/socket.ts';
import { wait } from './backoff.ts';
import type { FrameProtection } from './endToEnd/frameProtection.ts';
import { IceKeeper } from './iceKeeper.ts';
import { reportsOf, type LineReading } from './lineStats.ts';
import type { LocalMedia } from './localMedia.ts';
import type { Outgoing } from './localState.ts';
import type { Preferences } from './preferences.ts';
import { Receiver } from './receiver.ts';
import type { RemoteMedia } from './remoteMedia.ts';
import { Sender } from './sender.ts';
import { UplinkWatch } from './uplinkWatch.ts';

/** How long the others wait for me while I wait for their pictures, milliseconds. */
const mostBeforeSendingMs = 300;

export interface MediaSessionParts {
  readonly setup: MediaSetup;
  /** The receiving transport, where it was opened beforehand; null where it is still to be made. */
  readonly receive: mediasoup.Transport | null;
  readonly device: mediasoup.Device;
  readonly ask: Ask;
  readonly local: LocalMedia;
  readonly remote: RemoteMedia;
  readonly preferences: Preferences;
  /** What encrypts from end to end; null where nothing does. */
  readonly protection: FrameProtection | null;
  /** Resolves when the pictures of all the others are seen. */
  readonly picturesSeen: Promise<unknown>;
  /** A path through the network is broken, or all are whole again. */
  readonly onPath: (broken: boolean) => void;
  /** These transports are of no use any more; ask for new ones. */
  readonly onBroken: () => void;
}

export class MediaSession {
  readonly #parts: MediaSessionParts;
  readonly #receive: mediasoup.Transport;
  readonly #transports: readonly mediasoup.Transport[];
  readonly #receiver: Receiver;
  readonly #sender: Sender;
  readonly #uplink: UplinkWatch;
  readonly #keepers: readonly IceKeeper[];
  readonly #brokenPaths = new Set<string>();
  #unsubscribe: (() => void) | null = null;
  #intact = true;
  #closed = false;

  constructor(parts: MediaSessionParts) {
    const { setup, device, local, protection } = parts;
    this.#parts = parts;
    const { iceServers } = setup;
    const onFailed = (error: unknown): void => this.#failed(error);
    this.#receive = parts.receive ?? this.#connects(device.createRecvTransport({ ...setup.receive, iceServers }));
    const send = this.#connects(device.createSendTransport({ ...setup.send, iceServers }));
    this.#transports = [this.#receive, send];
    this.#receiver = new Receiver({
      ...parts,
      transport: this.#receive,
      rtpCapabilities: device.recvRtpCapabilities,
      onFailed,
    });
    this.#sender = new Sender({
      transport: send,
      ask: this.#surely,
      protection,
      outgoing: (source) => this.#outgoing(source),
      onFailed,
    });
    this.#uplink = new UplinkWatch({
      transport: send,
      filmed: () => local.outgoing('camera') !== null,
      onRest: () => this.#sender.update(),
    });
    this.#keepers = this.#transports.map((transport) => this.#keeperOf(transport));
  }

  /** Whether the server has heard all that it must know of this session; false once the line broke in the middle of it. */
  get intact(): boolean {
    return this.#intact && !this.#closed;
  }

  /**
   * Resolves when everything that is sent now has been asked for and flows. Sending begins when the others are
   * seen, or a moment after receiving is negotiated: a weak machine cannot do both at once. `sent` is what they send now;
   * null asks for it. `onOpen` hears that the way on which they are received is open, or that nothing is.
   */
  async start(sent: readonly ConsumerInfo[] | null, onOpen: () => void): Promise<void> {
    const { local, remote } = this.#parts;
    for (const keeper of this.#keepers) keeper.start();
    const opened = (): void => (this.#receive.connectionState === 'connected' ? onOpen() : undefined);
    this.#receive.on('connectionstatechange', opened);
    const { flowing } = await this.#receiver.receive(sent);
    opened();
    if (remote.isEmpty) onOpen();
    if (remote.pictures > 0) await Promise.race([this.#parts.picturesSeen, wait(mostBeforeSendingMs)]);
    if (!this.#closed) {
      this.#sender.start();
      this.#uplink.start();
      this.#unsubscribe = local.subscribe(() => this.#sender.update());
    }
    await flowing;
  }

  /** The line to the server was down for a while, and these transports were not: takes in what was missed, asking for it where it is not told. */
  async refresh(sent: readonly ConsumerInfo[] | null): Promise<void> {
    const { flowing } = await this.#receiver.receive(sent);
    await flowing;
  }

  add(info: ConsumerInfo): void {
    this.#receiver.add(info);
  }

  remove(consumerId: string): void {
    this.#receiver.remove(consumerId);
  }

  pause(consumerId: string, paused: boolean): void {
    this.#receiver.pause(consumerId, paused);
  }

  stall(consumerId: string, stalled: boolean): void {
    this.#receiver.stall(consumerId, stalled);
  }

  async read(): Promise<LineReading> {
    const [receive = [], send = []] = await Promise.all(
      this.#transports.map(async (transport) => reportsOf(await transport.getStats())),
    );
    return { at: performance.now(), send, receive };
  }

  networkChanged(): void {
    for (const keeper of this.#keepers) keeper.networkChanged();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#unsubscribe?.();
    for (const keeper of this.#keepers) keeper.close();
    this.#uplink.close();
    this.#receiver.close();
    this.#sender.close();
    for (const transport of this.#transports) transport.close();
  }

  /** The camera as the person has it, resting while the line cannot carry it. */
  #outgoing(source: MediaSource): Outgoing | null {
    const mine = this.#parts.local.outgoing(source);
    const rests = source === 'camera' && this.#uplink.rests;
    return mine && rests ? { ...mine, paused: true, forLine: true } : mine;
  }

  /** The browser goes on at once: its first DTLS packet comes after ICE, hence after this request has arrived. */
  #connects(transport: mediasoup.Transport): mediasoup.Transport {
    transport.on('connect', ({ dtlsParameters }, callback) => {
      this.#surely('media:connect', { transportId: transport.id, dtlsParameters }).catch((error: unknown) =>
        this.#failed(error),
      );
      callback();
    });
    return transport;
  }

  readonly #surely: Ask = async (name, input) => {
    try {
      return await this.#parts.ask(name, input);
    } catch (error) {
      if (error instanceof ConnectionLost) this.#intact = false;
      throw error;
    }
  };

  #keeperOf(transport: mediasoup.Transport): IceKeeper {
    return new IceKeeper({
      transport,
      restart: async () => {
        const { iceParameters } = await this.#parts.ask('media:restartIce', { transportId: transport.id });
        await transport.restartIce({ iceParameters });
      },
      onPath: (broken) => {
        if (broken) this.#brokenPaths.add(transport.id);
        else this.#brokenPaths.delete(transport.id);
        this.#parts.onPath(this.#brokenPaths.size > 0);
      },
      onBeyondHelp: () => this.#failed(new Error('no path through the network')),
    });
  }

  /** A lost connection to the server is not ours to mend: the join that follows it brings new transports. */
  #failed(error: unknown): void {
    if (this.#closed || error instanceof ConnectionLost) return;
    this.#parts.onBroken();
  }
}
