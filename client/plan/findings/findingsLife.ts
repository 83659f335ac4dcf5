/** What the rules find in a plan that stands open: asked for at the start, after every change that may matter, and when a day ends. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { call } from '../../api/rest.ts';

/** `before` is kept in sight while it is asked for anew. */
export type FindingsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly found: RouteOutput<'findings'> }
  | { readonly kind: 'failed' };

/** The sections that the rules look into. */
const looked: readonly SectionId[] = ['tasks', 'contacts', 'decisions', 'disease', 'team', 'review', 'medicines'];
/** The pause after the last change before the server is asked, ms: whoever types should not ask at every letter. */
const pauseMs = 5_000;
/** What is due becomes late without anybody's doing; ms. */
const refreshMs = 15 * 60_000;

export class FindingsLife implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #plan: () => PlanSession;
  #followed: PlanSession | null = null;
  #sessions: readonly SectionSession[] = [];
  #ends: readonly (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = 0;
  state: FindingsState = { kind: 'loading' };

  constructor(host: ReactiveControllerHost, plan: () => PlanSession) {
    this.#host = host;
    this.#plan = plan;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const plan = this.#plan();
    const sessions = sessionsOf(plan);
    // A section whose rights have changed is another one.
    const same = sessions.length === this.#sessions.length && sessions.every((one, at) => one === this.#sessions[at]);
    if (plan !== this.#followed || !same) this.#follow(plan, sessions);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
    this.#ends = [];
    this.#followed = null;
    this.#sessions = [];
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

  #follow(plan: PlanSession, sessions: readonly SectionSession[]): void {
    this.hostDisconnected();
    this.#followed = plan;
    this.#sessions = sessions;
    const soon = (): void => this.#askIn(pauseMs);
    this.#ends = [
      plan.notices.subscribe('tasks', soon),
      plan.notices.subscribe('medicines', soon),
      plan.notices.subscribe('access', soon),
      ...sessions.map((session) => session.content.subscribe(soon)),
    ];
    void this.ask();
  }

  #askIn(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), pause);
  }
}

function sessionsOf(plan: PlanSession): SectionSession[] {
  return plan.sections.flatMap(({ id, session }) => (session && looked.includes(id) ? [session] : []));
}
