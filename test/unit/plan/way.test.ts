/** Finding words and places in the plan. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find, mostHits, type Passage } from '../../../client/plan/way/find.ts';
import { fragmentOf, placeOfFragment } from '../../../client/plan/way/place.ts';
import { sectionIds } from '../../../shared/careplan/sections.ts';
import { newId } from '../../../shared/domain/ids.ts';

const passage = (text: string): Passage => ({ sectionId: 'contacts', field: 'x.who', label: 'Hvem', text });

test('a hit shows the words as they stand, with what is around them', () => {
  const long = `${'før '.repeat(30)}NATT-telefon${' etter'.repeat(30)}`;
  const [hit] = find([passage('ingenting'), passage(long)], ' natt-Telefon ');
  expect(hit?.snippet[1]).toBe('NATT-telefon');
  expect(hit?.snippet[0]).toMatch(/^….*før $/);
  expect(hit?.snippet[2]).toMatch(/^ etter.*…$/);
});

test('every text that holds the words is found, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 30 }), { maxLength: mostHits - 1 }),
      fc.constantFrom('a', 'ær', 'x'),
      (texts, wanted) => {
        const found = find(texts.map(passage), wanted).map(({ text }) => text);
        expect(found).toEqual(texts.filter((text) => text.toLocaleLowerCase().includes(wanted)));
      },
    ),
  );
});

test('nothing is found for nothing, and never more than somebody looks through', () => {
  const many = Array.from({ length: 2 * mostHits }, () => passage('det samme'));
  expect(find(many, '  ')).toEqual([]);
  expect(find(many, 'samme')).toHaveLength(mostHits);
});

test('a place in the address leads back to the same section and the same row', () => {
  for (const sectionId of sectionIds) {
    const rowId = newId();
    expect(placeOfFragment(fragmentOf({ sectionId, field: null }))).toEqual({ sectionId, name: null });
    expect(placeOfFragment(fragmentOf({ sectionId, field: `${rowId}.who` }))).toEqual({ sectionId, name: rowId });
    expect(placeOfFragment(fragmentOf({ sectionId, field: 'goals' }))).toEqual({ sectionId, name: 'goals' });
  }
});

test.each(['', '#', '#plan-', '#plan-nowhere', '#plan-contacts/<b>', '#plan-contacts/a/b', `#${'x'.repeat(200)}`])(
  'what names no place leads nowhere: %s',
  (hash) => expect(placeOfFragment(hash)).toBeNull(),
);
