/** How far a tool has come, read from what it prints. */
import { expect, test } from 'vitest';
import { aptFraction, isNpmFetch, ninjaFraction } from '../../server/setup/toolOutput.mjs';

test('ninja counts its steps', () => {
  expect(ninjaFraction('[65/260] Building CXX object src/Worker.cpp.o')).toBe(0.25);
  expect(ninjaFraction('[260/260] Linking CXX executable mediasoup-worker')).toBe(1);
  expect(ninjaFraction("ninja: Entering directory `/tmp/build'")).toBeUndefined();
  expect(ninjaFraction('Worker.cpp:7:3: error: [1/2] is no step')).toBeUndefined();
});

test('apt reports downloading as the first half and installing as the second', () => {
  expect(aptFraction('dlstatus:1:50.0000:Retrieving file 1 of 2')).toBe(0.25);
  expect(aptFraction('pmstatus:chromium:50.0000:Unpacking chromium (amd64)')).toBe(0.75);
  expect(aptFraction('Setting up chromium ...')).toBeUndefined();
});

test('npm names each package that it fetches, from the network or from its own cache', () => {
  expect(isNpmFetch('npm http fetch GET 200 https://registry.example/ws/-/ws-8.23.0.tgz 24ms (cache updated)')).toBe(
    true,
  );
  expect(isNpmFetch('npm http fetch GET 200 https://registry.example/ws/-/ws-8.23.0.tgz 1ms (cache hit)')).toBe(true);
  expect(isNpmFetch('npm http fetch GET 200 https://registry.example/ws 24ms')).toBe(false);
  expect(isNpmFetch('added 365 packages in 14s')).toBe(false);
});
