/** Whether the plan is approved and how much has changed since, or what is missing, in a line or two. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import { approvalText, missingText, type Approval } from './approvalText.ts';

/** `mayMake`: the reader makes versions. `versionsHref`: the way to the versions, where one is not there. */
export function approvalBox(
  approval: Approval,
  { mayMake, versionsHref }: { mayMake: boolean; versionsHref: string | null },
): TemplateResult {
  const words = texts().versions.approval;
  const { approved } = approval;
  const changed = approved !== null && approved.changes > 0;
  return html`<section
    class="approval"
    data-approved=${approved === null ? 'no' : changed ? 'changed' : 'yes'}
    aria-label=${words.label}
  >
    <p class="approval-answer">${approvalText(approval)}</p>
    ${missing(approval, mayMake)}
    ${versionsHref === null ? nothing : html`<a class="ds-link" href=${versionsHref}>${words.toVersions}</a>`}
  </section>`;
}

function missing(approval: Approval, mayMake: boolean): TemplateResult | typeof nothing {
  const words = texts().versions.approval;
  const gaps = missingText(approval);
  if (gaps !== '') return html`<p>${gaps}</p>`;
  if (approval.approved !== null) return nothing;
  return html`<p>${mayMake ? words.waits : words.waitsForTeam}</p>`;
}
