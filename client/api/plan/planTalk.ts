/** What people say about one plan, beside it: kept up to date by the server's notices. */
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { newId } from '../../../shared/domain/ids.ts';
import type { Thread } from '../../../shared/protocol/routes/comments.ts';
import { call } from '../rest.ts';
import type { PlanNotices } from './planNotices.ts';

/** What a thread is about: a section, a row of it, or, with neither, the plan. */
export interface Topic {
  readonly sectionId: SectionId | null;
  readonly rowId: string | null;
}

export class PlanTalk {
  readonly #planId: string;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;
  #threads: readonly Thread[] = [];
  #asked = 0;

  constructor({ planId, notices }: { planId: string; notices: PlanNotices }) {
    this.#planId = planId;
    this.#unsubscribe = notices.subscribe('comments', () => void this.#fetch());
  }

  /** All that I may see, the thread with the newest comment first; what was last heard while the server can't be reached. */
  get threads(): readonly Thread[] {
    return this.#threads;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws SamradError */
  async start(topic: Topic, kind: Thread['kind'], text: string): Promise<void> {
    await call('startThread', { planId: this.#planId }, { ...topic, kind, text, id: newId(), commentId: newId() });
    await this.#fetch();
  }

  /** @throws SamradError */
  async answer(threadId: string, text: string): Promise<void> {
    await call('addComment', { planId: this.#planId, threadId }, { id: newId(), text });
    await this.#fetch();
  }

  /** @throws SamradError */
  async resolve(threadId: string, resolved: boolean): Promise<void> {
    await call('resolveThread', { planId: this.#planId, threadId }, { resolved });
    await this.#fetch();
  }

  close(): void {
    this.#unsubscribe();
    this.#listeners.clear();
  }

  async #fetch(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const { threads } = await call('threads', { planId: this.#planId }, {});
      // An older answer may come after a newer one.
      if (asked === this.#asked) this.#threads = threads;
    } catch {
      // Without network the last that was heard stays; the next notice asks again.
      return;
    }
    for (const listener of [...this.#listeners]) listener();
  }
}
