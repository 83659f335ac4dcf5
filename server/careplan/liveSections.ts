/** The sections that are open. A section that is being loaded is a promise in the map, so that those who come at once share it. */
import type { SectionLog } from '../storage/sectionLog.ts';
import { LiveSection } from './liveSection.ts';

export class LiveSections {
  readonly #log: SectionLog;
  readonly #now: () => Date;
  readonly #sections = new Map<string, Promise<LiveSection>>();

  constructor({ log, now }: { log: SectionLog; now: () => Date }) {
    this.#log = log;
    this.#now = now;
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

  /** Ends every section for everyone. */
  close(): void {
    for (const loading of [...this.#sections.values()]) loading.then((section) => section.close(), ignore);
  }

  #load(name: string): Promise<LiveSection> {
    const forget = () => this.#sections.delete(name);
    const loading = LiveSection.load({ name, log: this.#log, now: this.#now, onClosed: forget });
    this.#sections.set(name, loading);
    loading.catch(forget);
    return loading;
  }
}

/** A section that could not be loaded has nothing to close; its error went to those who asked for it. */
function ignore(): void {}
