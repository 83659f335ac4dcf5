/**
 * One section, open in this page: its document, how it is saved, its undo. Edits go out at once, count as saved on the
 * server's echo, lie on the device in the meantime, and what lay there from before is merged in. The content as this device
 * kept it stands in for the server's until that comes.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { SectionDefinition } from '../../../shared/careplan/sections.ts';
import { closeCode, documentName } from '../../../shared/protocol/sync.ts';
import type { KeptContent } from '../offline/keptContent.ts';
import type { SectionKeep } from '../offline/keptPlans.ts';
import type { EditShelf } from '../offline/store.ts';
import type { PlanConnection } from '../planConnection.ts';
import { Absence, type Returned } from './absence.ts';
import { ContentKeeper } from './contentKeeper.ts';
import { DurableProvider, type ProviderPhase } from './durableProvider.ts';
import { PendingEdits } from './pendingEdits.ts';
import { sameState, saveStateOf, type LoadState, type SaveState } from './saveState.ts';
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
  /** Where the content is kept on the device; absent where it is not. */
  readonly keep?: SectionKeep | undefined;
  /** Whether the server could be reached a moment ago. */
  readonly reachable?: boolean | undefined;
}

/** After this time without a first sync, the screen says that the server is not reached; ms. */
const slowMs = 6_000;
/** Where the server can be asked, a device that takes longer than this to say what it kept is not waited for; ms. */
const keptPatienceMs = 1_000;
/** The origin of edits that come from the device's store; not undoable, because another page made them. */
const storedOrigin = Symbol('stored');
/** The origin of content as the device kept it. */
const keptOrigin = Symbol('kept');

export class SectionSession {
  readonly section: SectionDefinition;
  readonly access: 'read' | 'write';
  readonly doc = new Y.Doc();
  readonly undo: Y.UndoManager;
  /** Changes of what is in the section, and whether others made them; `subscribe` on the session itself tells of its state. */
  readonly content = {
    subscribe: (listener: (whose: 'own' | 'others') => void): (() => void) => {
      const tell = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void =>
        listener(local ? 'own' : 'others');
      this.doc.on('update', tell);
      return () => this.doc.off('update', tell);
    },
  };
  readonly #shelf: EditShelf;
  readonly #pending: PendingEdits;
  readonly #provider: DurableProvider;
  readonly #keeper: ContentKeeper | null;
  readonly #absence = new Absence();
  readonly #reachable: boolean;
  readonly #listeners = new Set<() => void>();
  #load: LoadState = 'running';
  #asOf: number | null = null;
  /** Whether the content as the device kept it holds edits that the server has not confirmed. */
  #keptUnconfirmed = false;
  #state: SaveState = { kind: 'loading' };
  #merged: { readonly kind: MergedState; readonly counter: number } = { kind: 'none', counter: 0 };
  readonly #slowTimer: ReturnType<typeof setTimeout>;
  #closed = false;

