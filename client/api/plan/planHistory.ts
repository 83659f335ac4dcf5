/**
 * Who wrote what and when in one plan, and what is new to this person: kept up to date by the server's notices. While the
 * page is hidden nothing is asked for, so that a page that nobody looks at counts as nobody's visit.
 */
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { History, RowHistory, SectionHistory } from '../../../shared/protocol/routes/history.ts';
import { call } from '../rest.ts';
import type { PlanNotices } from './planNotices.ts';

/** Somebody who has written, as the plan knows them. */
export type Writer = History['people'][number];

/** Whether somebody sees the page; tells of changes. */
export interface Sight {
  readonly visible: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The sight of a browser's page; where there is none, as outside a browser, all is seen. */
const pageSight: Sight = {
  visible: () => typeof document === 'undefined' || document.visibilityState === 'visible',
  subscribe: (listener) => {
    if (typeof document === 'undefined') return () => undefined;
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

export class PlanHistory {
  readonly #planId: string;
  readonly #sight: Sight;
  readonly #ends: readonly (() => void)[];
  readonly #listeners = new Set<() => void>();
  #told: History | null = null;
  /** The last change that this visit began with: what comes later is no surprise to one who is here. */
  #begunAt = '';
  #stale = false;
  #asked = 0;

  constructor({ planId, notices, sight = pageSight }: { planId: string; notices: PlanNotices; sight?: Sight }) {
    this.#planId = planId;
    this.#sight = sight;
    this.#ends = [
      notices.subscribe('history', () => this.#changed()),
      sight.subscribe(() => this.#stale && this.#changed()),
    ];
  }

  /** The end of the visit before this one; null at the first, and until the server has told. */
  get since(): string | null {
    return this.#told?.since ?? null;
  }

  /** What is told of the sections that I may read, in the order of the plan. */
  get sections(): readonly SectionHistory[] {
    return this.#told?.sections ?? [];
  }

  /** The last change that was there when this visit began, as ISO 8601; '' where there was none. */
  get begunAt(): string {
    return this.#begunAt;
  }

  section(id: SectionId): SectionHistory | null {
    return this.sections.find((section) => section.id === id) ?? null;
  }

  writer(personId: string): Writer | null {
    return this.#told?.people.find((person) => person.personId === personId) ?? null;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What is new counts from now on. @throws SamradError */
  async markSeen(): Promise<void> {
    await call('markSeen', { planId: this.#planId }, {});
    await this.#fetch();
  }

  /** All that is remembered of one row. @throws SamradError */
  row(sectionId: SectionId, rowId: string): Promise<RowHistory> {
    return call('rowHistory', { planId: this.#planId, sectionId, rowId }, {});
  }

  /** Takes what was deleted in a section away for good. @throws SamradError */
  async purge(sectionId: SectionId): Promise<void> {
    await call('purgeSection', { planId: this.#planId, sectionId }, {});
  }

  close(): void {
    for (const end of this.#ends) end();
    this.#listeners.clear();
  }

  #changed(): void {
    this.#stale = !this.#sight.visible();
    if (!this.#stale) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const told = await call('history', { planId: this.#planId }, {});
      // An older answer may come after a newer one.
      if (asked === this.#asked) this.#take(told);
    } catch {
      // Without network the last that was heard stays; the next notice asks again.
    }
  }

  #take(told: History): void {
    if (this.#told === null || told.since !== this.#told.since)
      this.#begunAt = told.sections.flatMap(({ news }) => news.map(({ at }) => at)).reduce(later, '');
    this.#told = told;
    for (const listener of [...this.#listeners]) listener();
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
