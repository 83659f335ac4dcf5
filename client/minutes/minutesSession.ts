/** The minutes of one meeting, open in this page: the document, how it is saved, and what waits on the device meanwhile. */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { minutesSchema } from '../../shared/meetings/minutes.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import type { EditShelf } from '../api/offline/store.ts';
import { DurableProvider } from '../api/plan/durableProvider.ts';
import { PendingEdits } from '../api/plan/pendingEdits.ts';
import { saveStateOf, type SaveState } from '../api/plan/saveState.ts';
import type { PlanConnection } from '../api/planConnection.ts';

interface Parts {
  readonly connection: PlanConnection;
  readonly planId: string;
  readonly meetingId: string;
  /** Where edits lie until the server has them; absent where nothing is kept on the device. */
  readonly shelf: (document: string) => EditShelf;
}

const storedOrigin = Symbol('stored');

export class MinutesSession {
  readonly doc = new Y.Doc();
  readonly #connection: PlanConnection;
  readonly #provider: DurableProvider;
  readonly #pending: PendingEdits;
  readonly #shelf: EditShelf;
  readonly #listeners = new Set<(whose: 'own' | 'others') => void>();
  #loaded = false;

  constructor({ connection, planId, meetingId, shelf }: Parts) {
    const name = documentName({ kind: 'minutes', planId, meetingId });
    this.#connection = connection;
    this.#shelf = shelf(name);
    this.#pending = new PendingEdits({
      shelf: this.#shelf,
      onChange: () => this.#tell('own'),
      connected: () => this.#provider.phase.kind === 'in-step',
    });
    const awareness = new Awareness(this.doc);
    awareness.setLocalState(null);
    this.#provider = new DurableProvider({
      connection,
      target: { documentName: name, schema: minutesSchema },
      doc: this.doc,
      awareness,
      onPhase: (phase) => {
        if (phase.kind === 'in-step' && !this.#loaded) {
          this.#loaded = true;
          void this.#bringStored();
        }
        this.#tell('own');
      },
      onDurable: (counter) => {
        this.#pending.confirm(counter);
        this.#tell('own');
      },
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      const brought = this.#provider.brought(origin);
      if (!brought && origin !== storedOrigin) this.#provider.confirm(this.#pending.add(update));
      this.#tell(brought ? 'others' : 'own');
    });
    this.#provider.connect();
  }

  get state(): SaveState {
    const load = this.#loaded ? 'done' : 'running';
    return saveStateOf({ load, phase: this.#provider.phase, unsaved: this.#pending.place });
  }

  /** Hears of every change of content or state. Returns the end of it. */
  subscribe(listener: (whose: 'own' | 'others') => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    void this.#pending.store();
    this.#provider.close();
    this.#connection.close();
    this.doc.destroy();
  }

  /** What an earlier page wrote and the server did not get. */
  async #bringStored(): Promise<void> {
    const stored = await this.#shelf.load().catch(() => []);
    if (stored.length === 0) return;
    const counter = this.#pending.adopt(stored.map(({ id }) => id));
    this.doc.transact(() => {
      for (const { update } of stored) Y.applyUpdate(this.doc, update);
    }, storedOrigin);
    this.#provider.confirm(counter);
  }

  #tell(whose: 'own' | 'others'): void {
    for (const listener of [...this.#listeners]) listener(whose);
  }
}
