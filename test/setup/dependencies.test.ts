/** When `npm ci` is needed. */
import { expect, test } from 'vitest';
import { isInStep } from '../../server/setup/dependencies.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/ws': { version: '8.23.0' },
    'node_modules/vitest': { version: '5.1.1', dev: true },
    'node_modules/@binding/other-platform': { version: '1.0.0', optional: true },
  },
};
const production = { packages: { 'node_modules/ws': { version: '8.23.0' } } };
const all = { packages: { ...production.packages, 'node_modules/vitest': { version: '5.1.1' } } };

test('nothing is to be done when every package is there in the locked version', () => {
  expect(isInStep({ lock, installed: all, withDev: true })).toBe(true);
});

test('an empty clone, an older version and a missing package are out of step', () => {
  const older = { packages: { ...all.packages, 'node_modules/ws': { version: '8.22.0' } } };
  expect(isInStep({ lock, installed: undefined, withDev: false })).toBe(false);
  expect(isInStep({ lock, installed: older, withDev: false })).toBe(false);
  expect(isInStep({ lock, installed: { packages: {} }, withDev: false })).toBe(false);
});

test('a server does without the packages for development, the tests do not', () => {
  expect(isInStep({ lock, installed: production, withDev: false })).toBe(true);
  expect(isInStep({ lock, installed: production, withDev: true })).toBe(false);
});
