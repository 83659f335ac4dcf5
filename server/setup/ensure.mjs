/** Owns the order of setting up: each step needs what the ones before it left. */
import { cacheFolder, REPOSITORY } from './paths.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureClient } from './clientBuild.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureMediaWorker } from './mediaWorker.mjs';
import { ensureNetworkTools } from './networkTools.mjs';
import { ensureNode24 } from './node24.mjs';

/**
 * @typedef {object} Ready
 * @property {string} node path of a Node.js 24
 * @property {NodeJS.ProcessEnv} env the environment for what runs next: where the worker and the browser are
 */

/**
 * Makes this clone ready to run. Does nothing, quickly, when it is.
 *
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {boolean} options.chromium whether a browser is needed, and what else tests in one need
 * @param {boolean} options.withDev whether the packages for development are needed
 * @param {import('./progress.mjs').Progress} options.progress
 * @returns {Promise<Ready>}
 */
export async function ensureAll({ env, chromium, withDev, progress }) {
  const root = REPOSITORY;
  const cache = cacheFolder(env);

  await ensureDependencies({ root, withDev, progress });
  const node = await ensureNode24({ root, cache, progress });
  const worker = await ensureMediaWorker({ root, cache, node, env, progress });
  await ensureClient({ root, node, progress });

  const found = { MEDIASOUP_WORKER_BIN: worker };
  if (!chromium) return { node, env: { ...env, ...found } };
  await ensureNetworkTools({ progress });
  return { node, env: { ...env, ...found, CHROMIUM_PATH: await ensureChromium({ env, progress }) } };
}
