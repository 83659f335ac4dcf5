/** Owns one test of somebody's line before a meeting: a router on a worker as a meeting has it, and the ways that are tried. */
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { OpenTest, RoundResult, TestWayInfo, Way } from '../../shared/protocol/lineTest.ts';
import { rtpCapabilitiesSchema } from '../../shared/protocol/media.ts';
import type { RequestInput, RequestOutput } from '../../shared/protocol/requests.ts';
import { withPageParameters } from './mediaFaults.ts';
import { lineTestShapes, roomWeight } from './mediaPolicy.ts';
import type { Tenant } from './mediaWorker.ts';
import { TestWay } from './testWay.ts';
import type { Home, WorkerPool } from './workerPool.ts';

interface Settings {
  readonly pool: Pick<WorkerPool, 'settle'>;
  readonly lifetimeMs: number;
  readonly onClosed: (test: LineTest) => void;
}

type State =
  | { readonly name: 'settling' }
  | { readonly name: 'open'; readonly home: Home; readonly direct: types.DirectTransport }
  | { readonly name: 'closed' };

export class LineTest implements Tenant {
  readonly load = roomWeight;
  readonly #settings: Settings;
  readonly #ways = new Map<Way, TestWay>();
  readonly #timer: NodeJS.Timeout;
  #state: State = { name: 'settling' };

  private constructor(settings: Settings) {
    this.#settings = settings;
    this.#timer = setTimeout(() => this.close(), settings.lifetimeMs).unref();
  }

  /** Begins; it ends by itself when its time is over. @throws SamradError `media-unavailable` when no worker is there in time. */
  static async create(settings: Settings): Promise<LineTest> {
    const test = new LineTest(settings);
    try {
      await test.#settle();
      return test;
    } catch (error) {
      test.close();
      throw error;
    }
  }

  /** What the page needs to begin. @throws SamradError `wrong-state` when it is over. */
  get setup(): OpenTest {
    const { home } = this.#open();
    return {
      // mediasoup's two halves type one header extension differently; the value is the same.
      routerRtpCapabilities: rtpCapabilitiesSchema.parse(home.router.rtpCapabilities),
      iceServers: home.iceServers(),
      ...lineTestShapes,
    };
  }

  /** Transports that go this way, in place of those that there were. @throws SamradError `wrong-state`, `media-unavailable`. */
  async openWay({ way }: RequestInput<'test:way'>): Promise<TestWayInfo> {
    const { home, direct } = this.#open();
    const made = await withPageParameters(() => TestWay.create({ home, direct, way }));
    this.#ways.get(way)?.close();
    this.#ways.set(way, made);
    return made.info;
  }

  async connect(input: RequestInput<'test:connect'>): Promise<void> {
    await this.#way(input.way).connect(input);
  }

  async produce({ way, streamId }: RequestInput<'test:produce'>): Promise<RequestOutput<'test:produce'>> {
    return this.#way(way).produce(streamId);
  }

  async measure(input: RequestInput<'test:measure'>): Promise<void> {
    await this.#way(input.way).measure(input);
  }

  /** Ends the round that there is. @throws SamradError `wrong-state` where there is none. */
  result(): RoundResult {
    this.#open();
    for (const way of this.#ways.values()) {
      const result = way.result();
      if (result) return result;
    }
    throw new SamradError('wrong-state');
  }

  workerDied(): void {
    this.close();
  }

  close(): void {
    if (this.#state.name === 'closed') return;
    const before = this.#state;
    this.#state = { name: 'closed' };
    clearTimeout(this.#timer);
    for (const way of this.#ways.values()) way.close();
    this.#ways.clear();
    if (before.name === 'open') leave(before.home);
    this.#settings.onClosed(this);
  }

  async #settle(): Promise<void> {
    const home = await this.#settings.pool.settle(this);
    try {
      const direct = await withPageParameters(() => home.router.createDirectTransport());
      if (this.#isClosed()) throw new SamradError('wrong-state');
      this.#state = { name: 'open', home, direct };
    } catch (error) {
      leave(home);
      throw error;
    }
  }

  #isClosed(): boolean {
    return this.#state.name === 'closed';
  }

  #open(): Extract<State, { name: 'open' }> {
    if (this.#state.name !== 'open') throw new SamradError('wrong-state');
    return this.#state;
  }

  #way(way: Way): TestWay {
    this.#open();
    const found = this.#ways.get(way);
    if (!found) throw new SamradError('wrong-state');
    return found;
  }
}

function leave(home: Home): void {
  home.leave();
  home.router.close();
}
