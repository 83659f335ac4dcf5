/** Owns node_modules being in step with package-lock.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arch, platform } from 'node:process';
import { SetupError } from './failure.mjs';
import { runTool } from './tool.mjs';
import { isNpmFetch } from './toolOutput.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean,
 *   os?: string[], cpu?: string[] }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether every package that the lock asks for is there in that version. npm
 * keeps a list of what it installed, in the same form as the lock. Packages for
 * other platforms are optional and are never on it.
 *
 * @param {object} facts
 * @param {Lock} facts.lock package-lock.json
 * @param {Lock | undefined} facts.installed node_modules/.package-lock.json
 * @param {boolean} facts.withDev whether development packages are needed
 */
export function isInStep({ lock, installed, withDev }) {
  return Object.entries(lock.packages ?? {}).every(([folder, wanted]) => {
    if (folder === '' || wanted.optional || wanted.devOptional) return true;
    if (wanted.dev && !withDev) return true;
    return installed?.packages?.[folder]?.version === wanted.version;
  });
}

/**
 * How many packages npm will fetch on this machine, for showing progress.
 *
 * @param {Lock} lock
 */
function packagesForThisMachine(lock) {
  return Object.values(lock.packages ?? {}).filter(
    ({ os, cpu }) => (os ?? [platform]).includes(platform) && (cpu ?? [arch]).includes(arch),
  ).length;
}

/** @param {string} file @returns {Lock | undefined} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs `npm ci` when something is missing. Scripts of packages do not run
 * (.npmrc): the two that we need are replaced by steps of our own.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {boolean} options.withDev
 * @param {import('./progress.mjs').Progress} options.progress
 */
export async function ensureDependencies({ root, withDev, progress }) {
  const lock = readLock(join(root, 'package-lock.json'));
  if (!lock)
    throw new SetupError(`package-lock.json in ${root} is missing or broken; restore it with git and run again.`);
  const installed = readLock(join(root, 'node_modules/.package-lock.json'));
  if (isInStep({ lock, installed, withDev })) return;

  const step = progress.step('Installing npm packages');
  const total = packagesForThisMachine(lock);
  let fetched = 0;
  const { code, tail } = await runTool({
    command: 'npm',
    args: ['ci', '--loglevel', 'http', ...(withDev ? ['--include', 'dev'] : [])],
    cwd: root,
    onLine: (line) => isNpmFetch(line) && step.update(++fetched / total),
  });
  if (code !== 0) {
    step.stop();
    throw new SetupError(
      `${tail}\n\n"npm ci" failed (see above); check the connection to the npm registry, and that package-lock.json is as in git.`,
    );
  }
  step.done();
}
