/**
 * The edits of one section that the server has not confirmed. An edit that waits longer than a moment is also put on the
 * device; the echo of its counter takes it away again.
 */
import * as Y from 'yjs';
import type { EditShelf } from '../offline/store.ts';
import type { UnsavedPlace } from './saveState.ts';

/** How long the server gets to confirm before an edit is put on the device, ms. */
const patienceMs = 300;
/** Without a connection nothing is worth waiting for but the next key. */
const offlinePatienceMs = 40;

interface Unconfirmed {
  readonly counter: number;
  readonly update: Uint8Array;
}

interface Shelved {
  readonly counter: number;
  readonly id: number;
}

interface Parts {
  readonly shelf: EditShelf;
  readonly onChange: () => void;
  /** Whether the server can be expected to answer soon. */
  readonly connected: () => boolean;
}

export class PendingEdits {
  readonly #parts: Parts;
  #counter = 0;
  #confirmed = 0;
  /** Not on the device. */
  #loose: Unconfirmed[] = [];
  /** On the device. */
  #shelved: Shelved[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #storing: Promise<boolean> | null = null;
  #failed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes an edit in and returns the counter that stands for it and all before it. */
  add(update: Uint8Array): number {
    this.#counter += 1;
    this.#loose.push({ counter: this.#counter, update });
    this.#storeSoon();
    return this.#counter;
  }

  /** Takes in what lies on the device already; returns the counter whose echo will take it away. */
  adopt(ids: readonly number[]): number {
    this.#counter += 1;
    for (const id of ids) this.#shelved.push({ counter: this.#counter, id });
    return this.#counter;
  }

  /** Everything up to this counter is on the server's disk. */
  confirm(counter: number): void {
    this.#confirmed = Math.max(this.#confirmed, counter);
    this.#loose = this.#loose.filter((edit) => edit.counter > this.#confirmed);
    const done = this.#shelved.filter((edit) => edit.counter <= this.#confirmed);
    this.#shelved = this.#shelved.filter((edit) => edit.counter > this.#confirmed);
    this.#remove(done);
  }

  /** Everything of this person's that is not confirmed, also from earlier pages. */
  async unconfirmed(): Promise<readonly Uint8Array[]> {
    const stored = await this.#parts.shelf.load().catch(() => []);
    return [...stored.map((edit) => edit.update), ...this.#loose.map((edit) => edit.update)];
  }

  /** The counter of the last edit that was taken in. */
  get counter(): number {
    return this.#counter;
  }

  /** Everything up to this counter is on the server's disk. */
  get confirmed(): number {
    return this.#confirmed;
  }

  get place(): UnsavedPlace {
    if (this.#loose.length > 0) return this.#failed ? 'page' : 'storing';
    return this.#shelved.length > 0 ? 'device' : 'none';
  }

  /** Puts what is not there yet on the device, now. Answers whether the device could take it. */
  store(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const last = this.#loose.at(-1);
    if (this.#storing) return this.#storing;
    if (!last) return Promise.resolve(true);
    this.#storing = this.#put(last.counter).then(
      () => this.#settled(true),
      () => this.#settled(false),
    );
    return this.#storing;
  }

  /** Sees to it that every edit taken in so far is on the device or confirmed; answers whether that is so. */
  async storeAll(): Promise<boolean> {
    const counter = this.#counter;
    while (this.#loose.some((edit) => edit.counter <= counter)) if (!(await this.store())) return false;
    return true;
  }

  close(): void {
    void this.store();
  }

  async #put(counter: number): Promise<void> {
    const batch = Y.mergeUpdates(this.#loose.map((edit) => edit.update));
    const shelved = { counter, id: await this.#parts.shelf.put(batch.slice()) };
    if (counter <= this.#confirmed) return this.#remove([shelved]);
    this.#shelved.push(shelved);
    this.#loose = this.#loose.filter((edit) => edit.counter > counter);
  }

  #settled(stored: boolean): boolean {
    this.#storing = null;
    this.#failed = !stored;
    if (this.#loose.length > 0 && stored) this.#storeSoon();
    this.#parts.onChange();
    return stored;
  }

  #storeSoon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.store(), this.#parts.connected() ? patienceMs : offlinePatienceMs);
  }

  #remove(edits: readonly Shelved[]): void {
    if (edits.length === 0) return;
    // What stays behind is merged once more at the next opening, which changes nothing.
    this.#parts.shelf.remove(edits.map((edit) => edit.id)).catch(() => undefined);
  }
}
