/** Owns where things are: the repository, and the folder that outlives a clone. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder of package.json. */
export const REPOSITORY = resolve(import.meta.dirname, '../..');

/**
 * The folder for what is costly to make and the same for every clone: the media worker and Node 24.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'samrad');
}
