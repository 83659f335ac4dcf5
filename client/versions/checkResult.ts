/** What verifying a version found, in one sentence and then part by part. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import type { CheckResult, OwnFinding } from './check.ts';

type Finding = 'fits' | 'changed';

export function checkResult(result: CheckResult): TemplateResult {
  const words = texts().versions.check;
  const { server, own } = result;
  const good = server.fits && own !== 'changed';
  return html`
    <div class="version-check" data-finding=${good ? 'fits' : 'changed'}>
      <p class="version-check-answer">${good ? words.good : words.bad}</p>
      <p>${how(server.fits, own)}</p>
      <details ?open=${!good}>
        <summary>${words.details}</summary>
        <ul class="plain-list version-findings">
          ${partsOf(result).map(
            ({ name, finding }) =>
              html`<li data-finding=${finding}>${sign(finding)} ${name}: ${words.findings[finding]}</li>`,
          )}
          ${server.missing.length === 0 ? nothing : html`<li data-finding="changed">${sign('changed')} ${words.missing(server.missing.join(', '))}</li>`}
        </ul>
      </details>
    </div>
  `;
}

function how(serverFits: boolean, own: OwnFinding): string {
  const words = texts().versions.check;
  if (own === 'unable') return words.serverOnly;
  return serverFits && own === 'changed' ? words.differs : words.both;
}

function partsOf({ server, ownChanged }: CheckResult): { name: string; finding: Finding }[] {
  const { check } = texts().versions;
  const { sections } = texts().shared;
  return [
    { name: check.parts.version, finding: server.version },
    ...server.sections.map(({ section, finding }) => ({
      name: sections[section].heading,
      finding: ownChanged.has(section) ? ('changed' as const) : finding,
    })),
    { name: check.parts.otherSections, finding: server.otherSections },
    ...server.signatures.map(({ person, kind, finding }) => ({
      name: kind === 'sign' ? check.signatureOf(person.name) : check.approvalOf(person.name),
      finding,
    })),
    { name: check.parts.chain, finding: server.chain },
  ];
}

/** A tick or a cross; the words beside it say the same. */
function sign(finding: Finding): TemplateResult {
  const path = finding === 'fits' ? 'M4 12.5 9.5 18 20 6.5' : 'M6 6l12 12M18 6 6 18';
  return html`<svg class="version-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"></path>
  </svg>`;
}
