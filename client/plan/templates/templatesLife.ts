/** What the server knows of the templates of a plan: asked for while the element is in the page and whenever they may have changed. */
import type { ReactiveController } from 'lit';
import type { TemplateUse } from '../../../shared/careplan/templateUse.ts';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import { call } from '../../api/rest.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import type { LightElement } from '../../app/lightElement.ts';

type Known = RouteOutput<'templates'>;

export class TemplatesLife implements ReactiveController {
  readonly #host: LightElement;
  readonly #plan: () => PlanSession;
  #known: Known | null = null;
  #unsubscribe = (): void => undefined;

  constructor(host: LightElement, plan: () => PlanSession) {
    this.#host = host;
    this.#plan = plan;
    host.addController(this);
  }

  /** The last that the server said; null until it has answered, and for those who may not know. */
  get known(): Known | null {
    return this.#known;
  }

  hostConnected(): void {
    // The element may be given its plan only after it has entered the page.
    void this.#host.updateComplete.then(() => {
      if (!this.#host.isConnected) return;
      this.#unsubscribe();
      this.#unsubscribe = this.#plan().notices.subscribe('templates', () => void this.#fetch());
    });
  }

  hostDisconnected(): void {
    this.#unsubscribe();
  }

  /** Takes what a command answered. */
  take(uses: readonly TemplateUse[]): void {
    if (this.#known) this.#set({ ...this.#known, uses: [...uses] });
  }

  async #fetch(): Promise<void> {
    const { sections } = this.#plan().plan;
    // The server would refuse, and record that it did.
    if (!sections.some(({ id, access }) => id === 'review' && access !== 'none')) return;
    try {
      this.#set(await call('templates', { planId: this.#plan().plan.id }, {}));
    } catch {
      // Without an answer what was known stays.
    }
  }

  #set(known: Known): void {
    this.#known = known;
    this.#host.requestUpdate();
  }
}
