/**
 * `<samrad-plan-search>`: finds words in the plan. The hits are links to where they stand.
 *
 * Properties: `plan` (PlanSession) · `goTo` (goes to a section or a field in it)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { find, mostHits, passagesOf, type Hit } from './find.ts';
import { fragmentOf } from './place.ts';

/** After the last key, ms: a count that changes with every letter would be read out with every letter. */
const settleMs = 400;

export class PlanSearch extends LightElement {
  static override properties = {
    plan: { attribute: false },
    goTo: { attribute: false },
    wanted: { state: true },
    spoken: { state: true },
  };
  declare plan: PlanSession;
  declare goTo: (sectionId: SectionId, field: string | null) => void;
  declare private wanted: string;
  /** What screen readers are told of the hits. */
  declare private spoken: string;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.wanted = '';
    this.spoken = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settling);
  }

  protected override render(): TemplateResult {
    const words = texts().way.search;
    const hits = find(passagesOf(this.plan), this.wanted);
    return html`
      <search class="plan-search no-print">
        <label class="ds-label" for="plan-search">${words.label}</label>
        <input
          class="ds-input"
          type="search"
          id="plan-search"
          autocomplete="off"
          .value=${live(this.wanted)}
          @input=${this.#typed}
          @keydown=${this.#keyed}
        />
        <p class="ds-sr-only" role="status">${this.spoken}</p>
        ${this.wanted.trim() === '' ? nothing : this.#results(hits)}
      </search>
    `;
  }

  #results(hits: readonly Hit[]): TemplateResult {
    const words = texts().way.search;
    if (hits.length === 0) return html`<p class="muted">${words.none}</p>`;
    return html`<ul class="plain-list plan-hits" aria-label=${words.results}>
      ${hits.map((hit) => this.#hit(hit))}
    </ul>`;
  }

  #hit({ sectionId, field, label, snippet: [before, found, after] }: Hit): TemplateResult {
    const go = (event: Event): void => {
      event.preventDefault();
      this.wanted = '';
      this.goTo(sectionId, field);
    };
    const { heading } = texts().shared.sections[sectionId];
    return html`<li>
      <a class="plan-hit" href=${fragmentOf({ sectionId, field })} @click=${go}>
        <span class="plan-hit-place">${label === '' ? heading : `${heading} – ${label}`}</span>
        <span class="plan-hit-text">${before}<mark>${found}</mark>${after}</span>
      </a>
    </li>`;
  }

  readonly #typed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.wanted = target.value;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const count = find(passagesOf(this.plan), this.wanted).length;
      this.spoken = this.wanted.trim() === '' ? '' : texts().way.search.count(count, count === mostHits);
    }, settleMs);
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.wanted !== '') {
      event.preventDefault();
      this.wanted = '';
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.querySelector<HTMLElement>('.plan-hit')?.focus();
    }
  };
}

customElements.define('samrad-plan-search', PlanSearch);
