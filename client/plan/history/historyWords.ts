/** Who, when and what, in words. */
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { listParts } from '../../../shared/careplan/sections.ts';
import { rowsOf } from '../../../shared/careplan/document.ts';
import type { Stamp } from '../../../shared/protocol/routes/history.ts';
import type { PlanHistory } from '../../api/plan/planHistory.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { clock, shortDate } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { namedRows } from '../comments/namedRows.ts';
import type { SectionContext } from '../context.ts';
import { fieldLabel, listOf } from '../words.ts';
import { changeLines, type ChangeLine } from './changes.ts';

/** From this many changed fields on, the row alone is named. */
const manyFields = 4;

/** «i går kl. 14:05», «12. nov. kl. 14:05» */
export function momentText(at: string, now = new Date()): string {
  return texts().history.at(dayText(at, now), clock(at));
}

/** «i dag», «i går», «12. nov.», «12. nov. 2025» */
export function dayText(at: string, now = new Date()): string {
  const { today, yesterday } = texts().history;
  const then = new Date(at);
  const before = new Date(now);
  before.setDate(now.getDate() - 1);
  if (then.toDateString() === now.toDateString()) return today;
  if (then.toDateString() === before.toDateString()) return yesterday;
  return shortDate(at, now);
}

/** «Fatima Yilmaz (Hjemmetjenesten)»: the role is the one that they wrote in. */
export function writerText(history: PlanHistory, { by, role }: Pick<Stamp, 'by' | 'role'>): string {
  const name = nameOf(history, by);
  return texts().history.writer(name, texts().shared.roles[role]);
}

export function nameOf(history: PlanHistory, by: string): string {
  return history.writer(by)?.name ?? texts().history.somebody;
}

/** The last change of a row; null where nobody is known to have changed it. */
export function lastOf(history: PlanHistory, sectionId: SectionId, rowId: string): Stamp | null {
  const stamps = history.section(sectionId)?.stamps.filter(({ row }) => row === rowId) ?? [];
  return stamps.toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1) ?? null;
}

/** The lines of a section's changes, as far as the section has been loaded. */
export function linesOf(session: SectionSession, stamps: readonly Stamp[]): ChangeLine[] {
  if (!session.loaded) return [];
  const { doc, section } = session;
  const lists = new Set(listParts(section).map(({ id }) => id));
  return changeLines(section, stamps, (part, row) => lists.has(part) && rowsOf(doc, part).has(row));
}

/** «Fatima Yilmaz la til «Natt-telefon»» */
export function lineText(context: Pick<SectionContext, 'plan' | 'session'>, history: PlanHistory, line: ChangeLine) {
  const who = nameOf(history, line.by);
  const words = texts().history.lines;
  const sectionId = context.session.section.id;
  const name = line.row === '' ? '' : rowName(context, line.row);
  switch (line.kind) {
    case 'added':
      return words.added(who, name);
    case 'removed':
      return words.removed(who, line.count);
    case 'wrote':
      return words.wrote(who, fieldLabel(sectionId, line.field));
    case 'fields':
      return fieldsText(sectionId, who, name, line.fields);
  }
}

function fieldsText(sectionId: SectionId, who: string, name: string, fields: readonly string[]): string {
  const words = texts().history.lines;
  const labels = listOf(fields.map((field) => texts().history.quoted(fieldLabel(sectionId, field))));
  if (name === '') return words.changedFields(who, labels);
  return fields.length >= manyFields ? words.changedRow(who, name) : words.changedOf(who, labels, name);
}

function rowName(context: Pick<SectionContext, 'plan' | 'session'>, rowId: string): string {
  return namedRows(context).find(({ id }) => id === rowId)?.name ?? texts().history.unnamed;
}
