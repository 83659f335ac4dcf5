import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applySplice, movePosition, rebase, spliceBetween } from '../../../client/plan/rows/splice.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'æ', '👵', '👩‍⚕️', ' '), maxLength: 12 });
const splice = (of: string) =>
  fc
    .tuple(fc.nat(of.length), fc.nat(of.length), fc.string({ unit: fc.constantFrom('X', 'Y'), maxLength: 3 }))
    .map(([a, b, insert]) => ({ index: Math.min(a, b), remove: Math.abs(a - b), insert }));

test('the splice between two texts turns the one into the other, wherever the caret is said to be', () => {
  const pair = fc
    .tuple(text, text)
    .chain(([before, after]) => fc.tuple(fc.constant(before), fc.constant(after), fc.nat(after.length)));
  fc.assert(
    fc.property(pair, ([before, after, caret]) => {
      const found = spliceBetween(before, after, caret);
      expect(found === null ? before : applySplice(before, found)).toBe(after);
    }),
  );
});

test('equal texts have no splice between them', () => {
  expect(spliceBetween('natt', 'natt')).toBeNull();
});

test('the caret tells which of several equal characters was typed', () => {
  expect(spliceBetween('aa', 'aaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' });
  expect(spliceBetween('aa', 'aaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' });
});

test('the caret tells which of several equal characters was deleted', () => {
  expect(spliceBetween('aaa', 'aa', 1)).toEqual({ index: 1, remove: 1, insert: '' });
});

test('a character of two units is never cut in half', () => {
  // The two faces share their first unit.
  expect(spliceBetween('👵', '👴')).toEqual({ index: 0, remove: 2, insert: '👴' });
});

test('a splice made on an older text never takes away what the other put in', () => {
  const cases = text.chain((base) => fc.tuple(fc.constant(base), splice(base), splice(base)));
  fc.assert(
    fc.property(cases, ([base, mine, other]) => {
      const after = applySplice(base, other);
      const rebased = rebase({ ...mine, insert: 'm' }, other);
      expect(rebased.index + rebased.remove).toBeLessThanOrEqual(after.length);
      expect(applySplice(after, rebased).replace('m', '')).toContain(other.insert);
    }),
  );
});

test('two splices at different places give the same text in either order', () => {
  const base = 'smerter om natten';
  const first = { index: 0, remove: 7, insert: 'kvalme' };
  const second = { index: 11, remove: 6, insert: 'dagen' };
  expect(applySplice(applySplice(base, first), rebase(second, first))).toBe('kvalme om dagen');
  expect(applySplice(applySplice(base, second), rebase(first, second))).toBe('kvalme om dagen');
});

test('the caret stays at its word when others write before it, and where it is when they write after it', () => {
  expect(movePosition(5, { index: 0, remove: 0, insert: 'nå ' })).toBe(8);
  expect(movePosition(5, { index: 9, remove: 0, insert: 'nå ' })).toBe(5);
  expect(movePosition(5, { index: 5, remove: 0, insert: 'nå ' })).toBe(5);
});
