/** The test projects, from the quickest to the slowest. Those that start servers and browsers run one file after the other: two cores. */
import { defineConfig } from 'vitest/config';

const long = 120_000;

let order = 0;

/** One after the other, in the order in which they are named: nothing else runs beside a browser test. */
function project(name: string, options: { timeout: number; parallel: boolean }) {
  order += 1;
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: options.timeout,
      hookTimeout: options.timeout,
      fileParallelism: options.parallel,
      sequence: { groupOrder: order },
    },
  };
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/logsOfRun.ts'],
    projects: [
      project('unit', { timeout: 10_000, parallel: true }),
      project('setup', { timeout: 60_000, parallel: true }),
      project('contract', { timeout: 30_000, parallel: true }),
      project('integration', { timeout: 60_000, parallel: false }),
      project('browser', { timeout: long, parallel: false }),
      project('fuzz', { timeout: 5 * long, parallel: false }),
      project('chaos', { timeout: 10 * long, parallel: false }),
    ],
  },
});
