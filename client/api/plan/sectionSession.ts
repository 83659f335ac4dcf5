/**
 * One section, open in this page: its document, how it is saved, its undo. Edits go out at once, count as saved on the
 * server's echo, lie on the device in the meantime, and what lay there from before is merged in at the first sync.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { SectionDefinition } from '../../../shared/careplan/sections.ts';
import { documentName } from '../../../shared/protocol/sync.ts';
import type { EditShelf } from '../offline/store.ts';
import type { PlanConnection } from '../planConnection.ts';
import { DurableProvider, type ProviderPhase } from './durableProvider.ts';
import { PendingEdits } from './pendingEdits.ts';
import { sameState, saveStateOf, type SaveState } from './saveState.ts';
import { createUndo } from './sectionUndo.ts';
import { unsavedText } from './unsavedText.ts';

/** Edits of an earlier page: `sending` until the server has them, then `saved` until the person has seen it. */
export type MergedState = 'none' | 'sending' | 'saved';

interface Parts {
  readonly connection: PlanConnection;
  readonly planId: string;
  readonly section: SectionDefinition;
  readonly access: 'read' | 'write';
  readonly shelf: EditShelf;
}

/** After this time without a first sync, the screen says that the server is not reached; ms. */
const slowMs = 6_000;
/** The origin of edits that come from the device's store; not undoable, because another page made them. */
const storedOrigin = Symbol('stored');

export class SectionSession {
  readonly section: SectionDefinition;
  readonly access: 'read' | 'write';
  readonly doc = new Y.Doc();
  readonly undo: Y.UndoManager;
  /** Changes of what is in the section, whoever made them; `subscribe` on the session itself tells of its state. */
  readonly content = {
    subscribe: (listener: () => void): (() => void) => {
      this.doc.on('update', listener);
      return () => this.doc.off('update', listener);
    },
  };
  readonly #shelf: EditShelf;
  readonly #pending: PendingEdits;
  readonly #provider: DurableProvider;
  readonly #listeners = new Set<() => void>();
  #load: 'running' | 'slow' | 'done' = 'running';
  #state: SaveState = { kind: 'loading' };
  #merged: { readonly kind: MergedState; readonly counter: number } = { kind: 'none', counter: 0 };
  readonly #slowTimer: ReturnType<typeof setTimeout>;
  #closed = false;

  constructor({ connection, planId, section, access, shelf }: Parts) {
    this.section = section;
    this.access = access;
    this.#shelf = shelf;
    this.undo = createUndo(this.doc, section);
    this.#pending = new PendingEdits({
      shelf,
      onChange: () => this.#changed(),
      connected: () => this.#provider.phase.kind === 'in-step',
    });
    const awareness = new Awareness(this.doc);
    // Presence has a channel of its own.
    awareness.setLocalState(null);
    this.#provider = new DurableProvider({
      connection,
      target: {
        documentName: documentName({ kind: 'section', planId, sectionId: section.id }),
        schema: section.schema,
      },
      doc: this.doc,
      awareness,
      onPhase: (phase) => this.#turned(phase),
      onDurable: (counter) => this.#confirmed(counter),
    });
    this.doc.on('update', (update, origin) => this.#updated(update, origin));
    this.#slowTimer = setTimeout(() => this.#slow(), slowMs);
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether the content has come at least once. */
  get loaded(): boolean {
    return this.#load === 'done';
  }

  get merged(): MergedState {
    return this.#merged.kind;
  }

  /** Hears of changes of the state. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The person has seen that earlier edits are saved now. */
  dismissMerged(): void {
    this.#merged = { kind: 'none', counter: 0 };
    this.#notify();
  }

  /** Puts unconfirmed edits on the device without waiting: the page may be about to go. */
  storeNow(): void {
    this.#pending.store();
  }

  /** Whether something would be lost if the page went now. */
  get atRisk(): boolean {
    return this.#pending.place === 'storing' || this.#pending.place === 'page';
  }

  /** Whether the device could not keep what the server has not confirmed. */
  get onlyInPage(): boolean {
    return this.#pending.place === 'page';
  }

  /** The person's own words that are not saved. */
  async unsavedText(): Promise<string> {
    return unsavedText(await this.#pending.unconfirmed());
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#slowTimer);
    this.#pending.close();
    this.#listeners.clear();
    this.#provider.close();
    this.undo.destroy();
    this.doc.destroy();
  }

  #turned(phase: ProviderPhase): void {
    if (phase.kind === 'in-step' && this.#load !== 'done') {
      clearTimeout(this.#slowTimer);
      this.#load = 'done';
      if (this.access === 'write') void this.#mergeStored();
    }
    // No echo will come for a while: what waited for one goes to the device now.
    if (phase.kind !== 'in-step') this.#pending.store();
    this.#changed();
  }

  #slow(): void {
    this.#load = 'slow';
    this.#changed();
  }

  #updated(update: Uint8Array, origin: unknown): void {
    if (this.#provider.brought(origin)) return;
    if (origin === storedOrigin) this.#merged = { ...this.#merged, kind: 'sending' };
    else this.#provider.confirm(this.#pending.add(update));
    this.#changed();
  }

  async #mergeStored(): Promise<void> {
    const stored = await this.#shelf.load().catch(() => []);
    if (this.#closed || stored.length === 0) return;
    const counter = this.#pending.adopt(stored.map((edit) => edit.id));
    this.#merged = { kind: 'none', counter };
    Y.transact(
      this.doc,
      () => {
        for (const { update } of stored) Y.applyUpdate(this.doc, update);
      },
      storedOrigin,
    );
    this.#provider.confirm(counter);
    this.#changed();
  }

  #confirmed(counter: number): void {
    this.#pending.confirm(counter);
    if (this.#merged.kind === 'sending' && counter >= this.#merged.counter)
      this.#merged = { ...this.#merged, kind: 'saved' };
    this.#changed(true);
  }

  #changed(always = false): void {
    const next = saveStateOf({ load: this.#load, phase: this.#provider.phase, unsaved: this.#pending.place });
    if (!always && sameState(next, this.#state)) return;
    this.#state = next;
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
