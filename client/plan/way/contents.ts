/** The contents of the plan: its sections by group, with what is to be known before one goes there. */
import { html, nothing, type TemplateResult } from 'lit';
import { sectionGroups, sections, type SectionId } from '../../../shared/careplan/sections.ts';
import { texts } from '../../i18n/texts.ts';
import { badge } from '../badge.ts';
import { inSection, type Visitor } from '../whereabouts.ts';
import { listOf } from '../words.ts';
import { fragmentOf } from './place.ts';

/** Something to know about a section: seen as a small sign, said in words to those who don't see it. */
export interface Mark {
  readonly kind: 'gap' | 'empty' | 'talk' | 'news';
  /** What is shown in the sign: a number, or ''. */
  readonly sign: string;
  readonly text: string;
}

export interface ContentsProps {
  readonly sectionIds: readonly SectionId[];
  readonly visitors: readonly Visitor[];
  readonly marksOf: (sectionId: SectionId) => readonly Mark[];
  readonly goTo: (sectionId: SectionId) => void;
}

export function contents(props: ContentsProps): TemplateResult {
  const groups = sectionGroups
    .map((group) => ({ group, ids: props.sectionIds.filter((id) => sections[id].group === group) }))
    .filter(({ ids }) => ids.length > 0);
  return html`<nav class="plan-contents" aria-label=${texts().plan.contents}>
    ${groups.map(
      ({ group, ids }) => html`
        <p class="plan-contents-group" id=${`contents-${group}`}>${texts().shared.sectionGroups[group]}</p>
        <ul class="plain-list" aria-labelledby=${`contents-${group}`}>
          ${ids.map((id) => contentsItem(props, id))}
        </ul>
      `,
    )}
  </nav>`;
}

function contentsItem({ visitors, marksOf, goTo }: ContentsProps, sectionId: SectionId): TemplateResult {
  const there = inSection(visitors, sectionId);
  const go = (event: Event): void => {
    event.preventDefault();
    goTo(sectionId);
  };
  return html`<li>
    <a class="plan-contents-link" href=${fragmentOf({ sectionId, field: null })} @click=${go}>
      <span class="plan-contents-name">${texts().shared.sections[sectionId].heading}</span>
      ${marksOf(sectionId).map(mark)}
      ${
        there.length === 0
          ? nothing
          : html`<span class="plan-badges">
              ${there.map(({ person }) => badge(person.name, person.color))}
              <span class="ds-sr-only">(${texts().plan.areHere(listOf(there.map(({ person }) => person.name)))})</span>
            </span>`
      }
    </a>
  </li>`;
}

function mark({ kind, sign, text }: Mark): TemplateResult {
  return html`<span class="plan-mark" data-mark=${kind} title=${text}>
    <span aria-hidden="true">${sign}</span><span class="ds-sr-only">(${text})</span>
  </span>`;
}
