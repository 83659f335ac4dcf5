/** The sections that are open. A section that is being loaded is a promise in the map, so that those who come at once share it. */
import type { SectionLog } from '../storage/sectionLog.ts';
import { LiveSection } from './liveSection.ts';

export class LiveSections {
  readonly #log: SectionLog;
  readonly #now: () => Date;
  readonly #onLogged: (name: string) => void;
  readonly #sections = new Map<string, Promise<LiveSection>>();

  /** `onLogged` hears the name of each section whose log has grown; called often, so it must not wait for anything. */
  constructor({ log, now, onLogged }: { log: SectionLog; now: () => Date; onLogged: (name: string) => void }) {
    this.#log = log;
    this.#now = now;
    this.#onLogged = onLogged;
  }

  /** How many sections are open. */
  get size(): number {
    return this.#sections.size;
  }

  /**
   * Runs `use` with the section in memory. A section that nobody holds afterwards is let go.
   * @throws the error of the database where the section can't be loaded.
   */
  async open<Result>(name: string, use: (section: LiveSection) => Result): Promise<Awaited<Result>> {
    const section = await (this.#sections.get(name) ?? this.#load(name));
    // It may have been let go while this waited for it.
    if (section.closed) return this.open(name, use);
    try {
      return await use(section);
    } finally {
      section.letGoIfIdle();
    }
  }

  /**
   * Looks at several sections as they are at one moment, in the order of `names`; `look` does not wait for anything.
   * @throws the error of the database where one of them can't be loaded.
   */
  async readTogether<Result>(
    names: readonly string[],
    look: (opened: readonly LiveSection[]) => Result,
  ): Promise<Result> {
    const holds = await Promise.allSettled(names.map((name) => this.#hold(name)));
    try {
      const held = holds.map((hold) => {
        if (hold.status === 'rejected') throw hold.reason;
        return hold.value.section;
      });
      // One that ended meanwhile may hold half of an edit.
      return held.some(({ closed }) => closed) ? await this.readTogether(names, look) : look(held);
    } finally {
      for (const hold of holds) if (hold.status === 'fulfilled') hold.value.release();
    }
  }

  /** Keeps a section in memory until it is released. */
  #hold(name: string): Promise<{ section: LiveSection; release: () => void }> {
    return this.open(name, (section) => ({
      section,
      release: section.subscribe({ receive: ignore, interrupt: ignore }),
    }));
  }

  /** Ends every section for everyone. */
  close(): void {
    for (const loading of [...this.#sections.values()]) loading.then((section) => section.close(), ignore);
  }

  #load(name: string): Promise<LiveSection> {
    const forget = () => this.#sections.delete(name);
    const loading = LiveSection.load({
      name,
      log: this.#log,
      now: this.#now,
      onLogged: () => this.#onLogged(name),
      onClosed: forget,
    });
    this.#sections.set(name, loading);
    loading.catch(forget);
    return loading;
  }
}

/** For those who want to hear nothing: a section that could not be loaded has nothing to close; its error went to those who asked for it. */
function ignore(): void {}
