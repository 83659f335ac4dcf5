/** What is said of the saving of the whole plan: the state of its sections in one, worst first. */
import type { ReactiveControllerHost } from 'lit';
import type { SaveState } from '../api/plan/saveState.ts';
import { texts } from '../i18n/texts.ts';

export type PlanStatus = 'closed' | 'page' | 'device' | 'offline' | 'unreachable' | 'loading' | 'saving' | 'saved';

const worstFirst: readonly PlanStatus[] = [
  'closed',
  'page',
  'device',
  'offline',
  'unreachable',
  'loading',
  'saving',
  'saved',
];

/** The state of the plan from those of its sections. */
export function planStatus(states: readonly SaveState[]): PlanStatus {
  const statuses = new Set(states.map(statusOf));
  return worstFirst.find((status) => statuses.has(status)) ?? 'saved';
}

function statusOf(state: SaveState): PlanStatus {
  if (state.kind !== 'offline') return state.kind;
  return state.unsaved === 'page' || state.unsaved === 'device' ? state.unsaved : 'offline';
}

/** How a section's state looks: the tone of its dot, and its words. */
export function stateLook(state: SaveState): { readonly tone: string; readonly text: string } {
  const words = texts().plan.state;
  switch (state.kind) {
    case 'loading':
    case 'saving':
      return { tone: 'busy', text: words[state.kind] };
    case 'saved':
      return { tone: 'ok', text: words.saved };
    case 'unreachable':
      return { tone: 'warning', text: words.unreachable };
    case 'offline':
      return { tone: state.unsaved === 'page' ? 'danger' : 'warning', text: words.offline[state.unsaved] };
    case 'closed':
      return { tone: 'danger', text: words.closed };
  }
}

/** The words and the tone for the whole plan. */
export function planLook(status: PlanStatus): { readonly tone: string; readonly text: string } {
  if (status === 'closed') return stateLook({ kind: 'closed', code: 0, unsaved: 'none' });
  if (status === 'page' || status === 'device') return stateLook({ kind: 'offline', unsaved: status });
  if (status === 'offline') return stateLook({ kind: 'offline', unsaved: 'none' });
  return stateLook({ kind: status });
}

/** "Saved" is shown when nothing has been written for this long, ms: while somebody types, the words stand still. */
const calmMs = 500;
/** How long a state must last before it is said aloud, ms. */
const settleMs = 1_200;
/** How long "saved" stays in sight, ms. */
const savedMs = 4_000;

/** Follows a state, but turns from saving to saved only when it has been so for a moment. It errs on the side of "saving". */
export class Calm<State> {
  readonly #host: ReactiveControllerHost;
  readonly #kindOf: (state: State) => string;
  #shown: State | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, kindOf: (state: State) => string) {
    this.#host = host;
    this.#kindOf = kindOf;
  }

  /** What to show of a state that is `next` now; the host is drawn again when that changes by itself. */
  follow(next: State): State {
    if (this.#shown === null || this.#kindOf(this.#shown) !== 'saving' || this.#kindOf(next) !== 'saved') {
      this.close();
      this.#shown = next;
      return next;
    }
    this.#timer ??= setTimeout(() => {
      this.#shown = null;
      this.#host.requestUpdate();
    }, calmMs);
    return this.#shown;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Says the plan's state: what is in sight follows at once, what is spoken only when it has settled. */
export class StatusVoice {
  readonly #host: ReactiveControllerHost;
  readonly #calm: Calm<PlanStatus>;
  #status: PlanStatus | null = null;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #hiding: ReturnType<typeof setTimeout> | undefined;
  /** In sight now, or null. */
  shown: PlanStatus | null = null;
  /** Spoken last. */
  spoken = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#calm = new Calm(host, (status) => status);
  }

  /** Tells the state as it is now; called before every drawing. */
  follow(now: PlanStatus): void {
    const status = this.#calm.follow(now);
    if (status === this.#status) return;
    const news = status !== 'saved' || (this.#status !== null && this.#status !== 'loading');
    this.#status = status;
    clearTimeout(this.#settling);
    clearTimeout(this.#hiding);
    this.shown = news ? status : null;
    if (news) this.#settling = setTimeout(() => this.say(planLook(status).text), settleMs);
    if (news && status === 'saved') this.#hiding = setTimeout(() => this.#hide(), savedMs);
  }

  /** Says something else, at once. */
  say(text: string): void {
    this.spoken = text;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#calm.close();
    clearTimeout(this.#settling);
    clearTimeout(this.#hiding);
  }

  #hide(): void {
    this.shown = null;
    this.#host.requestUpdate();
  }
}
