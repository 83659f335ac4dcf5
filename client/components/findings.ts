/**
 * `findingsList({ findings, hrefOf, go?, propose? })`: what is late, missing or due, as a calm list: the most pressing first,
 * the rest folded. Each leads to its place. `go` takes the reader there without leaving the page; `propose` makes the task
 * that a finding proposes, and is left out where the reader may not.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Finding, FindingLevel, FindingParam } from '../../shared/domain/rules/finding.ts';
import { dateWithYear } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';
import './findings.css';

export interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly hrefOf: (subject: Finding['subject']) => string;
  readonly go?: ((subject: Finding['subject']) => void) | undefined;
  readonly propose?: ((finding: Finding) => void) | undefined;
}

/** How many stand in sight; a list that is longer only by one or two is shown whole. */
const inSight = 4;
const spared = 2;

const dotOfLevel: Readonly<Record<FindingLevel, string>> = {
  late: 'danger',
  missing: 'warning',
  due: 'busy',
  warning: 'off',
};

export function findingsList(props: FindingsProps): TemplateResult {
  const { findings } = props;
  const words = texts().rules.list;
  if (findings.length === 0) return html`<p class="muted findings-none">${words.none}</p>`;
  const first = findings.length > inSight + spared ? findings.slice(0, inSight) : findings;
  const rest = findings.slice(first.length);
  return html`
    <ul class="plain-list findings" aria-label=${words.label}>
      ${first.map((finding) => item(finding, props))}
    </ul>
    ${
      rest.length === 0
        ? nothing
        : html`<details class="findings-rest">
            <summary>${words.more(rest.length)}</summary>
            <ul class="plain-list findings" aria-label=${words.label}>
              ${rest.map((finding) => item(finding, props))}
            </ul>
          </details>`
    }
  `;
}

/** The sentence of a finding, in the reader's language. */
export function findingText({ kind, params }: Pick<Finding, 'kind' | 'params'>): string {
  const words: Readonly<Record<Finding['kind'], (...values: string[]) => string>> = texts().rules.findings;
  return words[kind](...params.map(paramText));
}

function paramText(param: FindingParam): string {
  switch (param.kind) {
    case 'text':
      return param.value.trim();
    case 'date':
      return dateWithYear(param.value);
    case 'count':
      return String(param.value);
    case 'team-role':
      return (texts().shared.sections.team.choices?.['role']?.[param.value] ?? param.value).toLowerCase();
  }
}

function item(finding: Finding, { hrefOf, go, propose }: FindingsProps): TemplateResult {
  const words = texts().rules;
  const { level, subject, proposal } = finding;
  const follow = (event: Event): void => {
    if (!go) return;
    event.preventDefault();
    go(subject);
  };
  return html`<li class="finding" data-level=${level} data-kind=${finding.kind}>
    <span class="status-dot finding-level" data-status=${dotOfLevel[level]}>${words.levels[level]}</span>
    <a class="finding-text" href=${hrefOf(subject)} @click=${follow}>${findingText(finding)}</a>
    ${
      proposal && propose
        ? html`<button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            aria-label=${`${words.list.propose}: ${words.proposals[proposal.kind]}`}
            @click=${() => propose(finding)}
          >
            ${words.list.propose}
          </button>`
        : nothing
    }
  </li>`;
}
