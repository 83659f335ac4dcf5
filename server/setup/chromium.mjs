/** Owns the browser that the tests drive: the one that is named, else the system's, installed where we can. */
import { existsSync } from 'node:fs';
import { SetupError } from './failure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/**
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env CHROMIUM_PATH names a browser
 * @param {import('./progress.mjs').Progress} options.progress
 * @returns {Promise<string>} absolute path of the executable
 */
export async function ensureChromium({ env, progress }) {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new SetupError(`CHROMIUM_PATH is ${named}, but no file is there; correct it or unset it.`);
  }
  if (!existsSync(SYSTEM_CHROMIUM)) {
    await ensureSystemPackages({ packages: ['chromium'], purpose: 'Testing in a browser', progress });
  }
  return SYSTEM_CHROMIUM;
}
