/**
 * `npm start`: makes this clone ready and runs the server. Its first lines run
 * on Node 20, so the files of this folder are plain JavaScript.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import process from 'node:process';
import { ensureAll } from './ensure.mjs';
import { failAndExit } from './failure.mjs';
import { REPOSITORY } from './paths.mjs';
import { createProgress } from './progress.mjs';
import { runInForeground } from './service.mjs';

try {
  const progress = createProgress(process.stdout);
  const { node, env } = await ensureAll({ env: process.env, chromium: false, withDev: false, progress });
  const followParent = pathToFileURL(join(import.meta.dirname, 'followParent.mjs')).href;
  runInForeground({
    command: node,
    args: ['--import', followParent, join(REPOSITORY, 'server/main.ts')],
    env,
    channel: 'ipc',
  });
} catch (error) {
  failAndExit(error);
}
