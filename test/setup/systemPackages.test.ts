/** The distribution's packages: what is missing, and what a person is told who has to install it. */
import { expect, test } from 'vitest';
import { assertInstallable, missingPackages } from '../../server/setup/systemPackages.mjs';

test('a package counts as installed only when all of it is', () => {
  const dpkg = ['ii  cmake', 'rc  libuv1-dev', 'un  ninja-build', ''].join('\n');
  expect(missingPackages(dpkg, ['cmake', 'libuv1-dev', 'ninja-build', 'g++'])).toEqual([
    'libuv1-dev',
    'ninja-build',
    'g++',
  ]);
});

const missing = ['cmake', 'ninja-build'];
const purpose = 'Building the media worker';

test('root on a system with apt installs without asking', () => {
  expect(() => assertInstallable({ missing, purpose, hasApt: true, isRoot: true })).not.toThrow();
});

test('H1: anyone else is told the one command to run', () => {
  expect(() => assertInstallable({ missing, purpose, hasApt: true, isRoot: false })).toThrow(
    'Building the media worker needs packages that are not installed; ' +
      'run "apt-get install -y cmake ninja-build" as root, and run again.',
  );
});

test('H1: on another system the names of what is missing are told', () => {
  expect(() => assertInstallable({ missing, purpose, hasApt: false, isRoot: true })).toThrow(
    /^Building the media worker needs .* cmake ninja-build, and run again\.$/,
  );
});
