/** One socket as the meetings see it: a page that can be told things and hung up on. */
import type { DefaultEventsMap, Socket } from 'socket.io';
import type { PushData, PushName } from '../../shared/protocol/pushes.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { Page } from '../meetings/live/page.ts';

/** What goes over it is typed where it is parsed (requests) and where it is pushed. */
export type PageSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { session: Session }>;

export class SocketPage implements Page {
  readonly #socket: PageSocket;
  readonly #sessions: Pick<Sessions, 'onEnded'>;
  /** Who hears that the session ended where a request of this page finds it out first. */
  readonly #endListeners = new Set<() => void>();
  #sessionEnded = false;

  constructor({ socket, sessions }: { socket: PageSocket; sessions: Pick<Sessions, 'onEnded'> }) {
    this.#socket = socket;
    this.#sessions = sessions;
  }

  get session(): Session {
    return this.#socket.data.session;
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  push<Name extends PushName>(name: Name, data: PushData<Name>): void {
    this.#socket.emit(name, data);
  }

  close(): void {
    this.#socket.disconnect(true);
  }

  onLost(listener: () => void): () => void {
    this.#socket.once('disconnect', listener);
    return () => this.#socket.off('disconnect', listener);
  }

  onSessionEnded(listener: () => void): () => void {
    if (this.#sessionEnded) listener();
    this.#endListeners.add(listener);
    const unsubscribe = this.#sessions.onEnded(this.session.id, listener);
    return () => {
      this.#endListeners.delete(listener);
      unsubscribe();
    };
  }

  /** Nobody is signed in here any more: tells who listens and hangs up. */
  endSession(): void {
    if (this.#sessionEnded) return;
    this.#sessionEnded = true;
    for (const listener of [...this.#endListeners]) listener();
    // The request that found the session ended is answered first.
    setImmediate(() => this.close());
  }
}
