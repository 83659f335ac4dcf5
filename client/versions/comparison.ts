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
  const { what } = change;
  const row = change.after ?? change.before;
  const label = row ? rowName(around.section, list, row, around.plan) : '';
  const fields = change.fields
    .map((field) => ({ field: field.field, ...wordsOf(field, list.fields, around) }))
    .filter(({ before, after }) => before !== after)
    .sort((one, other) => place(list, one.field) - place(list, other.field));
  if (what === 'added' || what === 'removed') return entry({ label, what }, wholeRow(what, fields, around));
  return html`<div class="change" data-what=${what}>
    ${head(label, what)}
    ${fields.map(
      (words) =>
        html`<div class="change-field">
          <p class="change-field-name">${fieldLabel(around.section, words.field)}</p>
          <div class="change-sides">${bothSides(words, around)}</div>
        </div>`,
    )}
  </div>`;
}

/** A row that came or went: all that it says on its side, nothing on the other. */
function wholeRow(
  what: 'added' | 'removed',
  fields: readonly (Sides<string> & { readonly field: string })[],
  { section, names }: Around,
): TemplateResult[] {
  const kind = what === 'added' ? 'ins' : 'del';
  const lines = fields.map(
    ({ field, before, after }) => html`<p>${fieldLabel(section, field)}: ${mark(kind, after ?? before ?? '')}</p>`,
  );
  const nothingThere = marked(null, [], 'added');
  return [
    side(names.before, what === 'added' ? nothingThere : lines),
    side(names.after, what === 'added' ? lines : nothingThere),
  ];
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
  if (text === null) return html`<span class="muted">${texts().versions.compare.nothing}</span>`;
  return pieces
    .filter((piece) => piece.what === 'same' || piece.what === what)
    .map((piece) => (piece.what === 'same' ? piece.text : mark(what === 'added' ? 'ins' : 'del', piece.text)));
}

/** Words that came or went, said also to those who do not see how they are marked. */
function mark(kind: 'ins' | 'del', text: string): TemplateResult {
  const { addedWords, removedWords } = texts().versions.compare;
  return kind === 'ins'
    ? html`<ins><span class="ds-sr-only">${addedWords} </span>${text}</ins>`
    : html`<del><span class="ds-sr-only">${removedWords} </span>${text}</del>`;
}
