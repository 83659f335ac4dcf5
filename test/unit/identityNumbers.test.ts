/** The test run's own watch over the logs: it must see an identity number, and nothing else for one. */
import { expect, test } from 'vitest';
import { isIdentityNumber } from '../../shared/domain/membership.ts';
import { linesWithIdentityNumber } from '../support/logsOfRun.ts';

/** A synthetic number: a day, a month with 80 added, and control digits that fit. */
function synthetic(): string {
  for (let number = 1_81_80_10_000; ; number += 1) {
    const digits = String(number).padStart(11, '0');
    if (isIdentityNumber(digits)) return digits;
  }
}

test('H4: an identity number in a log is found, however it stands there', () => {
  const number = synthetic();
  const parted = `${number.slice(0, 6)} ${number.slice(6)}`;
  const wrong = number.slice(0, 10) + String((Number(number[10]) + 1) % 10);
  const lines = [
    `{"msg":"x","id":"${number}"}`,
    `for ${parted}.`,
    `{"id":"${wrong}"}`,
    `{"id":"1${number}"}`,
    'all well',
  ];
  expect(linesWithIdentityNumber(lines.join('\n'))).toEqual(lines.slice(0, 2));
});
