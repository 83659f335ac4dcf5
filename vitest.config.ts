/**
 * The test projects, from the quickest to the slowest, one after the other. Two cores: what starts servers, or browsers that read
 * and write pages, runs two files at a time; browsers with sound and pictures run alone.
 */
import { defineConfig } from 'vitest/config';

const long = 120_000;
/** How long a test looks again until what it waits for is there: on a busy machine a page is drawn late. */
const poll = { timeout: 30_000 };

let order = 0;

/**
 * One after the other, in the order in which they are named: nothing else runs beside a meeting.
 *
 * @param options.workers how many files run at a time.
 * @param options.isolate whether each file has a process of its own; otherwise a worker loads what is tested once, for all of its files.
 */
function project(name: string, options: { timeout: number; workers: number; isolate: boolean }) {
  order += 1;
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: options.timeout,
      hookTimeout: options.timeout,
      expect: { poll },
      isolate: options.isolate,
      maxWorkers: options.workers,
      sequence: { groupOrder: order },
    },
  };
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/logsOfRun.ts'],
    projects: [
      project('unit', { timeout: 10_000, workers: 2, isolate: false }),
      project('setup', { timeout: 60_000, workers: 2, isolate: false }),
      project('integration', { timeout: 60_000, workers: 2, isolate: false }),
      project('pages', { timeout: long, workers: 2, isolate: true }),
      project('browser', { timeout: long, workers: 1, isolate: true }),
      project('lines', { timeout: long, workers: 1, isolate: true }),
      project('fuzz', { timeout: 5 * long, workers: 1, isolate: true }),
      project('chaos', { timeout: 10 * long, workers: 1, isolate: true }),
    ],
  },
});
