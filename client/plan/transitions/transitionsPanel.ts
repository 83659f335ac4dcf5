/**
 * `<samrad-transitions>`: the patient's way in and out of hospital: recording it, the checklist and clocks of the newest,
 * earlier ones folded. Shows nothing to those who may not read the tasks.
 *
 * Properties: `plan` (PlanSession)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { clocksOf, transitionKinds, type CheckPoint, type Transition } from '../../../shared/careplan/transition.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import { call } from '../../api/rest.ts';
import { dayAndTime } from '../../app/dates.ts';
import { LightElement } from '../../app/lightElement.ts';
import { language, texts } from '../../i18n/texts.ts';
import { SayEvent } from '../context.ts';
import { checklist } from './checklist.ts';
import { clockCard } from './clockCard.ts';
import type { RecordedEvent } from './transitionForm.ts';
import { TransitionsLife } from './transitionsLife.ts';
import './callForm.ts';
import './transitionForm.ts';
import './transitions.css';

export class TransitionsPanel extends LightElement {
  static override properties = {
    plan: { attribute: false },
    recording: { state: true },
    failed: { state: true },
  };
  declare plan: PlanSession;
  /** What is being recorded, or null. */
  declare private recording: Transition['kind'] | null;
  declare private failed: boolean;
  #opensAtFirst: boolean | null = null;
  readonly #life = new TransitionsLife(this, () => this.plan);

  constructor() {
    super();
    this.recording = null;
    this.failed = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { known } = this.#life;
    if (known.state === 'unknown' || (known.transitions.length === 0 && !known.mayAct)) return nothing;
    const words = texts().tasks.transitions;
    const [newest, ...older] = known.transitions;
    return html`<section
      class="surface plan-panel"
      aria-labelledby="plan-transitions"
      @samrad-recorded=${(event: RecordedEvent) => this.#recorded(event)}
      @samrad-cancel=${() => void this.#stopRecording()}
    >
      <details class="plan-panel-fold" ?open=${this.#opens(newest)}>
        <summary>
          <h2 class="ds-heading" data-size="xs" id="plan-transitions">${words.heading}</h2>
          ${newest ? html`<span class="muted">${summaryOf(newest)}</span>` : nothing}
        </summary>
        <div class="plan-panel-body stack">
          <p class="muted">${words.lead}</p>
          ${known.mayAct ? this.#recorder() : nothing}
          ${newest ? this.#transition(newest, known.mayAct) : html`<p class="empty">${words.none}</p>`}
          ${this.failed ? html`<p class="task-failed" role="alert">${words.failed}</p>` : nothing}
          ${
            older.length === 0
              ? nothing
              : html`<details class="task-settled">
                  <summary>${words.older(older.length)}</summary>
                  ${older.map((transition) => this.#transition(transition, known.mayAct))}
                </details>`
          }
        </div>
      </details>
    </section>`;
  }

  /** It stands open at first where a clock runs; from then on it is the person who folds it. */
  #opens(newest: Transition | undefined): boolean {
    this.#opensAtFirst ??= newest !== undefined && clocksOf(newest, new Date()).some(({ state }) => state !== 'done');
    return this.#opensAtFirst;
  }

  #recorder(): TemplateResult {
    const { recording } = this;
    if (recording !== null)
      return html`${keyed(
        recording,
        html`<samrad-transition-form .kind=${recording} .planId=${this.plan.plan.id}></samrad-transition-form>`,
      )}`;
    return html`<div class="row no-print" data-phone="fill">
      ${transitionKinds.map(
        (kind) =>
          html`<button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-kind=${kind}
            @click=${() => (this.recording = kind)}
          >
            ${texts().tasks.transitions.start[kind]}
          </button>`,
      )}
    </div>`;
  }

  #transition(transition: Transition, mayAct: boolean): TemplateResult {
    const words = texts().tasks.transitions;
    const { id: transitionId, kind, at, place, recorded, points } = transition;
    const left = points.some(({ ticked, task }) => ticked === null && !task);
    const planId = this.plan.plan.id;
    const recordCall = mayAct
      ? html`<samrad-call-form .planId=${planId} .transitionId=${transitionId}></samrad-call-form>`
      : null;
    return html`<article class="transition stack" data-transition=${transitionId}>
      <div>
        <h3 class="transition-name">${[words.kinds[kind], dayAndTime(at)].join(' ')}</h3>
        ${place === '' ? nothing : html`<p>${place}</p>`}
        <p class="muted">${words.recorded(recorded.name, dayAndTime(recorded.at))}</p>
      </div>
      ${clockCard(transition, new Date(), recordCall)}
      ${checklist({
        transition,
        plan: this.plan.plan,
        tick: mayAct ? (point, ticked) => void this.#tick(transitionId, point, ticked) : null,
      })}
      ${
        mayAct && left
          ? html`<button
              type="button"
              class="ds-button no-print transition-make-tasks"
              @click=${() => void this.#makeTasks(transitionId)}
            >
              ${words.makeTasks}
            </button>`
          : nothing
      }
    </article>`;
  }

  async #tick(transitionId: string, point: CheckPoint, ticked: boolean): Promise<void> {
    await this.#attempt(async () => {
      const { transition } = await call('tickPoint', { planId: this.plan.plan.id, transitionId, point }, { ticked });
      this.#life.take(transition);
    });
    // The box shows what the server has, also where it refused.
    this.requestUpdate();
  }

  async #makeTasks(transitionId: string): Promise<void> {
    await this.#attempt(async () => {
      const target = { planId: this.plan.plan.id, transitionId };
      const { transition, made } = await call('makeTransitionTasks', target, { language: language() });
      this.#life.take(transition);
      this.dispatchEvent(new SayEvent(texts().tasks.transitions.made(made)));
      await this.updateComplete;
      // The button has gone with the last point that was left.
      this.querySelector<HTMLElement>('.plan-panel-fold > summary')?.focus();
    });
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  #recorded({ detail }: RecordedEvent): void {
    this.#life.take(detail);
    this.dispatchEvent(new SayEvent(texts().tasks.transitions.formHeading[detail.kind]));
    void this.#stopRecording();
  }

  async #stopRecording(): Promise<void> {
    const kind = this.recording;
    if (kind === null) return;
    this.recording = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-kind="${kind}"]`)?.focus();
  }
}

function summaryOf({ kind, at, points }: Transition): string {
  const words = texts().tasks.transitions;
  const done = points.filter(({ ticked }) => ticked !== null).length;
  return `${words.kinds[kind]} ${dayAndTime(at)} · ${words.done(done, points.length)}`;
}

customElements.define('samrad-transitions', TransitionsPanel);