  constructor({ connection, planId, section, access, shelf, keep, reachable = true }: Parts) {
    this.section = section;
    this.access = access;
    this.#shelf = shelf;
    this.#reachable = reachable;
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
    this.#keeper = keep
      ? new ContentKeeper({
          keep,
          doc: this.doc,
          schema: section.schema,
          unconfirmed: () => this.#pending.place !== 'none',
          storeEdits: () => this.#pending.storeAll(),
        })
      : null;
    this.doc.on('update', (update, origin) => this.#updated(update, origin));
    this.#slowTimer = setTimeout(() => this.#slow(), slowMs);
    if (this.#keeper) void this.#begin(this.#keeper);
    else this.#provider.connect();
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether there is content to show: it has come at least once, or the device kept it. */
  get loaded(): boolean {
    return this.#load !== 'running' && this.#load !== 'slow';
  }

  /** Whether the content is as the server has it. */
  get inStep(): boolean {
    return this.#provider.phase.kind === 'in-step';
  }

  /** When the content was as the server has it: null for now or where there is none, ms since 1970 otherwise. */
  get asOf(): number | null {
    return this.inStep ? null : this.#asOf;
  }

  /** What happened while this page was out of step: null until all of it is saved, and when there was nothing or it was told. */
  get returned(): Returned | null {
    return this.#absence.returned;
  }

  /** Whether this page is out of step, or what was written meanwhile is not saved yet. */
  get away(): boolean {
    return this.#absence.underWay;
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
    this.#absence.dismiss();
    this.#notify();
  }

  /** What happened during the absence is not worth telling. */
  forgetAbsence(): void {
    this.#absence.dismiss();
  }

  /** Puts unconfirmed edits on the device without waiting: the page may be about to go. */
  storeNow(): void {
    void this.#pending.store();
    this.#keeper?.now();
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
    this.#keeper?.close();
    this.#pending.close();
    this.#listeners.clear();
    this.#provider.close();
    this.undo.destroy();
    this.doc.destroy();
  }

  /** The content as the device kept it, and this person's edits upon it, before the server is asked for the rest. */
  async #begin(keeper: ContentKeeper): Promise<void> {
    const kept = await keeper.load(this.#reachable ? keptPatienceMs : null);
    // With edits in it, it would be taken for an attempt to write without the right; they are told of by the shelf.
    if (kept?.unconfirmed && this.access !== 'write') keeper.forget();
    else if (kept && !this.#closed) await this.#show(kept);
    if (!this.#closed) this.#provider.connect();
  }

  async #show(kept: KeptContent): Promise<void> {
    Y.applyUpdate(this.doc, kept.update, keptOrigin);
    this.#asOf = kept.at;
    this.#keptUnconfirmed = kept.unconfirmed;
    this.#absence.begin(kept.at, { earlier: this.#reachable });
    if (this.access === 'write') await this.#mergeStored();
    this.#load = this.#reachable ? 'kept' : 'kept-slow';
    this.#changed(true);
  }

  #turned(phase: ProviderPhase): void {
    if (phase.kind === 'in-step') this.#inStep();
    else this.#outOfStep(phase);
    this.#changed();
  }

  #inStep(): void {
    clearTimeout(this.#slowTimer);
    const mergeFirst = !this.loaded && this.access === 'write';
    this.#load = 'done';
    this.#asOf = Date.now();
    this.#keeper?.changed();
    if (mergeFirst) void this.#mergeStored();
    this.#backInStep();
  }

  #outOfStep(phase: ProviderPhase): void {
    // No echo will come for a while: what waited for one goes to the device now.
    void this.#pending.store();
    if (phase.kind === 'closed' && phase.code !== closeCode.outdatedPage) return this.#keeper?.forget();
    this.#asOf = Date.now();
    this.#absence.begin(this.#asOf, { earlier: false });
    this.#keeper?.now();
  }

  #backInStep(): void {
    const { counter, confirmed } = this.#pending;
    this.#absence.end(this.doc, { counter, confirmed, now: Date.now() });
  }

  #slow(): void {
    this.#load = this.loaded ? 'kept-slow' : 'slow';
    this.#changed();
  }

  #updated(update: Uint8Array, origin: unknown): void {
    if (origin === keptOrigin) return;
    const { inStep } = this;
    if (inStep) this.#keeper?.changed();
    if (this.#provider.brought(origin)) {
      if (!inStep) this.#absence.brought();
      return;
    }
    if (origin === storedOrigin) this.#merged = { ...this.#merged, kind: 'sending' };
    else {
      this.#absence.wrote(update);
      this.#provider.confirm(this.#pending.add(update));
    }
    this.#changed();
  }

  async #mergeStored(): Promise<void> {
    const stored = await this.#shelf.load().catch(() => []);
    if (this.#closed || stored.length === 0) return;
    const counter = this.#pending.adopt(stored.map((edit) => edit.id));
    this.#merged = { kind: this.#keptUnconfirmed ? 'sending' : 'none', counter };
    Y.transact(
      this.doc,
      () => {
        for (const { update } of stored) Y.applyUpdate(this.doc, update);
      },
      storedOrigin,
    );
    // What lay here but was known is nothing to tell of: its confirmation came when the page was gone.
    if (this.#merged.kind === 'sending') this.#absence.restored(stored.map((edit) => edit.update));
    if (this.inStep) this.#backInStep();
    this.#provider.confirm(counter);
    this.#changed();
  }

  #confirmed(counter: number): void {
    this.#pending.confirm(counter);
    this.#absence.confirm(counter);
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
