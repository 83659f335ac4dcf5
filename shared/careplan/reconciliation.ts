/** How a list of medicines stands to the one that a doctor signed: what has come or changed since. Pure. */
import type { ListSource, MedicineLine, MedicineList } from './medicines.ts';

/** A line that is not as it was signed. */
export interface ChangedLine {
  readonly name: string;
  readonly how: 'added' | 'changed' | 'removed';
}

/**
 * `reopened`: the list must be reconciled again. `newLetters` are discharge letters that came after the signing, or are
 * dated later than they were; `sources` and `allergies` say whether something else changed there.
 */
export type ReconciliationState =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'signed' }
  | {
      readonly kind: 'reopened';
      readonly newLetters: readonly ListSource[];
      readonly lines: readonly ChangedLine[];
      readonly sources: boolean;
      readonly allergies: boolean;
    };

/** Compares the list with the signed one; `signed` is null where nobody has signed. */
export function reconciliationState(list: MedicineList, signed: MedicineList | null): ReconciliationState {
  if (signed === null) return { kind: 'unsigned' };
  const newLetters = list.sources.filter((source) => isNewLetter(source, signed.sources));
  const lines = changedLines(list.lines, signed.lines);
  const sources = !same(withoutLetters(list.sources, newLetters), withoutLetters(signed.sources, newLetters));
  const allergies = list.allergies !== signed.allergies;
  if (newLetters.length === 0 && lines.length === 0 && !sources && !allergies) return { kind: 'signed' };
  return { kind: 'reopened', newLetters, lines, sources, allergies };
}

function isNewLetter({ id, source, on }: ListSource, signed: readonly ListSource[]): boolean {
  if (source !== 'discharge') return false;
  const before = signed.find((known) => known.id === id && known.source === 'discharge');
  return before === undefined || on > before.on;
}

function withoutLetters(sources: readonly ListSource[], letters: readonly ListSource[]): readonly ListSource[] {
  return sources.filter(({ id }) => !letters.some((letter) => letter.id === id));
}

function changedLines(lines: readonly MedicineLine[], signed: readonly MedicineLine[]): ChangedLine[] {
  const now = lines.flatMap((line): ChangedLine[] => {
    const before = signed.find(({ id }) => id === line.id);
    if (before && same(line, before)) return [];
    return [{ name: line.name, how: before ? 'changed' : 'added' }];
  });
  const gone = signed.filter(({ id }) => !lines.some((line) => line.id === id));
  return [...now, ...gone.map(({ name }): ChangedLine => ({ name, how: 'removed' }))];
}

/** Both come from the same schema, so their fields stand in the same order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
