/**
 * Owns the folder that something costly is made in: inside the cache folder, so
 * that the result is one rename away, and gone afterwards however making it ended.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { SetupError } from './failure.mjs';

/** @param {NodeJS.Signals} signal */
function exitOn(signal) {
  // Runs the 'exit' listener below, which a signal alone would not.
  process.exit(128 + constants.signals[signal]);
}

/** @param {string} cache */
function createIn(cache) {
  try {
    mkdirSync(cache, { recursive: true });
    return mkdtempSync(join(cache, 'making-'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new SetupError(
      `The cache folder ${cache} cannot be written (${reason}); set XDG_CACHE_HOME to one that can.`,
    );
  }
}

/**
 * @template T
 * @param {string} cache
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inWorkFolder(cache, work) {
  const folder = createIn(cache);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove).once('SIGINT', exitOn).once('SIGTERM', exitOn);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove).off('SIGINT', exitOn).off('SIGTERM', exitOn);
    remove();
  }
}
