/** The talks of a template: when each should be held, whether it was, and what was talked about in it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { templates, windowOf, type Talk, type TalkId, type TemplateId } from '../../../shared/careplan/templates.ts';
import type { TemplateUse } from '../../../shared/careplan/templateUse.ts';
import { dateWithYear } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';

/** What a person may do with the talks. */
export interface TalkDeeds {
  readonly hold: (talk: TalkId, heldOn: string | null) => void;
  readonly tick: (talk: TalkId, topic: string, ticked: boolean) => void;
}

interface TalkListProps {
  readonly use: TemplateUse;
  /** An ISO date, or `''` where the plan has none, null where the person may not know. */
  readonly diagnosedOn: string | null;
  /** An ISO date. */
  readonly today: string;
  /** Null for those who only read. */
  readonly deeds: TalkDeeds | null;
}

export function talkList(props: TalkListProps): TemplateResult | typeof nothing {
  const { use, diagnosedOn } = props;
  const { talks } = templates[use.template];
  if (talks.length === 0) return nothing;
  const dated = talks.some(({ window }) => window !== null);
  return html`${dated && diagnosedOn === '' ? html`<p class="muted">${texts().tasks.templates.noDiagnosisDate}</p>` : nothing}
    <ul class="plain-list template-talks">
      ${talks.map((talk) => talkItem(talk, props))}
    </ul>`;
}

const tones = { coming: 'off', now: 'busy', passed: 'danger', held: 'ok' } as const;

function talkItem(talk: Talk, props: TalkListProps): TemplateResult {
  const { use, diagnosedOn, today, deeds } = props;
  const words = texts().tasks.templates;
  const name = words.talks[talk.id];
  const window = diagnosedOn === null ? null : windowOf(talk, diagnosedOn);
  const held = use.talks.find((candidate) => candidate.talk === talk.id);
  const state = held ? 'held' : window && stateOf(window, today);
  return html`<li class="template-talk" data-talk=${talk.id}>
    <p class="template-talk-head">
      <strong>${name}</strong>
      ${window ? html`<span class="muted">${words.talkWindow(dateWithYear(window.from), dateWithYear(window.to))}</span>` : nothing}
      ${state ? html`<span class="status-dot" data-status=${tones[state]}>${words.talkStates[state]}</span>` : nothing}
    </p>
    ${held ? html`<p class="muted">${words.held(dateWithYear(held.heldOn), held.recorded.name)}</p>` : nothing}
    ${deeds ? heldOnField(use.template, talk.id, held?.heldOn ?? '', deeds) : nothing}
    ${templates[use.template].topics ? topicList(talk.id, props) : nothing}
  </li>`;
}

function stateOf({ from, to }: { from: string; to: string }, today: string): 'coming' | 'now' | 'passed' {
  if (today < from) return 'coming';
  return today <= to ? 'now' : 'passed';
}

function heldOnField(template: TemplateId, talk: TalkId, heldOn: string, deeds: TalkDeeds): TemplateResult {
  const words = texts().tasks.templates;
  const id = `talk-${template}-${talk}`;
  const changed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    // Browsers tell of every digit: "0002-12-05" is a year on its way.
    if (target.value === '' || target.value >= '1900') deeds.hold(talk, target.value === '' ? null : target.value);
  };
  return html`<div class="ds-field template-held no-print">
    <label class="ds-label" for=${id}>
      <span aria-hidden="true">${words.heldOn}</span
      ><span class="ds-sr-only">${words.heldOnOf(words.talks[talk])}</span>
    </label>
    <input class="ds-input" type="date" id=${id} .value=${live(heldOn)} @change=${changed} />
  </div>`;
}

function topicList(talk: TalkId, { use, deeds }: TalkListProps): TemplateResult {
  const words = texts().tasks.templates;
  const names: Readonly<Record<string, string>> = words.headings[use.template];
  const { headings } = templates[use.template];
  const ticked = new Set(use.topics.filter((topic) => topic.talk === talk).map(({ topic }) => topic));
  return html`<details class="template-topics">
    <summary>
      ${words.topicsHeading}: ${ticked.size}/${headings.length}<span class="ds-sr-only"
        >, ${words.topicsOf(words.talks[talk])}</span
      >
    </summary>
    <ul class="plain-list" aria-label=${words.topicsOf(words.talks[talk])}>
      ${headings.map(({ id }) =>
        deeds
          ? html`<li>
              <label class="check">
                <input
                  class="ds-input"
                  type="checkbox"
                  .checked=${live(ticked.has(id))}
                  @change=${() => deeds.tick(talk, id, !ticked.has(id))}
                />
                ${names[id]}
              </label>
            </li>`
          : html`<li>${ticked.has(id) ? '✓' : '–'} ${names[id]}</li>`,
      )}
    </ul>
  </details>`;
}
