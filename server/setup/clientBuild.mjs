/** Owns client/dist being built from the sources that are there now. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './failure.mjs';
import { hashOf } from './stamp.mjs';
import { runTool } from './tool.mjs';

/** A dot file, so that the server does not serve it. */
const STAMP = 'client/dist/.built-from';
const SOURCES = ['client', 'shared', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.node a Node.js 24
 * @param {import('./progress.mjs').Progress} options.progress
 */
export async function ensureClient({ root, node, progress }) {
  const sources = hashOf({ root, paths: SOURCES, leftOut: ['client/dist'] });
  const stamp = join(root, STAMP);
  if (readIfThere(stamp) === sources) return;

  const step = progress.step('Building the pages');
  const { code, tail } = await runTool({
    command: node,
    args: [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    cwd: root,
  });
  if (code !== 0) {
    step.stop();
    throw new SetupError(`${tail}\n\nBuilding the pages failed (see above); correct the source and run again.`);
  }
  writeFileSync(stamp, sources);
  step.done();
}
