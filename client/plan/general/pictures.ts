/** What stands beside the parts of some sections: pictures of what they say, gaps in plain sight, the way to move a note. */
import { html, nothing, type TemplateResult } from 'lit';
import { recordOf } from '../../../shared/careplan/document.ts';
import type { ListPart, Part } from '../../../shared/careplan/parts.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import type { SectionContext } from '../context.ts';
import { localDate } from '../tasks/deadline.ts';
import { gapsOfTeam } from './gapsOfTeam.ts';
import { phasePicture } from './phasePicture.ts';
import { timeline } from './timeline.ts';
import { treatmentSpans } from './treatmentSpans.ts';
import './moveNote.ts';

export function beforePart(context: SectionContext, part: Part): TemplateResult | typeof nothing {
  switch (`${context.session.section.id}/${part.id}`) {
    case 'phase/record':
      return phasePicture(recordOf(context.session.doc).get('phase'));
    case 'disease/treatments':
      return part.kind === 'list' ? treatments(context, part) : nothing;
    case 'team/rows':
      return part.kind === 'list' ? gapsOfTeam(context, part) : nothing;
    default:
      return nothing;
  }
}

export function afterPart(context: SectionContext, part: Part): TemplateResult | typeof nothing {
  const { section, access } = context.session;
  if (section.id !== 'working-notes' || part.kind !== 'prose' || access !== 'write') return nothing;
  return html`<samrad-move-note .context=${context} .field=${part.id}></samrad-move-note>`;
}

function treatments({ session }: SectionContext, list: ListPart): TemplateResult | typeof nothing {
  return timeline(treatmentSpans(rowsView(session.doc, list), localDate(new Date())));
}
