/** What was opened and closed, by whom and when, in plain words. */
import { html, nothing, type TemplateResult } from 'lit';
import { dayAndTime, dateWithYear } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';
import type { Act } from './history.ts';
import { periodText } from './period.ts';
import { headingsOf } from './words.ts';

export function historyList(acts: readonly Act[]): TemplateResult {
  const words = texts().consents.history;
  return html`
    <section class="stack" aria-labelledby="consent-history">
      <h2 class="ds-heading" data-size="sm" id="consent-history">${words.heading}</h2>
      ${
        acts.length === 0
          ? html`<p class="empty">${words.empty}</p>`
          : html`<ol class="plain-list surface consent-history">
              ${acts.map((act) => html`<li>${time(act.at)} ${sentence(act)}</li>`)}
            </ol>`
      }
    </section>
  `;
}

/** The year is told where it is not this one. */
function time(at: string): TemplateResult {
  const isOfThisYear = at.slice(0, 4) === new Date().toISOString().slice(0, 4);
  return html`<time datetime=${at}>${isOfThisYear ? dayAndTime(at) : dateWithYear(at.slice(0, 10))}</time>`;
}

function sentence(act: Act): TemplateResult {
  const words = texts().consents.history;
  const sections = headingsOf(act.sectionIds);
  switch (act.kind) {
    case 'opened': {
      const { by, name, gaveBy, how } = act;
      // As it was when it was opened: a period that has gone still reads as one.
      const period = html`<span class="muted">${periodText(act, act.at)}.</span>`;
      if (how === 'self') return html`<span>${words.opened(by, sections, name)}</span> ${period}`;
      return html`<span>${words.recorded(by, sections, name)} ${words.gave(gaveBy, words.manners[how])}</span>
        ${period}`;
    }
    case 'closed':
      return html`<span>${words.closed(act.by, sections, act.name)}</span> ${nothing}`;
    case 'ran-out':
      return html`<span>${words.ranOut(sections, act.name)}</span>`;
  }
}
