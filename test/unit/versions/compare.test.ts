/** What differs between two contents of a section, and between two texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeCount, compareContent } from '../../../shared/careplan/compare.ts';
import type { SectionContent } from '../../../shared/careplan/content.ts';
import { gapDetails, gapsOf } from '../../../shared/careplan/gaps.ts';
import { wordDiff } from '../../../client/versions/wordDiff.ts';

describe('words', () => {
  const marked = (before: string, after: string) =>
    wordDiff(before, after)
      .map(({ what, text }) => (what === 'same' ? text : what === 'added' ? `{+${text}+}` : `{-${text}-}`))
      .join('');

  test('only the words that went and came are marked', () => {
    expect(marked('Ring legen i dag.', 'Ring fastlegen i morgen tidlig.')).toBe(
      'Ring {-legen-}{+fastlegen+} i {-dag-}{+morgen tidlig+}.',
    );
    expect(marked('', 'Ny')).toBe('{+Ny+}');
    expect(marked('Borte', '')).toBe('{-Borte-}');
  });

  test('what stays and went is the text before, what stays and came is the text after', () => {
    const text = fc.array(fc.constantFrom('ro', 'natt', ' ', '\n', '.', 'Å', '7'), { maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const pieces = wordDiff(before, after);
        const side = (left: 'removed' | 'added') =>
          pieces
            .filter(({ what }) => what !== left)
            .map((piece) => piece.text)
            .join('');
        expect(side('added')).toBe(before);
        expect(side('removed')).toBe(after);
        if (before === after) expect(pieces.every(({ what }) => what === 'same')).toBe(true);
      }),
    );
  });

  test('a very long text is compared too', () => {
    const long = 'ord '.repeat(5_000);
    const pieces = wordDiff(`start ${long}midt ${long}slutt`, `${long}annet ${long}`);
    expect(
      pieces
        .filter(({ what }) => what !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toContain('midt');
  });
});

const paragraph = (text: string, marks: string[] = []) => ({ block: 'paragraph', children: [{ text, marks }] });
const disease = (change: Partial<SectionContent>): SectionContent => ({
  section: 'disease',
  schema: 1,
  prose: { 'patient-knows': [paragraph('Alt')] },
  record: { diagnosis: 'Prostatakreft' },
  lists: {
    treatments: [
      { id: 'a', values: { what: 'Operasjon' } },
      { id: 'b', values: { what: 'Stråling' } },
    ],
  },
  ...change,
});

describe('sections', () => {
  test('nothing differs from itself', () => {
    expect(changeCount(compareContent(disease({}), disease({})))).toBe(0);
  });

  test('a changed form is told from changed words', () => {
    const bold = disease({ prose: { 'patient-knows': [paragraph('Alt', ['strong'])] } });
    expect(compareContent(disease({}), bold).prose).toMatchObject([{ field: 'patient-knows', what: 'form' }]);
    const other = disease({ prose: { 'patient-knows': [] } });
    expect(compareContent(disease({}), other).prose).toMatchObject([{ what: 'words', after: null }]);
  });

  test('rows are added, removed, changed and moved', () => {
    const [a, b] = disease({}).lists['treatments']!;
    const rowsOf = (after: SectionContent['lists'][string]) =>
      compareContent(disease({}), disease({ lists: { treatments: after } })).lists['treatments']!.map(
        ({ rowId, what, fields }) => [rowId, what, fields.map(({ field }) => field).join()],
      );
    expect(rowsOf([a!])).toEqual([['b', 'removed', 'what']]);
    expect(rowsOf([a!, b!, { id: 'c', values: { what: 'Ny' } }])).toEqual([['c', 'added', 'what']]);
    expect(rowsOf([a!, { id: 'b', values: { what: 'Stråling', to: '2026-01-01' } }])).toEqual([['b', 'changed', 'to']]);
    expect(rowsOf([b!, a!])).toEqual([
      ['b', 'moved', ''],
      ['a', 'moved', ''],
    ]);
  });
});

test('V5: gaps come back from their details as they were', () => {
  const gaps = {
    gaps: [{ weekdays: [1, 2], from: '15:30', to: '22:00' }],
    holidayGaps: [{ weekdays: [7], from: '00:00', to: '24:00' }],
  };
  expect(gapDetails(gaps)).toEqual(['week 1,2 15:30-22:00', 'holiday 7 00:00-24:00']);
  expect(gapsOf(gapDetails(gaps))).toEqual(gaps);
  expect(gapsOf(['noe annet', 'week 8 00:00-01:00'])).toEqual({ gaps: [], holidayGaps: [] });
});
