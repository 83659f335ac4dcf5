/**
 * Tells when what a person may do in a plan may have changed: because somebody changed it, or because a date in it has
 * come. It knows the next such date only of those who are listened for, and asks nobody in between.
 */
export interface Who {
  readonly planId: string;
  readonly personId: string;
}

/** Looks at the rights anew; what was open by rights that are gone is closed when it resolves. */
export type AccessListener = () => Promise<void>;

interface Watched {
  readonly who: Who;
  readonly listeners: Set<AccessListener>;
  timer: NodeJS.Timeout | null;
  /** Raised with every look for the next date, so that an answer that comes late is not used. */
  looks: number;
}

interface Parts {
  /** The first time after `at` at which a date changes the person's rights; null: none. ISO 8601 in UTC. */
  readonly nextChange: (who: Who, at: string) => Promise<string | null>;
  /** Called when the listeners are done. */
  readonly onChanged: (who: Who) => void;
  readonly onError: (error: unknown) => void;
  readonly now: () => Date;
}

/** Timers count steps of their own and hold at most 24.8 days; so the clock on the wall is looked at once in a while, ms. */
const longestSleep = 60_000;

export class AccessChanges {
  readonly #parts: Parts;
  readonly #watched = new Map<string, Watched>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Calls the listener at every change after this moment, until the returned function is called. */
  watch(who: Who, listener: AccessListener): () => void {
    const key = keyOf(who);
    const watched = this.#watched.get(key) ?? this.#begin(key, who);
    watched.listeners.add(listener);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0 || this.#watched.get(key) !== watched) return;
      this.#watched.delete(key);
      stop(watched);
    };
  }

  /** Rights have changed, and the change is stored. Resolves when all who listen have looked at it. */
  async tell(who: Who): Promise<void> {
    const watched = this.#watched.get(keyOf(who));
    if (watched) {
      void this.#arm(watched);
      await Promise.all([...watched.listeners].map((listener) => listener()));
    }
    this.#parts.onChanged(who);
  }

  /** Tells of nothing any more. */
  close(): void {
    for (const watched of this.#watched.values()) stop(watched);
    this.#watched.clear();
  }

  #begin(key: string, who: Who): Watched {
    const watched: Watched = { who, listeners: new Set(), timer: null, looks: 0 };
    this.#watched.set(key, watched);
    // Asked for before any listener looks at the rights: no date can pass unseen between the two.
    void this.#arm(watched);
    return watched;
  }

  /** Looks for the next date and sleeps until it comes. */
  async #arm(watched: Watched): Promise<void> {
    stop(watched);
    const look = watched.looks;
    try {
      const next = await this.#parts.nextChange(watched.who, this.#parts.now().toISOString());
      if (next !== null && watched.looks === look) this.#sleepUntil(watched, Date.parse(next));
    } catch (error) {
      this.#parts.onError(error);
    }
  }

  #sleepUntil(watched: Watched, time: number): void {
    const left = time - this.#parts.now().getTime();
    if (left <= 0) return void this.tell(watched.who).catch(this.#parts.onError);
    watched.timer = setTimeout(() => this.#sleepUntil(watched, time), Math.min(left, longestSleep));
  }
}

function keyOf({ planId, personId }: Who): string {
  return `${planId}/${personId}`;
}

function stop(watched: Watched): void {
  watched.looks += 1;
  if (watched.timer) clearTimeout(watched.timer);
  watched.timer = null;
}
