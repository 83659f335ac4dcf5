/** What the server says has changed about the plan: this page's ear, and who in it wants to hear of what. */
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import {
  closeCode,
  documentName,
  message,
  noticeTopicSchema,
  type NoticeTopic,
} from '../../../shared/protocol/sync.ts';
import type { ChannelLink, PlanConnection } from '../planConnection.ts';
import { isFinal } from './frames.ts';

/** Notices have no stored shape; the channel is opened with the first. */
const noticesSchemaNumber = 1;
/** Asks for an echo: from the echo on, no notice is missed. */
const question = Uint8Array.of(message.durable, 1, 0);
/** The pause before a channel that was refused for now is asked for again, ms. */
const retryMs = 1_000;

/** `listening`: no notice is missed from now on. `refused`: the server's last word, as for one who has left the team. */
type State =
  | { readonly kind: 'opening'; readonly link: ChannelLink }
  | { readonly kind: 'listening'; readonly link: ChannelLink }
  | { readonly kind: 'waiting'; readonly timer: ReturnType<typeof setTimeout> }
  | { readonly kind: 'refused' }
  | { readonly kind: 'closed' };

export class PlanNotices {
  readonly #connection: PlanConnection;
  readonly #documentName: string;
  readonly #listeners = new Map<NoticeTopic, Set<() => void>>();
  #state: State;

  constructor({ connection, planId }: { connection: PlanConnection; planId: string }) {
    this.#connection = connection;
    this.#documentName = documentName({ kind: 'notices', planId });
    this.#state = this.#open();
  }

  /**
   * Hears of each change of a topic, and each time that a change may have been missed: when this page begins to listen,
   * the first time included, and after every lost connection. One who listens already hears it at once, after this turn.
   */
  subscribe(topic: NoticeTopic, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    if (this.#state.kind === 'listening') queueMicrotask(() => listeners.has(listener) && listener());
    return () => listeners.delete(listener);
  }

  /** Begins again where the server had said its last word: the person may be one of the team again. */
  resume(): void {
    if (this.#state.kind === 'refused') this.#state = this.#open();
  }

  close(): void {
    const before = this.#state;
    this.#state = { kind: 'closed' };
    this.#listeners.clear();
    if (before.kind === 'waiting') clearTimeout(before.timer);
    if (before.kind === 'opening' || before.kind === 'listening') before.link.close();
  }

  #open(): State {
    const link = this.#connection.attach(
      { documentName: this.#documentName, schema: noticesSchemaNumber },
      {
        opened: () => link.send(question),
        received: (bytes) => this.#state.kind !== 'closed' && this.#hear(link, bytes),
        closed: (code) => this.#closed(code),
      },
    );
    return { kind: 'opening', link };
  }

  #hear(link: ChannelLink, bytes: Uint8Array): void {
    const decoder = createDecoder(bytes);
    const type = readVarUint(decoder);
    if (type === message.notice) {
      // A newer server may know topics that this page does not.
      const topic = noticeTopicSchema.safeParse(readVarString(decoder));
      if (topic.success) this.#tell(topic.data);
    } else if (type === message.durable) {
      this.#state = { kind: 'listening', link };
      for (const topic of noticeTopicSchema.options) this.#tell(topic);
    }
  }

  #closed(code: number): void {
    if (this.#state.kind === 'closed') return;
    if (isFinal(code)) {
      this.#state = { kind: 'refused' };
      // One who may not listen any more has lost rights, and should ask which.
      this.#tell('access');
    } else if (code < closeCode.badMessage) this.#state = this.#open();
    else {
      const again = (): void => {
        this.#state = this.#open();
      };
      this.#state = { kind: 'waiting', timer: setTimeout(again, retryMs) };
    }
  }

  #tell(topic: NoticeTopic): void {
    for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener();
  }
}
