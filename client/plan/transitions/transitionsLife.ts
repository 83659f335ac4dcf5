/** What the server knows of a plan's transitions: asked for while the element is in the page and whenever they may have changed. */
import type { ReactiveController } from 'lit';
import type { Transition } from '../../../shared/careplan/transition.ts';
import { call } from '../../api/rest.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import type { LightElement } from '../../app/lightElement.ts';

/** `unknown`: not answered yet, or not for this person. */
type Known =
  | { readonly state: 'unknown' }
  | { readonly state: 'known'; readonly transitions: readonly Transition[]; readonly mayAct: boolean };

export class TransitionsLife implements ReactiveController {
  readonly #host: LightElement;
  readonly #plan: () => PlanSession;
  #known: Known = { state: 'unknown' };
  #unsubscribe = (): void => undefined;

  constructor(host: LightElement, plan: () => PlanSession) {
    this.#host = host;
    this.#plan = plan;
    host.addController(this);
  }

  get known(): Known {
    return this.#known;
  }

  hostConnected(): void {
    // The element may be given its plan only after it has entered the page.
    void this.#host.updateComplete.then(() => {
      if (!this.#host.isConnected) return;
      this.#unsubscribe();
      this.#unsubscribe = this.#plan().notices.subscribe('tasks', () => void this.#fetch());
    });
  }

  hostDisconnected(): void {
    this.#unsubscribe();
  }

  /** Puts a transition, as the server answered it, in its place. */
  take(transition: Transition): void {
    if (this.#known.state === 'unknown') return;
    const others = this.#known.transitions.filter(({ id }) => id !== transition.id);
    const transitions = [...others, transition].toSorted((one, other) => other.at.localeCompare(one.at));
    this.#set({ ...this.#known, transitions });
  }

  async #fetch(): Promise<void> {
    const { sections } = this.#plan().plan;
    // The server would refuse, and record that it did.
    if (!sections.some(({ id, access }) => id === 'tasks' && access !== 'none')) return;
    try {
      const { transitions, mayAct } = await call('transitions', { planId: this.#plan().plan.id }, {});
      this.#set({ state: 'known', transitions, mayAct });
    } catch {
      // Without an answer what was known stays.
    }
  }

  #set(known: Known): void {
    this.#known = known;
    this.#host.requestUpdate();
  }
}
