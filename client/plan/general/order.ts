/** The order in which the rows of a list are read, and which of them are past. What has no order of its own stands as it was added. */
import { listPart } from '../../../shared/careplan/sections.ts';
import { isFormer } from '../../../shared/careplan/teamGaps.ts';
import { textOf, type RowView } from '../../../shared/careplan/view.ts';

type Rank = (row: RowView) => readonly (number | string)[];

const relations = choicesOf('relatives', 'relation');
const roles = choicesOf('team', 'role');

const ranks: Readonly<Record<string, Rank>> = {
  // The nearest first: the next of kin, then by how near the relation is.
  'relatives/rows': ({ values }) => [
    textOf(values, 'authority') === 'next-of-kin' ? 0 : 1,
    placeIn(relations, textOf(values, 'relation')),
  ],
  // As it went; what has no date yet comes last.
  'disease/treatments': ({ values }) => [textOf(values, 'from') || 'z'],
  'team/rows': ({ values }) => [placeIn(roles, textOf(values, 'role'))],
};

/** The rows in reading order. `list` is `<section>/<list>`. */
export function inOrder(list: string, rows: readonly RowView[]): readonly RowView[] {
  const rank = ranks[list];
  return rank ? rows.toSorted((one, other) => compare(rank(one), rank(other))) : rows;
}

/** Whether a row tells of what is over: a member who has left the team. `today` is an ISO date. */
export function isPast(list: string, row: RowView, today: string): boolean {
  return list === 'team/rows' && isFormer(row, today);
}

/** Rows in an order that was shown before; those that are new since stand last. */
export function asBefore(rows: readonly RowView[], before: readonly string[]): readonly RowView[] {
  const place = (id: string): number => placeIn(before, id);
  return rows.toSorted((one, other) => place(one.id) - place(other.id));
}

function choicesOf(section: 'relatives' | 'team', fieldId: string): readonly string[] {
  const { choices = [] } = listPart(section).fields.find(({ id }) => id === fieldId) ?? {};
  return choices.filter((choice) => choice !== '');
}

function placeIn(known: readonly string[], value: string): number {
  const at = known.indexOf(value);
  return at === -1 ? known.length : at;
}

function compare(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? '';
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
