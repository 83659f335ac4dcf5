import { expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import { colourOf, handOrder, initials } from '../../../client/meeting/people.ts';
import { participant } from './room.ts';

test('two letters stand for a name: the first and the last of its words', () => {
  expect(initials('Kari Nordmann')).toBe('KN');
  expect(initials('  anne  Marie   østby ')).toBe('AØ');
  expect(initials('Ola')).toBe('O');
  expect(initials('')).toBe('');
});

test('a letter outside the first plane is not cut in two', () => {
  expect(initials('𐐀nna Åse')).toBe('𐐀Å');
});

test('a person always has the same one of eight colours, and the eight are used', () => {
  const ids = Array.from({ length: 400 }, newId);
  expect(ids.map(colourOf)).toEqual(ids.map(colourOf));
  expect([...new Set(ids.map(colourOf))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('hands are counted in the order in which they went up, whatever the order of the people', () => {
  const order = handOrder([
    participant({ id: 'last', handRaisedAt: '2026-01-01T12:00:10Z' }),
    participant({ id: 'down' }),
    participant({ id: 'first', handRaisedAt: '2026-01-01T11:59:59.500Z' }),
  ]);
  expect([...order]).toEqual([
    ['first', 1],
    ['last', 2],
  ]);
});

test('hands that went up at the same instant have the same order on every page', () => {
  const b = participant({ id: 'b', handRaisedAt: '2026-01-01T12:00:00Z' });
  const a = participant({ id: 'a', handRaisedAt: '2026-01-01T12:00:00Z' });
  expect([...handOrder([a, b])]).toEqual([...handOrder([b, a])]);
});
