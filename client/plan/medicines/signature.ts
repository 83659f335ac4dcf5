/** Where the reconciliation stands, in words: what is unresolved, who signed, what has come since; the doctor's button. */
import { html, nothing, type TemplateResult } from 'lit';
import { unresolvedLines, type MedicineList } from '../../../shared/careplan/medicines.ts';
import { reconciliationState, type ReconciliationState } from '../../../shared/careplan/reconciliation.ts';
import { osloDate, osloTime } from '../../../shared/domain/calendar/oslo.ts';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import { dateWithYear, shortDay } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { listOf } from '../words.ts';

/** How signing goes. `changed`: somebody wrote meanwhile. */
export type Signing = 'idle' | 'busy' | 'changed' | 'failed';

interface SignatureProps {
  readonly list: MedicineList;
  /** Null until the server has answered. */
  readonly known: RouteOutput<'medicinesState'> | null;
  readonly signing: Signing;
  readonly sign: () => void;
}

export function signature({ list, known, signing, sign }: SignatureProps): TemplateResult | typeof nothing {
  const words = texts().forms.medicines;
  const total = list.lines.length;
  if (total === 0) return nothing;
  const open = unresolvedLines(list).length;
  const signed = known?.signed ?? null;
  const state = reconciliationState(list, signed?.list ?? null);
  const settled = open === 0 && state.kind === 'signed';
  return html`<div class="reconciliation" data-state=${settled ? 'signed' : 'open'}>
    <h3 class="reconciliation-count">${open > 0 ? words.unresolved(open, total) : words.resolved(total)}</h3>
    ${
      signed
        ? html`<p>
            ${words.signedBy(signed.by.name, texts().shared.roles[signed.by.role].toLowerCase(), signedWhen(signed.at))}
            ${state.kind === 'signed' ? words.unchanged : nothing}
          </p>`
        : nothing
    }
    ${known && !signed ? html`<p>${words.unsigned}</p>` : nothing}
    ${state.kind === 'reopened' ? reasons(state) : nothing}
    ${known?.maySign === true && !settled ? signButton(open, signing, sign) : nothing}
    <p class="reconciliation-failed" role="status">
      ${signing === 'failed' ? words.signFailed : nothing} ${signing === 'changed' ? words.signChanged : nothing}
    </p>
  </div>`;
}

/** With the year: a signature may be old. */
function signedWhen(at: string): string {
  const instant = new Date(at);
  return texts().forms.symptoms.when(dateWithYear(osloDate(instant)), osloTime(instant));
}

/** Why the list must be reconciled again. */
function reasons({
  newLetters,
  lines,
  sources,
  allergies,
}: Extract<ReconciliationState, { kind: 'reopened' }>): TemplateResult {
  const words = texts().forms.medicines;
  const names = (how: (typeof lines)[number]['how']): string[] =>
    lines.filter((line) => line.how === how).map(({ name }) => name || words.nameless);
  const told = (say: (names: string) => string, changed: string[]): TemplateResult | typeof nothing =>
    changed.length === 0 ? nothing : html`<li>${say(listOf(changed))}</li>`;
  return html`<ul class="reconciliation-reasons">
    ${newLetters.map(({ on }) => html`<li>${on === '' ? words.newLetterUndated : words.newLetter(shortDay(on))}</li>`)}
    ${told(words.linesChanged, names('changed'))} ${told(words.linesAdded, names('added'))}
    ${told(words.linesRemoved, names('removed'))} ${sources ? html`<li>${words.sourcesChanged}</li>` : nothing}
    ${allergies ? html`<li>${words.allergiesChanged}</li>` : nothing}
  </ul>`;
}

/** Not `disabled` while lines are open: the reason stands there, and the button keeps the focus. */
function signButton(open: number, signing: Signing, sign: () => void): TemplateResult {
  const words = texts().forms.medicines;
  const ready = open === 0 && signing !== 'busy';
  return html`<div class="reconciliation-sign no-print">
    <button
      type="button"
      class="ds-button"
      aria-disabled=${ready ? 'false' : 'true'}
      aria-describedby="reconciliation-sign-hint"
      @click=${() => ready && sign()}
    >
      ${words.sign}
    </button>
    <p class="muted" id="reconciliation-sign-hint">${open > 0 ? words.signLater : words.signHint}</p>
  </div>`;
}
