/** What the rules find in a plan that stands open: asked for at the start, after every change that may matter, and when a day ends. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import { call } from '../../api/rest.ts';

/** `before` is kept in sight while it is asked for anew. */
export type FindingsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly found: RouteOutput<'findings'> }
  | { readonly kind: 'failed' };

/** The pause after the last change before the server is asked, ms: whoever types should not ask at every letter. */
const pauseMs = 2_000;
/** What is due becomes late without anybody's doing; ms. */
const refreshMs = 15 * 60_000;

export class FindingsLife implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #plan: () => PlanSession;
  #followed: PlanSession | null = null;
  #ends: readonly (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = 0;
  state: FindingsState = { kind: 'loading' };

  constructor(host: ReactiveControllerHost, plan: () => PlanSession) {
    this.#host = host;
    this.#plan = plan;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#plan() !== this.#followed) this.#follow(this.#plan());
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
    this.#ends = [];
    this.#followed = null;
  }

  /** Asks now. An answer that a later question has overtaken is left aside. */
  async ask(): Promise<void> {
    const plan = this.#plan();
    const turn = ++this.#asking;
    this.#askIn(refreshMs);
    const state = await call('findings', { planId: plan.plan.id }, {}).then(
      (found): FindingsState => ({ kind: 'ready', found }),
      (): FindingsState => ({ kind: 'failed' }),
    );
    if (turn !== this.#asking || this.#followed !== plan) return;
    // What was found stays in sight while the line is down.
    if (state.kind === 'failed' && this.state.kind === 'ready') return;
    this.state = state;
    this.#host.requestUpdate();
  }

  #follow(plan: PlanSession): void {
    this.hostDisconnected();
    this.#followed = plan;
    const soon = (): void => this.#askIn(pauseMs);
    const opened = plan.sections.flatMap(({ session }) => (session ? [session] : []));
    this.#ends = [
      plan.notices.subscribe('tasks', soon),
      plan.notices.subscribe('access', soon),
      ...opened.map((session) => session.content.subscribe(soon)),
    ];
    void this.ask();
  }

  #askIn(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), pause);
  }
}
