/**
 * Owns getting mediasoup's worker program. In this order: the one that is named
 * in the environment, one that an earlier start left in the cache, the makers'
 * own binary, a build from source. What comes from the last two must carry a
 * call before it goes into the cache.
 */
import { chmodSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { SetupError } from './failure.mjs';
import { hashOf } from './stamp.mjs';
import { runTool } from './tool.mjs';
import { inWorkFolder } from './workFolder.mjs';
import { buildWorker, RECIPE } from './workerBuild.mjs';
import { fetchPrebuilt, prebuiltUrl } from './workerPrebuilt.mjs';

/** The worker answers with this exit code when it is started by hand: it runs, and asks for its parent. */
const STARTED_BY_HAND = 41;

/**
 * Where to take the worker from.
 *
 * @param {object} facts
 * @param {string | undefined} facts.named MEDIASOUP_WORKER_BIN
 * @param {boolean} facts.cachedStarts a library that it needs may have gone with an upgrade of the system
 * @param {boolean} facts.prebuiltWanted
 * @returns {'named' | 'cache' | 'prebuilt' | 'build'} from 'prebuilt' one goes on to 'build' when it is not to be had
 */
export function chooseSource({ named, cachedStarts, prebuiltWanted }) {
  if (named) return 'named';
  if (cachedStarts) return 'cache';
  return prebuiltWanted ? 'prebuilt' : 'build';
}

/** @param {{ version: string, platform: string, arch: string, recipeHash: string }} facts */
export function cacheName({ version, platform, arch, recipeHash }) {
  return `mediasoup-worker-${version}-${platform}-${arch}-${recipeHash}`;
}

/**
 * Whether a DTLS handshake and a media packet in each direction pass through a worker.
 *
 * @param {{ node: string, workerBin: string }} options `node` is a Node.js 24
 * @returns {Promise<{ ok: boolean, reason: string }>}
 */
export async function checkWorker({ node, workerBin }) {
  const { code, tail } = await runTool({
    command: node,
    args: [join(import.meta.dirname, 'workerCheck.mjs'), workerBin],
  });
  return { ok: code === 0, reason: tail };
}

/** @param {string} workerBin */
async function starts(workerBin) {
  if (!existsSync(workerBin)) return false;
  const { code } = await runTool({ command: workerBin, args: [], env: {} });
  return code === STARTED_BY_HAND;
}

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.cache the folder for what outlives a clone
 * @param {string} options.node a Node.js 24
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./progress.mjs').Progress} options.progress
 * @returns {Promise<string>} absolute path of a worker that runs on this machine
 */
export async function ensureMediaWorker({ root, cache, node, env, progress }) {
  const mediasoup = JSON.parse(readFileSync(join(root, 'node_modules/mediasoup/package.json'), 'utf8'));
  const machine = { version: mediasoup.version, platform: process.platform, arch: process.arch };
  const cached = join(cache, cacheName({ ...machine, recipeHash: hashOf({ root: RECIPE, paths: ['.'] }) }));
  const named = env.MEDIASOUP_WORKER_BIN;
  const facts = {
    named,
    cachedStarts: !named && (await starts(cached)),
    prebuiltWanted: !env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD,
  };

  const source = chooseSource(facts);
  if (source === 'named') return assertThere(/** @type {string} */ (named));
  if (source === 'cache') return cached;

  return inWorkFolder(cache, async (folder) => {
    if (source === 'prebuilt') {
      const url = prebuiltUrl({
        ...machine,
        repositoryUrl: mediasoup.repository.url,
        baseUrl: env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL,
        kernel: release(),
      });
      const fetched = await fetchChecked({ url, folder, node, progress });
      if (fetched) return keep(fetched, cached);
    }
    return keep(await buildChecked({ root, folder, node, progress }), cached);
  });
}

/** @param {string} named */
function assertThere(named) {
  if (existsSync(named)) return named;
  throw new SetupError(`MEDIASOUP_WORKER_BIN is ${named}, but no file is there; correct it or unset it.`);
}

/** @param {{ url: string, folder: string, node: string, progress: import('./progress.mjs').Progress }} options */
async function fetchChecked({ url, folder, node, progress }) {
  const step = progress.step('Looking for a ready-made media worker');
  const workerBin = await fetchPrebuilt({ url, folder });
  if (workerBin) chmodSync(workerBin, 0o755);
  const good = workerBin && (await checkWorker({ node, workerBin })).ok;
  step.done(good ? 'found' : 'none to be had');
  return good ? workerBin : undefined;
}

/** @param {{ root: string, folder: string, node: string, progress: import('./progress.mjs').Progress }} options */
async function buildChecked({ root, folder, node, progress }) {
  const workerBin = await buildWorker({ root, folder: join(folder, 'build'), progress });
  const check = await checkWorker({ node, workerBin });
  if (check.ok) return workerBin;
  throw new SetupError(
    `The media worker was built but carries no call on this machine (${check.reason}); ` +
      'set MEDIASOUP_WORKER_BIN to a worker that was built elsewhere, and run again.',
  );
}

/**
 * A rename within the cache folder, so that another start never sees half a file.
 *
 * @param {string} workerBin
 * @param {string} cached
 */
function keep(workerBin, cached) {
  renameSync(workerBin, cached);
  return cached;
}
