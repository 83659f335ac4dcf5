/** Draws what is opened below the list of versions: a version to be read, or what differs between two. */
import { html, nothing, type TemplateResult } from 'lit';
import { changeCount } from '../../shared/careplan/compare.ts';
import { isEmptyContent, type SectionContent } from '../../shared/careplan/content.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { Version } from '../../shared/protocol/routes/versions.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { busy } from '../components/busy.ts';
import { failureAlert } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import { contentView } from '../plan/content/contentView.ts';
import { listOf } from '../plan/words.ts';
import { sectionChange } from './comparison.ts';
import type { Compared, Shown } from './panel.ts';

interface PanelProps {
  readonly shown: Shown;
  readonly plan: PlanInfo;
  readonly close: () => void;
  readonly restore: (version: Version, section: SectionId) => void;
}

type Opened<Kind> = Extract<Shown, { kind: Kind }>;

export function panelView(props: PanelProps): TemplateResult | typeof nothing {
  const { shown } = props;
  const words = texts().versions;
  switch (shown.kind) {
    case 'nothing':
      return nothing;
    case 'loading':
      return busy(words.compare.loading);
    case 'failed':
      return failureAlert(shown.code);
    case 'read':
      return readView(shown, props);
    case 'comparison':
      return comparisonView(shown, props);
  }
}

/** What a side of a comparison is called. */
export function comparedName(compared: Compared): string {
  const words = texts().versions;
  return compared === null ? words.compare.now : words.number(compared.number);
}

function frame(heading: string, content: unknown, close: () => void): TemplateResult {
  return html`<section class="stack version-panel" data-gap="lg" aria-labelledby="version-panel">
    <div class="row" data-justify="between">
      <h2 class="ds-heading" data-size="sm" id="version-panel" tabindex="-1">${heading}</h2>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${close}>
        ${texts().versions.actions.close}
      </button>
    </div>
    ${content}
  </section>`;
}

function readView({ version, contents, hidden }: Opened<'read'>, props: PanelProps): TemplateResult {
  const words = texts().versions.read;
  const empty = contents.filter(isEmptyContent);
  const content = html`
    ${hidden === 0 ? nothing : html`<p class="notice">${words.notShared(hidden)}</p>`}
    ${contents
      .filter((each) => !isEmptyContent(each))
      .map((each) =>
        sectionBox(each.section, contentView(each, props.plan), restoreButton(version, each.section, props)),
      )}
    ${empty.length === 0 ? nothing : html`<p class="muted">${words.empty(listOf(empty.map(headingOf)))}</p>`}
  `;
  return frame(words.heading(version.number, version.name), content, props.close);
}

function comparisonView({ from, to, changes, unchanged }: Opened<'comparison'>, props: PanelProps): TemplateResult {
  const words = texts().versions.compare;
  const names = { before: comparedName(from), after: comparedName(to) };
  const count = changes.reduce((sum, change) => sum + changeCount(change), 0);
  const content = html`
    <p class="version-count">${count === 0 ? words.same : words.count(count)}</p>
    ${changes.map((change) =>
      sectionBox(
        change.section,
        sectionChange(change, { names, plan: props.plan }),
        to === null ? restoreButton(from, change.section, props) : nothing,
      ),
    )}
    ${
      changes.length === 0 || unchanged.length === 0
        ? nothing
        : html`<p class="muted">${words.unchanged(listOf(unchanged.map((section) => headingOf({ section }))))}</p>`
    }
  `;
  return frame(words.result(inSentence(names.before), inSentence(names.after)), content, props.close);
}

/** «versjon 3», «planen nå» */
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function headingOf({ section }: Pick<SectionContent, 'section'>): string {
  return texts().shared.sections[section].heading;
}

function sectionBox(section: SectionId, content: unknown, tool: unknown): TemplateResult {
  return html`<section class="surface version-section" data-section=${section}>
    <div class="version-head">
      <h3 class="ds-heading" data-size="xs">${headingOf({ section })}</h3>
      ${tool}
    </div>
    ${content}
  </section>`;
}

function restoreButton(
  version: Version,
  section: SectionId,
  { plan, restore }: PanelProps,
): TemplateResult | typeof nothing {
  if (plan.sections.find(({ id }) => id === section)?.access !== 'write') return nothing;
  const words = texts().versions.compare;
  return html`<button
    type="button"
    class="ds-button no-print"
    data-variant="secondary"
    data-size="sm"
    aria-label=${words.restoreOf(words.restore(version.number), headingOf({ section }))}
    @click=${() => restore(version, section)}
  >
    ${words.restore(version.number)}
  </button>`;
}
