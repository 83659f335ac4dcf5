/**
 * `<samrad-plan-news>`: what others have written since this person was here last, by section, with ways there. It stays as
 * it was when the visit began: what is written while one looks on is seen where it is written.
 *
 * Properties: `plan` (PlanSession)
 * Events: `samrad-go` (to the place of a change)
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { GoEvent } from '../asks.ts';
import { Follow } from '../follow.ts';
import { fragmentOf } from '../way/place.ts';
import type { ChangeLine } from './changes.ts';
import { linesOf, lineText, momentText } from './historyWords.ts';
import './history.css';

/** So many changes of one section are told one by one. */
const shownLines = 4;

type State = 'open' | 'busy' | 'marked' | 'failed';

interface SectionNews {
  readonly session: SectionSession;
  readonly lines: readonly ChangeLine[];
}

export class PlanNews extends LightElement {
  static override properties = { plan: { attribute: false }, state: { state: true } };
  declare plan: PlanSession;
  declare private state: State;

  constructor() {
    super();
    this.state = 'open';
    new Follow(this, () => [this.plan, this.plan.history]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = texts().history.news;
    if (this.state === 'marked')
      return html`<p class="plan-news-marked no-print" role="status" tabindex="-1">${words.marked}</p>`;
    const { since } = this.plan.history;
    const news = since === null ? [] : this.#news();
    if (since === null || news.length === 0) return nothing;
    return html`<section class="surface plan-news no-print" aria-labelledby="plan-news">
      <h2 class="ds-heading" data-size="2xs" id="plan-news">${words.heading(momentText(since))}</h2>
      <ul class="plain-list plan-news-list">
        ${news.map((section) => this.#section(section))}
      </ul>
      <div class="row">
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          ?disabled=${this.state === 'busy'}
          @click=${() => void this.#markSeen()}
        >
          ${words.markSeen}
        </button>
        ${this.state === 'failed' ? html`<span role="alert">${words.failed}</span>` : nothing}
      </div>
    </section>`;
  }

  #news(): SectionNews[] {
    const { history, sections } = this.plan;
    return sections.flatMap(({ id, session }) => {
      const news = history.section(id)?.news.filter(({ at }) => at <= history.begunAt) ?? [];
      const lines = session && news.length > 0 ? linesOf(session, news) : [];
      return session && lines.length > 0 ? [{ session, lines }] : [];
    });
  }

  #section({ session, lines }: SectionNews): TemplateResult {
    const { id } = session.section;
    const rest = lines.length - shownLines;
    return html`<li>
      ${this.#link(id, null, texts().shared.sections[id].heading, 'plan-news-section')}
      <ul class="plain-list history-entries">
        ${lines.slice(-shownLines).map((line) => this.#line(session, line))}
        ${rest > 0 ? html`<li class="muted">${texts().history.news.more(rest)}</li>` : nothing}
      </ul>
    </li>`;
  }

  #line(session: SectionSession, line: ChangeLine): TemplateResult {
    const { plan, history } = this.plan;
    const text = lineText({ plan, session }, history, line);
    return html`<li>
      ${line.row === '' ? html`<span>${text}</span>` : this.#link(session.section.id, line.row, text, 'plan-news-line')}
      <span class="muted">${momentText(line.at)}</span>
    </li>`;
  }

  #link(sectionId: SectionId, rowId: string | null, text: string, look: string): TemplateResult {
    const go = (event: Event): void => {
      event.preventDefault();
      this.dispatchEvent(new GoEvent({ sectionId, rowId }));
    };
    return html`<a class=${look} href=${fragmentOf({ sectionId, field: rowId })} @click=${go}>${text}</a>`;
  }

  async #markSeen(): Promise<void> {
    this.state = 'busy';
    try {
      await this.plan.history.markSeen();
      this.state = 'marked';
      await this.updateComplete;
      this.querySelector<HTMLElement>('.plan-news-marked')?.focus();
    } catch {
      this.state = 'failed';
    }
  }
}

customElements.define('samrad-plan-news', PlanNews);
