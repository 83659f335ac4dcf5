/** The sections that a person knows of and may not read: one quiet line at the end of the plan. */
import { html, nothing, type TemplateResult } from 'lit';
import { sections } from '../../shared/careplan/sections.ts';
import type { PlanSection } from '../api/plan/planSession.ts';
import { texts } from '../i18n/texts.ts';
import { listOf } from './words.ts';

/** Whether a section has nothing to show but that it is not shared: no words put aside, no rows of the person's own. */
export function isFolded({ id, session, aside }: PlanSection): boolean {
  return session === null && aside === '' && sections[id].own !== 'status';
}

export function notShared(hidden: readonly PlanSection[]): TemplateResult | typeof nothing {
  if (hidden.length === 0) return nothing;
  const { notShared: words } = texts().general;
  const names = hidden.map(({ id }) => texts().shared.sections[id].heading);
  return html`<details class="plan-not-shared no-print">
    <summary>${words.count(hidden.length)}</summary>
    <p>${words.names(listOf(names))}</p>
  </details>`;
}
