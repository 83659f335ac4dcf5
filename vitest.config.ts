/**
 * The test projects, from the quickest to the slowest, one after the other. Two cores: what starts servers runs two files at a
 * time, what starts browsers one.
 */
import { defineConfig } from 'vitest/config';

const long = 120_000;

let order = 0;

/**
 * One after the other, in the order in which they are named: nothing else runs beside a browser test.
 *
 * @param options.workers how many files run at a time. Where it is more than one, a worker loads what is tested once, for all of
 * its files.
 */
function project(name: string, options: { timeout: number; workers: number }) {
  order += 1;
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: options.timeout,
      hookTimeout: options.timeout,
      isolate: options.workers === 1,
      maxWorkers: options.workers,
      sequence: { groupOrder: order },
    },
  };
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/logsOfRun.ts'],
    projects: [
      project('unit', { timeout: 10_000, workers: 2 }),
      project('setup', { timeout: 60_000, workers: 2 }),
      project('contract', { timeout: 30_000, workers: 2 }),
      project('integration', { timeout: 60_000, workers: 2 }),
      project('browser', { timeout: long, workers: 1 }),
      project('fuzz', { timeout: 5 * long, workers: 1 }),
      project('chaos', { timeout: 10 * long, workers: 1 }),
    ],
  },
});
