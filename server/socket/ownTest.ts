/** Owns the one test of a line that a connection has. */
import { SamradError } from '../../shared/protocol/errors.ts';
import type { OpenTest } from '../../shared/protocol/lineTest.ts';
import type { Guard } from '../guard/guard.ts';
import type { LineTest } from '../media/lineTest.ts';
import type { LineTests } from '../media/lineTests.ts';

interface Settings {
  readonly lineTests: Pick<LineTests, 'open'>;
  readonly guard: Pick<Guard, 'mayTest'>;
  readonly personId: string;
}

export class OwnTest {
  readonly #settings: Settings;
  #test: LineTest | null = null;
  /** Grows with every beginning and end: a test that is ready only when it is not wanted any more is closed at once. */
  #turn = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Begins a test in place of the one before. @throws SamradError `too-many`, `media-unavailable`, `wrong-state`. */
  async open(): Promise<OpenTest> {
    const { lineTests, guard, personId } = this.#settings;
    if (!guard.mayTest(personId)) throw new SamradError('too-many');
    this.close();
    const turn = this.#turn;
    const test = await lineTests.open();
    if (turn !== this.#turn) {
      test.close();
      throw new SamradError('wrong-state');
    }
    this.#test = test;
    return test.setup;
  }

  /** The test that there is. @throws SamradError `wrong-state`. */
  get current(): LineTest {
    if (!this.#test) throw new SamradError('wrong-state');
    return this.#test;
  }

  close(): void {
    this.#turn += 1;
    this.#test?.close();
    this.#test = null;
  }
}
