/** Owns building the media worker from the sources in mediasoup's npm package, by the recipe in ./worker. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { SetupError } from './failure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';
import { runTool } from './tool.mjs';
import { ninjaFraction } from './toolOutput.mjs';

/** The recipe: a CMake file and headers. Its hash is part of the binary's name in the cache. */
export const RECIPE = join(import.meta.dirname, 'worker');

/** What the recipe needs, by Debian's names. */
const PACKAGES = [
  'cmake',
  'flatbuffers-compiler',
  'g++',
  'libabsl-dev',
  'libflatbuffers-dev',
  'libsrtp2-dev',
  'libssl-dev',
  'libuv1-dev',
  'ninja-build',
  'pkg-config',
];

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.folder a folder to build in, not there yet
 * @param {import('./progress.mjs').Progress} options.progress
 * @returns {Promise<string>} path of the binary in the folder
 */
export async function buildWorker({ root, folder, progress }) {
  await ensureSystemPackages({ packages: PACKAGES, purpose: 'Building the media worker', progress });

  const step = progress.step('Building the media worker (once per machine, some minutes)');
  const source = join(root, 'node_modules/mediasoup/worker');
  const commands = [
    { command: 'cmake', args: ['-G', 'Ninja', '-S', RECIPE, '-B', folder, `-DWORKER_SOURCE=${source}`] },
    // One compiler per core: each takes up to 1 GB of memory, which ninja's default would exceed on a small machine.
    { command: 'ninja', args: ['-C', folder, '-j', String(availableParallelism())] },
    { command: 'strip', args: [join(folder, 'mediasoup-worker')] },
  ];
  for (const { command, args } of commands) {
    const { code, tail } = await runTool({
      command,
      args,
      onLine(line) {
        const fraction = ninjaFraction(line);
        if (fraction !== undefined) step.update(fraction);
      },
    });
    if (code !== 0) {
      step.stop();
      throw new SetupError(
        `${tail}\n\nBuilding the media worker failed in ${command} (see above); ` +
          'set MEDIASOUP_WORKER_BIN to a worker that was built elsewhere, and run again.',
      );
    }
  }
  step.done();
  return join(folder, 'mediasoup-worker');
}
