import { expect, test } from 'vitest';
import { inField, inSection, visitorsOf } from '../../../client/plan/whereabouts.ts';
import { newId } from '../../../shared/domain/ids.ts';
import type { StampedPresence } from '../../../shared/protocol/sync.ts';

const [me, kari, anne] = [newId(), newId(), newId()];

function page(id: string, name: string, at: StampedPresence['at'] = null): StampedPresence {
  return { person: { id, name, role: 'gp', color: 0 }, at };
}

const inRow = { section: 'tasks', field: 'row.what', cursor: null } as const;

test('each person counts once, where one of their pages is at work; one’s own pages do not count', () => {
  const visitors = visitorsOf(
    [page(me, 'Meg'), page(kari, 'Kari'), page(kari, 'Kari', inRow), page(kari, 'Kari'), page(anne, 'Anne')],
    me,
  );
  expect(visitors).toEqual([
    { person: page(anne, 'Anne').person, at: null },
    { person: page(kari, 'Kari').person, at: inRow },
  ]);
});

test('people are found by section, by field, and by row whatever the field', () => {
  const visitors = visitorsOf([page(kari, 'Kari', inRow), page(anne, 'Anne')], me);
  const names = (found: typeof visitors) => found.map(({ person }) => person.name);
  expect(names(inSection(visitors, 'tasks'))).toEqual(['Kari']);
  expect(names(inSection(visitors, 'contacts'))).toEqual([]);
  expect(names(inField(visitors, 'tasks', 'row.what'))).toEqual(['Kari']);
  expect(names(inField(visitors, 'tasks', 'row.owner'))).toEqual([]);
  expect(names(inField(visitors, 'tasks', 'row.'))).toEqual(['Kari']);
  expect(names(inField(visitors, 'tasks', 'ro.'))).toEqual([]);
});
