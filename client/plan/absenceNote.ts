/** Says over the plan that it is shown as it was, while there is no network, and on return what happened meanwhile. */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { Homecoming, HomecomingSection } from '../api/plan/homecoming.ts';
import type { PlanSession } from '../api/plan/planSession.ts';
import { writersOf } from '../api/plan/writers.ts';
import { call } from '../api/rest.ts';
import { moment } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';
import { listOf } from './words.ts';

type Writers = ReadonlyMap<SectionId, readonly string[]>;

/** A break that mends itself in this time is not told of, ms. */
const shortMs = 2_000;

export class AbsenceNote implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: () => PlanSession | null;
  readonly #say: (words: string) => void;
  #state: 'in-step' | 'lost' | 'told' = 'in-step';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether all of the plan was in step since it was opened. */
  #wasInStep = false;
  /** What is told of an absence, as one string, and who else wrote meanwhile. */
  #told: { readonly what: string; writers: Writers } | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    { session, say }: { session: () => PlanSession | null; say: (words: string) => void },
  ) {
    this.#host = host;
    this.#session = session;
    this.#say = say;
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.#session();
    if (!session) return;
    const away = isAway(session);
    if (!away) this.#back(session);
    else if (this.#state === 'in-step') this.#lost(session);
    this.#tell(session, session.homecoming);
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
    return homecoming && this.#told ? backNote(homecoming, this.#told.writers, session) : nothing;
  }

  #lost(session: PlanSession): void {
    this.#state = session.keptAt === null || this.#wasInStep ? 'lost' : 'told';
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

  /** Says what happened, once: with the names of the others, where the server knows them. */
  #tell(session: PlanSession, homecoming: Homecoming | null): void {
    const what = homecoming && JSON.stringify(homecoming);
    if (what === (this.#told?.what ?? null)) return;
    this.#told = what === null ? null : { what, writers: new Map() };
    if (homecoming && this.#told) void this.#nameOthers(session, homecoming, this.#told);
  }

  async #nameOthers(
    session: PlanSession,
    homecoming: Homecoming,
    told: { readonly what: string; writers: Writers },
  ): Promise<void> {
    const { id: planId, me } = session.plan;
    const { sections } = homecoming;
    if (sections.some(({ others }) => others)) {
      const history = await call('history', { planId }, {}).catch(() => null);
      if (history) told.writers = writersOf(history, { sections, me: me.personId });
    }
    if (this.#told !== told) return;
    this.#host.requestUpdate();
    const sentences = sections.map((section) => sentence(section, told.writers));
    this.#say([texts().offline.back.heading, ...sentences].join('. '));
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

function backNote(homecoming: Homecoming, writers: Writers, session: PlanSession): TemplateResult {
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
        ${homecoming.sections.map((section) => html`<li>${sentence(section, writers)}</li>`)}
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

/** «Kontaktplan døgnet rundt: 2 endringer fra deg er lagret. Fatima Yilmaz skrev også her.» */
function sentence({ id, mine, others }: HomecomingSection, writers: Writers): string {
  const words = texts().offline.back;
  const parts = mine > 0 ? [words.mine(mine)] : [];
  const names = writers.get(id) ?? [];
  if (others && names.length > 0) parts.push((mine > 0 ? words.names : words.namesOnly)(listOf(names)));
  else if (others) parts.push(mine > 0 ? words.others : words.othersOnly);
  return `${texts().shared.sections[id].heading}: ${parts.join(' ')}`;
}
