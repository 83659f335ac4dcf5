/** Says over the plan that it is shown as it was, while there is no network, and on return what happened meanwhile. */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Homecoming, HomecomingSection } from '../api/plan/homecoming.ts';
import type { PlanSession } from '../api/plan/planSession.ts';
import { moment } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';
import { SayEvent } from './context.ts';

/** A break that mends itself in this time is not told of, ms. */
const shortMs = 2_000;

export class AbsenceNote implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: () => PlanSession | null;
  #state: 'in-step' | 'lost' | 'told' = 'in-step';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, session: () => PlanSession | null) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.#session();
    if (!session) return;
    const away = isAway(session);
    if (!away) this.#back(session);
    else if (this.#state === 'in-step') this.#lost(session);
    this.#say(session.homecoming);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** What is to be seen now. */
  get note(): TemplateResult | typeof nothing {
    const session = this.#session();
    if (!session) return nothing;
    const { asOf, homecoming } = session;
    if (asOf !== null && this.#state === 'told') return awayNote(asOf, session);
    return homecoming ? backNote(homecoming, session) : nothing;
  }

  #lost(session: PlanSession): void {
    this.#state = session.keptAt === null ? 'lost' : 'told';
    if (this.#state === 'told') return;
    this.#timer = setTimeout(() => {
      this.#state = 'told';
      this.#host.requestUpdate();
    }, shortMs);
  }

  #back(session: PlanSession): void {
    clearTimeout(this.#timer);
    const wasAway = this.#state !== 'in-step';
    this.#state = 'in-step';
    if (wasAway && session.asOf === null)
      this.#host.dispatchEvent(new CustomEvent('samrad-in-step', { bubbles: true }));
  }

  #say(homecoming: Homecoming | null): void {
    const words = homecoming && [texts().offline.back.heading, ...homecoming.sections.map(sentence)].join('. ');
    if (words !== null && words !== this.#told) queueMicrotask(() => this.#host.dispatchEvent(new SayEvent(words)));
    this.#told = words;
  }
}

/** Whether the plan stands here as it was, and not because it was closed or is just being fetched. */
function isAway(session: PlanSession): boolean {
  return session.asOf !== null && session.sections.some((section) => section.session?.state.kind === 'offline');
}

function awayNote(asOf: number, session: PlanSession): TemplateResult {
  const words = texts().offline.plan;
  const writable = session.sections.some(({ access }) => access === 'write');
  return html`<div class="notice" data-tone="warm" data-absence="away">
    <p><strong>${words.asOf(moment(asOf, Date.now()))}</strong></p>
    <p>${writable ? words.writable : words.readable}</p>
  </div>`;
}

function backNote(homecoming: Homecoming, session: PlanSession): TemplateResult {
  const words = texts().offline.back;
  return html`<section
    class="ds-alert plan-remark"
    data-color="success"
    data-absence="back"
    aria-label=${words.heading}
  >
    <div class="stack" data-gap="sm">
      <p><strong>${words.heading}</strong></p>
      <p>${words.lead}</p>
      <ul>
        ${homecoming.sections.map((section) => html`<li>${sentence(section)}</li>`)}
      </ul>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        @click=${() => session.dismissHomecoming()}
      >
        ${words.dismiss}
      </button>
    </div>
  </section>`;
}

/** «Kontaktplan døgnet rundt: 2 endringer fra deg er lagret. Andre skrev også her.» */
function sentence({ id, mine, others }: HomecomingSection): string {
  const words = texts().offline.back;
  const parts = [];
  if (mine > 0) parts.push(words.mine(mine));
  if (others) parts.push(mine > 0 ? words.others : words.othersOnly);
  return `${texts().shared.sections[id].heading}: ${parts.join(' ')}`;
}
