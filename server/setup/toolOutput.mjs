/** Owns reading how far a tool has come from a line that it prints. All return 0 to 1, or undefined for other lines. */

/**
 * Ninja: `[138/260] Building CXX object …`
 *
 * @param {string} line
 */
export function ninjaFraction(line) {
  const match = /^\[(\d+)\/(\d+)\]/.exec(line);
  return match ? Number(match[1]) / Number(match[2]) : undefined;
}

/**
 * apt's status lines (`APT::Status-Fd`): `dlstatus:1:20.5:…` while downloading, `pmstatus:chromium:45.0:…` while
 * installing. Downloading is counted as the first half.
 *
 * @param {string} line
 */
export function aptFraction(line) {
  const match = /^(dlstatus|pmstatus):[^:]*:([\d.]+):/.exec(line);
  if (!match) return undefined;
  const half = Number(match[2]) / 200;
  return match[1] === 'dlstatus' ? half : 0.5 + half;
}

/**
 * npm with `--loglevel http` prints one line for each package that it fetches.
 *
 * @param {string} line
 */
export function isNpmFetch(line) {
  return /^npm http fetch GET 200 .*\.tgz /.test(line);
}
