/** One version in the list: what it is, who has signed, and what its reader may do with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { shortHash } from '../../shared/careplan/seal.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Signature, Version } from '../../shared/protocol/routes/versions.ts';
import { shortDateAndTime } from '../app/dates.ts';
import type { Load } from '../app/load.ts';
import { busy } from '../components/busy.ts';
import { failureAlert } from '../components/failure.ts';
import { roleAndPlace } from '../components/person.ts';
import { texts } from '../i18n/texts.ts';
import type { CheckResult } from './check.ts';
import { checkResult } from './checkResult.ts';

/** What can be asked for on a card. */
export type CardAction = 'sign' | 'approve' | 'read' | 'compare' | 'verify' | 'correct' | 'remove';

interface CardProps {
  readonly version: Version;
  /** The version that this one corrects, where it does. */
  readonly corrected: Version | null;
  readonly mayCorrect: boolean;
  readonly check: Load<CheckResult> | null;
  readonly act: (action: CardAction) => void;
}

/** Those whose signatures a plan waits for. */
const awaited: readonly Role[] = ['patient', 'gp', 'coordinator'];

export function versionCard(props: CardProps): TemplateResult {
  const { version, corrected, check } = props;
  const words = texts().versions;
  const { number, name, reason, createdBy, createdAt, hash } = version;
  const state = stateOf(version);
  return html`<li class="surface version" data-version=${number} data-state=${state}>
    <div class="version-head">
      <h2 class="ds-heading" data-size="xs">${words.named(number, name)}</h2>
      <span class="status-dot" data-status=${state === 'draft' ? 'warning' : 'ok'}>${words.states[state]}</span>
    </div>
    <p class="muted">${words.made(createdBy.name, shortDateAndTime(createdAt))}</p>
    ${corrected ? html`<p>${words.corrects(corrected.number)}</p>` : nothing}
    ${reason === '' ? nothing : html`<p class="version-reason">${words.reason}: ${reason}</p>`} ${signatures(version)}
    <p class="muted version-code">
      ${words.code}: <span class="numbers" title=${words.codeHint}>${shortHash(hash)}</span>
    </p>
    ${actions(props)}
    <div role="status">
      ${check?.state === 'loading' ? busy(words.check.running) : nothing}
      ${check?.state === 'ready' ? checkResult(check.data) : nothing}
    </div>
    ${check?.state === 'failed' ? failureAlert(check.code) : nothing}
  </li>`;
}

export function stateOf({ signatures: all }: Version): 'draft' | 'signed' | 'approved' {
  if (all.some(({ kind }) => kind === 'approve')) return 'approved';
  return all.length > 0 ? 'signed' : 'draft';
}

function signatures({ signatures: all }: Version): TemplateResult {
  const words = texts().versions;
  const missing = awaited.filter((role) => !all.some(({ kind, person }) => kind === 'sign' && person.role === role));
  return html`<div>
    <h3 class="version-label">${words.signatures}</h3>
    <ul class="plain-list version-signatures">
      ${all.map(signature)}
      ${missing.map(
        (role) =>
          html`<li data-signed="no">${mark(false)} <span>${texts().shared.roles[role]}: ${words.notSigned}</span></li>`,
      )}
    </ul>
  </div>`;
}

function signature({ kind, person, at }: Signature): TemplateResult {
  const words = texts().versions;
  const when = shortDateAndTime(at);
  return html`<li data-signed="yes">
    ${mark(true)}
    <span>
      <strong>${person.name}</strong> (${roleAndPlace(person)})
      ${kind === 'sign' ? words.signedAt(when) : words.approvedAt(when)}
    </span>
  </li>`;
}

/** An empty circle, or one with a tick; the words beside it say the same. */
function mark(signed: boolean): TemplateResult {
  return html`<svg class="version-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${signed ? tickedCircle : circle} fill="none" stroke="currentColor" stroke-width="2.5"></path>
  </svg>`;
}

const circle = 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z';
const tickedCircle = `${circle}M7.5 12.5l3 3 6-6.5`;

function actions({ version, mayCorrect, act }: CardProps): TemplateResult {
  const { sign, approve, delete: remove } = version.may;
  return html`<div class="row">
    ${sign ? button(version, 'sign', act, 'primary') : nothing}
    ${approve ? button(version, 'approve', act, sign ? 'secondary' : 'primary') : nothing}
    ${button(version, 'read', act)} ${button(version, 'compare', act)} ${button(version, 'verify', act)}
    ${mayCorrect && version.signatures.length > 0 ? button(version, 'correct', act) : nothing}
    ${remove ? button(version, 'remove', act, 'danger') : nothing}
  </div>`;
}

function button(
  { number }: Version,
  action: CardAction,
  act: CardProps['act'],
  look: 'primary' | 'secondary' | 'danger' = 'secondary',
): TemplateResult {
  const words = texts().versions.actions;
  return html`<button
    type="button"
    class="ds-button"
    data-size="sm"
    data-variant=${look === 'primary' ? nothing : look === 'danger' ? 'tertiary' : 'secondary'}
    data-color=${look === 'danger' ? 'danger' : nothing}
    aria-label=${words.of(words[action], number)}
    @click=${() => act(action)}
  >
    ${words[action]}
  </button>`;
}
