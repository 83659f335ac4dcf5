import { expect, test } from 'vitest';
import { phoneParts } from '../../../client/plan/phoneText.ts';
import { zoneOf, zonePlans } from '../../../client/plan/zones/zonePlans.ts';

const zone = (id: string, problem: string, level: string) => zoneOf({ id, values: { problem, level } });

test('zones of a problem stand together from green to red, and the levels that nobody wrote are named', () => {
  const plans = zonePlans(
    [zone('1', 'Smerter', 'red'), zone('2', 'Feber', 'yellow'), zone('3', ' smerter ', 'green')],
    null,
  );
  expect(plans.map(({ problem, zones, missing }) => [problem, zones.map(({ id }) => id), missing])).toEqual([
    ['Smerter', ['3', '1'], ['yellow']],
    ['Feber', ['2'], ['green', 'red']],
  ]);
});

test('a zone that is being changed stays where it stood', () => {
  const zones = [zone('1', 'Smerter', 'green'), zone('2', 'Feb', 'red')];
  const held = { id: '2', problem: 'Smerter', level: 'yellow' } as const;
  expect(zonePlans(zones, held)).toMatchObject([{ problem: 'Smerter', zones: [{ id: '1' }, { id: '2' }] }]);
});

test('a level that is none is green, as in a new row', () => {
  expect(zone('1', '', 'blue').level).toBe('green');
});

test('F5: numbers in running text can be rung, and nothing else is taken for one', () => {
  const numbers = (text: string) => phoneParts(text).flatMap(({ number }) => (number === null ? [] : [number]));
  expect(numbers('Hjemmesykepleien 22 00 00 22, om natten 22000023')).toEqual(['22000022', '22000023']);
  expect(numbers('+47 22 00 00 22')).toEqual(['+4722000022']);
  expect(numbers('113, ellers 116117 eller 116 117')).toEqual(['113', '116117', '116117']);
  expect(numbers('14.11.2026 kl. 10.30, 1130 kroner, 123456789')).toEqual([]);
});

test('the pieces of a text are the text', () => {
  for (const text of ['', 'Ring 113', '22 00 00 22', 'Ring 113 eller 22 00 00 22.\nVent.'])
    expect(
      phoneParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
});
