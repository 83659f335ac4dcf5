/** A channel from the moment it is asked for: what the page sends before it is open waits in order. */
import { closeCode } from '../../shared/protocol/sync.ts';
import type { Session } from '../access/sessions.ts';
import type { Channel, Channels } from './channels.ts';
import { readMessage, type ChannelMessage, type ChannelWire } from './wire.ts';

type State =
  | { readonly kind: 'opening'; readonly waiting: ChannelMessage[] }
  | { readonly kind: 'open'; readonly channel: Channel }
  | { readonly kind: 'closed' };

/** A page sends a state vector, its presence and what it kept while away; more before an answer is no page of ours. */
const waitingLimit = 2_000;

export class Line {
  readonly #wire: ChannelWire;
  #state: State = { kind: 'opening', waiting: [] };

  private constructor(wire: ChannelWire) {
    this.#wire = wire;
  }

  /** Starts to open a document; `wire.close` is called when it can't be, or when it ends from this side. */
  static open(input: {
    channels: Channels;
    session: Session;
    documentName: string;
    schema: number;
    wire: ChannelWire;
  }): Line {
    const { channels, ...request } = input;
    const line = new Line(input.wire);
    const wire: ChannelWire = { send: (bytes) => input.wire.send(bytes), close: (code) => line.#end(code) };
    const isGone = () => line.#state.kind === 'closed';
    void channels.open({ ...request, wire, isGone }).then((result) => {
      if ('refused' in result) line.#end(result.refused);
      else line.#start(result.channel);
    });
    return line;
  }

  /** Takes a message from the page, as bytes. */
  handle(bytes: Uint8Array): void {
    let received: ChannelMessage;
    try {
      received = readMessage(bytes);
    } catch {
      return this.#end(closeCode.badMessage);
    }
    if (this.#state.kind === 'open') return this.#state.channel.handle(received);
    if (this.#state.kind === 'closed') return;
    if (this.#state.waiting.push(received) > waitingLimit) this.#end(closeCode.tooMany);
  }

  /** The page has gone, or closed this channel. */
  close(): void {
    const state = this.#state;
    this.#state = { kind: 'closed' };
    if (state.kind === 'open') state.channel.close();
  }

  #start(channel: Channel): void {
    const state = this.#state;
    if (state.kind !== 'opening') return channel.close();
    this.#state = { kind: 'open', channel };
    state.waiting.forEach((received) => channel.handle(received));
  }

  #end(code: number): void {
    if (this.#state.kind === 'closed') return;
    this.close();
    this.#wire.close(code);
  }
}
