/** Finds words in the sections that stand open in the page: nothing of the question leaves the page. */
import { listParts, proseParts, recordPart, type SectionId } from '../../../shared/careplan/sections.ts';
import type { ListPart, RecordPart } from '../../../shared/careplan/parts.ts';
import { orderedRows, recordOf } from '../../../shared/careplan/document.ts';
import { proseView } from '../../../shared/careplan/view.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { valueText, type ReadableRow } from '../rows/valueText.ts';
import { fieldLabel } from '../words.ts';
import { texts } from '../../i18n/texts.ts';

/** A text in the plan, and where it stands. */
export interface Passage {
  readonly sectionId: SectionId;
  /** The field, or `<rowId>.<fieldId>`; null for the section itself. */
  readonly field: string | null;
  readonly label: string;
  readonly text: string;
}

export interface Hit extends Passage {
  /** The text around the words: before, the words as they stand, after. */
  readonly snippet: readonly [string, string, string];
}

/** As many hits as somebody looks through. */
export const mostHits = 40;
/** Characters shown on each side of what was found. */
const around = 40;

/** Where the words stand, in the order of the plan. Upper and lower case are the same. */
export function find(passages: Iterable<Passage>, wanted: string): Hit[] {
  const needle = wanted.trim().toLocaleLowerCase();
  const hits: Hit[] = [];
  if (needle === '') return hits;
  for (const passage of passages) {
    const at = passage.text.toLocaleLowerCase().indexOf(needle);
    if (at >= 0) hits.push({ ...passage, snippet: snippetOf(passage.text, at, needle.length) });
    if (hits.length === mostHits) break;
  }
  return hits;
}

function snippetOf(text: string, at: number, length: number): readonly [string, string, string] {
  const from = Math.max(0, at - around);
  const to = Math.min(text.length, at + length + around);
  const before = (from > 0 ? '…' : '') + text.slice(from, at);
  return [before, text.slice(at, at + length), text.slice(at + length, to) + (to < text.length ? '…' : '')];
}

/** All that stands in the sections which this person has open. */
export function* passagesOf(plan: PlanSession): Generator<Passage> {
  for (const { id: sectionId, session } of plan.sections) {
    if (!session?.loaded) continue;
    yield { sectionId, field: null, label: '', text: texts().shared.sections[sectionId].heading };
    yield* sectionPassages(plan, session);
  }
}

function* sectionPassages(plan: PlanSession, session: SectionSession): Generator<Passage> {
  const { section, doc } = session;
  const prose = proseView(doc, section);
  for (const { id } of proseParts(section))
    yield { sectionId: section.id, field: id, label: fieldLabel(section.id, id), text: prose[id] ?? '' };
  const context = { plan: plan.plan, session };
  const record = recordPart(section);
  if (record) yield* valuePassages({ context, row: recordOf(doc) }, record, 'record');
  for (const list of listParts(section))
    for (const { id, row } of orderedRows(doc, list.id)) yield* valuePassages({ context, row }, list, id);
}

function* valuePassages(readable: ReadableRow, { fields }: RecordPart | ListPart, rowId: string): Generator<Passage> {
  const { section } = readable.context.session;
  for (const field of fields) {
    const text = valueText(readable, field);
    if (text !== '')
      yield { sectionId: section.id, field: `${rowId}.${field.id}`, label: fieldLabel(section.id, field.id), text };
  }
}
