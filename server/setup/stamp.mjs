/** Owns telling whether something made from files is still in step with them: one hash over names and contents. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * All files in a folder and below, sorted, so that the order does not depend on the file system.
 *
 * @param {string} path a file, a folder, or nothing
 * @param {string[]} leftOut absolute paths of folders to leave out
 * @returns {string[]}
 */
function filesUnder(path, leftOut) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || leftOut.includes(path)) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name), leftOut));
}

/**
 * @param {object} options
 * @param {string} options.root names are taken relative to it, so that a clone elsewhere has the same hash
 * @param {string[]} options.paths files and folders in the root; one that does not exist counts as empty
 * @param {string[]} [options.leftOut] folders in the root to leave out
 * @returns {string} 16 hexadecimal digits
 */
export function hashOf({ root, paths, leftOut = [] }) {
  const hash = createHash('sha256');
  const excluded = leftOut.map((path) => join(root, path));
  for (const file of paths.flatMap((path) => filesUnder(join(root, path), excluded))) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}
