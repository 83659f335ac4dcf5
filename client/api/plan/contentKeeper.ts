/**
 * Keeps one section's content on the device while the page is in step with the server, so that it can be read without a
 * network: soon after a change, at once when the line goes or the page does, and never again once it was forgotten.
 */
import * as Y from 'yjs';
import type { KeptContent } from '../offline/keptContent.ts';
import type { SectionKeep } from '../offline/keptPlans.ts';

/** A burst of edits is kept once it has gone on for this long, ms. */
const settleMs = 2_000;

interface Parts {
  readonly keep: SectionKeep;
  readonly doc: Y.Doc;
  readonly schema: number;
  /** Whether the document holds edits that the server has not confirmed. */
  readonly unconfirmed: () => boolean;
  /** Puts those on the device as edits; answers whether that could be done. */
  readonly storeEdits: () => Promise<boolean>;
}

export class ContentKeeper {
  readonly #parts: Parts;
  #changed = false;
  #ended = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Puts follow one another, and a removal follows them. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * What is kept, in a shape that this page knows; null where there is nothing, or the device takes longer than `patienceMs`,
   * where that is given.
   */
  async load(patienceMs: number | null): Promise<KeptContent | null> {
    const loading = this.#parts.keep.load().catch(() => null);
    const kept = await (patienceMs === null ? loading : Promise.race([loading, nothingAfter(patienceMs)]));
    return kept?.schema === this.#parts.schema ? kept : null;
  }

  /** The document has changed while it is in step with the server. */
  changed(): void {
    this.#changed = true;
    if (!this.#ended) this.#timer ??= setTimeout(() => this.now(), settleMs);
  }

  /** Keeps what has changed without waiting. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#ended || !this.#changed) return;
    this.#changed = false;
    const { doc, schema, unconfirmed } = this.#parts;
    const content = { schema, at: Date.now(), unconfirmed: unconfirmed(), update: Y.encodeStateAsUpdate(doc).slice() };
    const stored = content.unconfirmed ? this.#parts.storeEdits() : Promise.resolve(true);
    this.#after(async () => {
      // An edit that is only in here would reach the server one day without ever having counted as waiting.
      if (await stored) await this.#parts.keep.put(content);
    });
  }

  /** The right to it is gone, or it is broken: what is kept goes, and nothing is kept from now on. */
  forget(): void {
    this.#end();
    this.#after(() => this.#parts.keep.remove());
  }

  close(): void {
    this.now();
    this.#end();
  }

  #end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  // A device that keeps nothing takes nothing from the page but this.
  #after(operate: () => Promise<unknown>): void {
    this.#last = this.#last.then(operate).catch(() => undefined);
  }
}

function nothingAfter(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}
