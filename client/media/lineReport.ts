/** Reads the line again and again for as long as somebody looks at its numbers, and keeps what they are now. */
import { lineSummary, type LineReading, type LineSummary } from './lineStats.ts';

const everyMs = 1_000;
/** Rates are taken over so many readings: over one second they would jump. */
const readings = 5;

/** `measuring`: there is nothing to compare with yet. */
export type LineReportState = { readonly name: 'measuring' } | { readonly name: 'read'; readonly summary: LineSummary };

interface LineReportParts {
  /** Null where there are no connections. */
  readonly read: () => Promise<LineReading | null>;
  readonly onChange: () => void;
}

export class LineReport {
  readonly #parts: LineReportParts;
  #state: LineReportState | null = null;
  #readings: LineReading[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LineReportParts) {
    this.#parts = parts;
  }

  /** Null where nobody looks. */
  get state(): LineReportState | null {
    return this.#state;
  }

  show(on: boolean): void {
    clearTimeout(this.#timer);
    this.#readings = [];
    this.#state = on ? { name: 'measuring' } : null;
    if (on) void this.#look(this.#state);
    this.#parts.onChange();
  }

  close(): void {
    this.#state = null;
    clearTimeout(this.#timer);
  }

  async #look(begun: LineReportState | null): Promise<void> {
    const now = await this.#parts.read().catch(() => null);
    if (this.#state === null || this.#state !== begun) return;
    const [before] = this.#readings;
    if (now) this.#readings = [...this.#readings, now].slice(-readings);
    // New connections begin to count anew.
    else this.#readings = [];
    if (now && before) {
      this.#state = { name: 'read', summary: lineSummary(now, before) };
      this.#parts.onChange();
    }
    const state = this.#state;
    this.#timer = setTimeout(() => void this.#look(state), everyMs);
  }
}
