/**
 * Makes this clone ready for development and runs a command with Node 24 first
 * on PATH and the worker (and browser) in the environment:
 *
 *   node server/setup/with.mjs [--chromium] -- vitest run
 */
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { ensureAll } from './ensure.mjs';
import { failAndExit, SetupError } from './failure.mjs';
import { REPOSITORY } from './paths.mjs';
import { createProgress } from './progress.mjs';
import { runInForeground } from './service.mjs';

try {
  const separator = process.argv.indexOf('--');
  const [command, ...args] = separator < 0 ? [] : process.argv.slice(separator + 1);
  if (!command) throw new SetupError('Say what to run after "--", for example: with.mjs --chromium -- vitest run');

  const { node, env } = await ensureAll({
    env: process.env,
    chromium: process.argv.slice(2, separator).includes('--chromium'),
    withDev: true,
    progress: createProgress(process.stdout),
  });
  const path = [dirname(node), join(REPOSITORY, 'node_modules/.bin'), env.PATH].join(delimiter);
  runInForeground({ command, args, env: { ...env, PATH: path } });
} catch (error) {
  failAndExit(error);
}
