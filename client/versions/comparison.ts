/** What differs in a section: before and after beside each other, or below each other where there is no room; words that went or came are marked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldChange, ProseChange, RowChange, SectionChange, Sides } from '../../shared/careplan/compare.ts';
import { proseText } from '../../shared/careplan/content.ts';
import type { ListPart } from '../../shared/careplan/parts.ts';
import { listParts, recordPart, sections, type SectionId } from '../../shared/careplan/sections.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { texts } from '../i18n/texts.ts';
import { rowName } from '../plan/content/contentView.ts';
import { proseBlocks } from '../plan/content/proseBlocks.ts';
import { valueWords } from '../plan/rows/valueWords.ts';
import { fieldLabel } from '../plan/words.ts';
import { wordDiff, type Piece } from './wordDiff.ts';

/** Around a change: what the sides are called, and whose names are known. */
interface Around {
  readonly section: SectionId;
  readonly names: { readonly before: string; readonly after: string };
  readonly plan: Pick<PlanInfo, 'team'>;
}

type What = keyof ReturnType<typeof texts>['versions']['compare']['what'];

/** All that differs in a section. */
export function sectionChange(change: SectionChange, around: Omit<Around, 'section'>): TemplateResult {
  const { section, prose, record, lists } = change;
  const all = { ...around, section };
  return html`
    ${prose.map((each) => proseChange(each, all))}
    ${record.map((each) => fieldChange(each, recordPart(sections[section])?.fields ?? [], all))}
    ${listParts(sections[section]).map((list) => (lists[list.id] ?? []).map((each) => rowChange(each, list, all)))}
  `;
}

function proseChange({ field, what, before, after }: ProseChange, around: Around): TemplateResult {
  const label = fieldLabel(around.section, field);
  if (what === 'form')
    return entry({ label, what }, [
      side(around.names.before, proseBlocks(before ?? [])),
      side(around.names.after, proseBlocks(after ?? [])),
    ]);
  const sides = { before: before && proseText(before), after: after && proseText(after) };
  return entry({ label, what: whatOf(sides) }, bothSides(sides, around));
}

function fieldChange(
  { field, before, after }: FieldChange,
  fields: ListPart['fields'],
  around: Around,
): TemplateResult | typeof nothing {
  const words = wordsOf({ field, before, after }, fields, around);
  if (words.before === words.after) return nothing;
  return entry({ label: fieldLabel(around.section, field), what: whatOf(words) }, bothSides(words, around));
}

function rowChange(change: RowChange, list: ListPart, around: Around): TemplateResult {
  const row = change.after ?? change.before;
  const label = row ? rowName(around.section, list, row, around.plan) : '';
  const changed = change.fields
    .map((field) => ({ field: field.field, ...wordsOf(field, list.fields, around) }))
    .filter(({ before, after }) => before !== after)
    .sort((one, other) => place(list, one.field) - place(list, other.field));
  const lines = changed.map(
    (words) =>
      html`<div class="change-field">
        <p class="change-field-name">${fieldLabel(around.section, words.field)}</p>
        <div class="change-sides">${bothSides(words, around)}</div>
      </div>`,
  );
  return html`<div class="change" data-what=${change.what}>${head(label, change.what)} ${lines}</div>`;
}

function place({ fields }: ListPart, fieldId: string): number {
  return fields.findIndex(({ id }) => id === fieldId);
}

/** Both values in words; null where nothing is said. What has no words (where a row comes from) differs in nothing. */
function wordsOf({ field: id, before, after }: FieldChange, fields: ListPart['fields'], around: Around): Sides<string> {
  const field = fields.find((candidate) => candidate.id === id);
  const inWords = (value: FieldChange['before']): string | null => {
    if (value === null || !field) return null;
    return valueWords({ sectionId: around.section, field, value, plan: around.plan }) || null;
  };
  return { before: inWords(before), after: inWords(after) };
}

function whatOf({ before, after }: Sides<unknown>): What {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function entry(about: { label: string; what: What }, sides: readonly TemplateResult[]): TemplateResult {
  return html`<div class="change" data-what=${about.what}>
    ${head(about.label, about.what)}
    <div class="change-sides">${sides}</div>
  </div>`;
}

function head(label: string, what: What): TemplateResult {
  return html`<div class="change-head">
    <h4 class="change-label">${label}</h4>
    <span class="change-what">${texts().versions.compare.what[what]}</span>
  </div>`;
}

function bothSides({ before, after }: Sides<string>, { names }: Around): TemplateResult[] {
  const pieces = wordDiff(before ?? '', after ?? '');
  return [side(names.before, marked(before, pieces, 'removed')), side(names.after, marked(after, pieces, 'added'))];
}

function side(name: string, content: unknown): TemplateResult {
  return html`<div class="change-side">
    <p class="change-side-name">${name}</p>
    <div class="change-text">${content}</div>
  </div>`;
}

function marked(text: string | null, pieces: readonly Piece[], what: 'removed' | 'added'): unknown {
  const words = texts().versions.compare;
  if (text === null) return html`<span class="muted">${words.nothing}</span>`;
  return pieces
    .filter((piece) => piece.what === 'same' || piece.what === what)
    .map((piece) => {
      if (piece.what === 'same') return piece.text;
      if (what === 'removed')
        return html`<del><span class="ds-sr-only">${words.removedWords} </span>${piece.text}</del>`;
      return html`<ins><span class="ds-sr-only">${words.addedWords} </span>${piece.text}</ins>`;
    });
}
