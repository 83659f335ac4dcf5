/**
 * What happened in one section while this page was out of step with the server: where its person wrote, and whether others
 * did. Told once everything of it is saved.
 */
import type * as Y from 'yjs';
import { placesOf } from './places.ts';

/** What there is to tell of a section after an absence. */
export interface Returned {
  /** When the page was in step last, ms since 1970; null where that is not known. */
  readonly since: number | null;
  /** How long the page was away, ms; null where the edits come from an earlier page. */
  readonly awayMs: number | null;
  /** The number of fields and rows that the person changed. */
  readonly mine: number;
  /** Whether others wrote in the section meanwhile. */
  readonly others: boolean;
}

interface Gathered {
  readonly since: number | null;
  readonly updates: Uint8Array[];
  /** Whether the edits, or the content itself, come from an earlier page. */
  earlier: boolean;
  others: boolean;
}

type State =
  | { readonly kind: 'here' }
  | ({ readonly kind: 'away' } & Gathered)
  /** In step again; what was written meanwhile waits to be confirmed up to `counter`. */
  | { readonly kind: 'saving'; readonly counter: number; readonly returned: Returned; readonly gathered: Gathered }
  | { readonly kind: 'returned'; readonly returned: Returned };

export class Absence {
  #state: State = { kind: 'here' };

  /** Whether it is still under way, its edits not yet saved. */
  get underWay(): boolean {
    return this.#state.kind === 'away' || this.#state.kind === 'saving';
  }

  /** What is to be told, or null. */
  get returned(): Returned | null {
    return this.#state.kind === 'returned' ? this.#state.returned : null;
  }

  /** The page is out of step. `since` is when it was last in step, null where it never was; ms since 1970. */
  begin(since: number | null, { earlier }: { earlier: boolean }): void {
    if (this.#state.kind === 'away') return;
    // Away again before all was saved is one absence.
    const gathered =
      this.#state.kind === 'saving' ? this.#state.gathered : { since, updates: [], earlier, others: false };
    this.#state = { kind: 'away', ...gathered };
  }

  /** The person wrote. */
  wrote(update: Uint8Array): void {
    if (this.#state.kind === 'away') this.#state.updates.push(update);
  }

  /** Edits of an earlier page were put in. */
  restored(updates: readonly Uint8Array[]): void {
    if (this.#state.kind !== 'away')
      this.#state = { kind: 'away', since: null, updates: [], earlier: true, others: false };
    this.#state.updates.push(...updates);
    this.#state.earlier = true;
  }

  /** The server has brought something that this page did not have. */
  brought(): void {
    if (this.#state.kind === 'away' && this.#state.since !== null) this.#state.others = true;
  }

  /** In step again, with everything up to `counter` on its way to the server. */
  end(doc: Y.Doc, { counter, confirmed, now }: { counter: number; confirmed: number; now: number }): void {
    if (this.#state.kind !== 'away') return;
    const gathered = this.#state;
    const { since, updates, earlier, others } = gathered;
    const awayMs = since === null || earlier ? null : now - since;
    const returned = { since, awayMs, mine: placesOf(doc, updates).size, others };
    this.#state = { kind: 'saving', counter, returned, gathered };
    this.confirm(confirmed);
  }

  /** Everything up to this counter is on the server's disk. */
  confirm(counter: number): void {
    if (this.#state.kind === 'saving' && counter >= this.#state.counter)
      this.#state = { kind: 'returned', returned: this.#state.returned };
  }

  /** The person has been told, or there is nothing to tell. */
  dismiss(): void {
    if (this.#state.kind === 'returned') this.#state = { kind: 'here' };
  }
}
