/** The words of a point of an agenda: the convener's own, or those of the kind of meeting. */
import { templateIds, templates } from '../../../shared/careplan/templates.ts';
import type { AgendaPoint } from '../../../shared/meetings/agenda.ts';
import type { MeetingKind } from '../../../shared/protocol/types.ts';
import { texts } from '../../i18n/texts.ts';

export function pointTitle(kind: MeetingKind, { id, title }: Pick<AgendaPoint, 'id' | 'title'>): string {
  if (title !== null) return title;
  const template = templateIds.find((templateId) => templates[templateId].meeting === kind);
  const words: Readonly<Record<string, string>> = template
    ? texts().tasks.templates.headings[template]
    : texts().hosting.points;
  return words[id] ?? id;
}
