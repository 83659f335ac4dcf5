/** Who is where in the plan: this page's place goes out at most four times a second, the others' places come in. */
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { z } from 'zod';
import {
  documentName,
  presencePersonSchema,
  presenceSchema,
  type Presence,
  type StampedPresence,
} from '../../../shared/protocol/sync.ts';
import type { PlanConnection } from '../planConnection.ts';
import { channelSocketClass } from './channelSocket.ts';
import { isFinal } from './frames.ts';

/** Another page that has the plan open. One person may have several. */
export interface Peer extends StampedPresence {
  readonly clientId: number;
}

export type Place = NonNullable<Presence['at']>;

const stampedSchema = z.object({ ...presenceSchema.shape, person: presencePersonSchema });
/** The shortest time between two of this page's messages, ms. */
const throttleMs = 250;
/** Presence has no stored shape; the channel is opened with the first. */
const presenceSchemaNumber = 1;

export class PlanPresence {
  readonly #awareness: Awareness;
  readonly #doc: Y.Doc;
  readonly #provider: WebsocketProvider;
  readonly #listeners = new Set<() => void>();
  #place: Place | null = null;
  #peers: readonly Peer[] = [];
  #lastSent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor({ connection, planId }: { connection: PlanConnection; planId: string }) {
    const target = { documentName: documentName({ kind: 'presence', planId }), schema: presenceSchemaNumber };
    this.#doc = new Y.Doc();
    this.#awareness = new Awareness(this.#doc);
    this.#awareness.setLocalState({ at: null } satisfies Presence);
    this.#awareness.on('change', () => this.#changed());
    this.#provider = new WebsocketProvider('', target.documentName, this.#doc, {
      WebSocketPolyfill: channelSocketClass(connection, target),
      awareness: this.#awareness,
      disableBc: true,
      shouldReconnect: ({ code }) => !isFinal(code),
    });
    this.#provider.on('status', ({ status }) => status === 'disconnected' && this.#startAfresh());
  }

  /** The other pages, each person's in the order in which they came. */
  get peers(): readonly Peer[] {
    return this.#peers;
  }

  /** Says where this page's person works now; null is nowhere in particular. */
  setPlace(place: Place | null): void {
    if (this.#closed || JSON.stringify(place) === JSON.stringify(this.#place)) return;
    this.#place = place;
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#send(), Math.max(0, this.#lastSent + throttleMs - Date.now()));
  }

  /** Where this page's person works. */
  get place(): Place | null {
    return this.#place;
  }

  /** Takes part again where the server had said its last word: the person may read something now. */
  resume(): void {
    if (!this.#closed) this.#provider.connect();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    this.#provider.destroy();
    this.#doc.destroy();
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastSent = Date.now();
    this.#awareness.setLocalState({ at: this.#place } satisfies Presence);
  }

  #changed(): void {
    this.#peers = [...this.#awareness.getStates()].flatMap(([clientId, state]) => {
      if (clientId === this.#awareness.clientID) return [];
      const stamped = stampedSchema.safeParse(state);
      return stamped.success ? [{ clientId, ...stamped.data }] : [];
    });
    for (const listener of [...this.#listeners]) listener();
  }

  /**
   * Begins anew for the next connection. Others come back with the clocks they had, which y-protocols would take for old
   * news; and they may still hold this page as one that has left, so it comes back as another.
   */
  #startAfresh(): void {
    const [clientId = 0] = crypto.getRandomValues(new Uint32Array(1));
    this.#awareness.states.clear();
    this.#awareness.meta.clear();
    this.#doc.clientID = clientId;
    this.#awareness.clientID = clientId;
    // The first clock is 0, which others take for nothing new; what is said after it counts.
    this.#awareness.setLocalState(null);
    this.#send();
  }
}
