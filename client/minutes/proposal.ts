/** Minutes proposed from what changed in the plan during the meeting: which section, by whom, how much. Never what it says. */
import { sections } from '../../shared/careplan/sections.ts';
import type { History } from '../../shared/protocol/routes/history.ts';
import { texts } from '../i18n/texts.ts';

/** One sentence for each section that somebody changed between two times, ISO 8601. Sections that the patient never reads are left out. */
export function proposal({ sections: told, people }: History, from: string, to: string): string[] {
  const words = texts().minutes.proposal;
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
  return told.flatMap(({ id, stamps }) => {
    if (sections[id].access.patient === 'none') return [];
    const during = stamps.filter(({ at }) => at >= from && at <= to);
    if (during.length === 0) return [];
    const who = [...new Set(during.map(({ by }) => nameOf.get(by) ?? words.somebody))].join(', ');
    const rows = (kind: 'added' | 'removed'): number =>
      during.filter((stamp) => stamp.kind === kind && stamp.row !== '' && stamp.field === '').length;
    const what = [
      rows('added') > 0 ? words.added(rows('added')) : null,
      rows('removed') > 0 ? words.removed(rows('removed')) : null,
    ].filter((part) => part !== null);
    return [words.line(texts().shared.sections[id].heading, who, what.length > 0 ? what.join(', ') : words.changed)];
  });
}
