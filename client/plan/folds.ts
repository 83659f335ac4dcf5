/**
 * Which sections stand open on this device, and which are folded to their headings. Remembered by section id alone: it says
 * nothing of any patient. On paper everything is open.
 */
import { z } from 'zod';
import { sectionIdSchema, type SectionId } from '../../shared/careplan/sections.ts';

const storageKey = 'samrad.folds';
const storedSchema = z.partialRecord(sectionIdSchema, z.boolean()).catch({});
/** A phone held upright. Asked once: a page that is turned must not fold what is being read. */
const phone = '(max-width: 40rem)';
/** What stands open on a phone until somebody chooses: what everything starts from, and whom to ring. */
const openOnPhones: ReadonlySet<SectionId> = new Set(['what-matters', 'contacts']);

export class Folds {
  readonly #chosen: Partial<Record<SectionId, boolean>>;
  readonly #narrow: boolean;
  readonly #listeners = new Set<() => void>();
  #printing = false;

  constructor() {
    this.#chosen = remembered();
    this.#narrow = matchMedia(phone).matches;
  }

  isOpen(id: SectionId): boolean {
    return this.#printing || (this.#chosen[id] ?? (!this.#narrow || openOnPhones.has(id)));
  }

  /** Opens or folds sections, and remembers it. */
  set(ids: readonly SectionId[], open: boolean): void {
    for (const id of ids) this.#chosen[id] = open;
    remember(this.#chosen);
    this.#tell();
  }

  /** Hears of every change. The first listener has the page watched for printing, the last one ends that. */
  subscribe(listener: () => void): () => void {
    if (this.#listeners.size === 0) this.#watch();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#unwatch();
    };
  }

  #watch(): void {
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#printed);
  }

  #unwatch(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#printed);
  }

  readonly #print = (): void => {
    this.#printing = true;
    this.#tell();
  };

  readonly #printed = (): void => {
    this.#printing = false;
    this.#tell();
  };

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function remembered(): Partial<Record<SectionId, boolean>> {
  try {
    return storedSchema.parse(JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
  } catch {
    return {};
  }
}

function remember(chosen: Partial<Record<SectionId, boolean>>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(chosen));
  } catch {
    // A device that stores nothing forgets it with the page.
  }
}
