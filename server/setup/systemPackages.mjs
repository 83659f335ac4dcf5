/** Owns the distribution's packages that we need: which are missing, and installing them with apt as root. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { SetupError } from './failure.mjs';
import { runTool } from './tool.mjs';
import { aptFraction } from './toolOutput.mjs';

const APT_GET = '/usr/bin/apt-get';

/**
 * @param {string} dpkgOutput of `dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n'`
 * @param {string[]} wanted
 * @returns {string[]} those that are not installed
 */
export function missingPackages(dpkgOutput, wanted) {
  const installed = new Set();
  for (const line of dpkgOutput.split('\n')) {
    const match = /^ii\s+(\S+)$/.exec(line.trim());
    if (match) installed.add(match[1]);
  }
  return wanted.filter((name) => !installed.has(name));
}

/**
 * Refuses, in one sentence with the command to run, where we cannot install ourselves.
 *
 * @param {object} facts
 * @param {string[]} facts.missing
 * @param {string} facts.purpose completes "… is needed"
 * @param {boolean} facts.hasApt
 * @param {boolean} facts.isRoot
 */
export function assertInstallable({ missing, purpose, hasApt, isRoot }) {
  const names = missing.join(' ');
  if (!hasApt) {
    throw new SetupError(
      `${purpose} needs software that this system lacks; install what Debian calls ${names}, and run again.`,
    );
  }
  if (!isRoot) {
    throw new SetupError(
      `${purpose} needs packages that are not installed; run "apt-get install -y ${names}" as root, and run again.`,
    );
  }
}

/**
 * @param {object} options
 * @param {string[]} options.packages
 * @param {string} options.purpose starts a sentence: "Building the media worker" (needs …)
 * @param {import('./progress.mjs').Progress} options.progress
 */
export async function ensureSystemPackages({ packages, purpose, progress }) {
  const missing = missingPackages(await dpkgStatus(packages), packages);
  if (missing.length === 0) return;
  assertInstallable({ missing, purpose, hasApt: existsSync(APT_GET), isRoot: process.getuid?.() === 0 });

  const what = missing.length === 1 ? missing[0] : `${missing.length} system packages`;
  const step = progress.step(`Installing ${what} with apt`);
  let result = await aptInstall(missing, step);
  if (result.code !== 0) {
    // A fresh system has no package lists, an old one has lists of files that are gone.
    await apt(['update'], step);
    result = await aptInstall(missing, step);
  }
  if (result.code !== 0) {
    step.stop();
    throw new SetupError(
      `${result.tail}\n\napt could not install what is missing (see above); ` +
        `run "apt-get install -y ${missing.join(' ')}" by hand, and run again.`,
    );
  }
  step.done();
}

/** @param {string[]} packages */
async function dpkgStatus(packages) {
  /** @type {string[]} */
  const lines = [];
  // dpkg-query fails when it does not know one of the packages, but still lists the others.
  await runTool({
    command: 'dpkg-query',
    args: ['-W', '-f', '${db:Status-Abbrev} ${Package}\\n', ...packages],
    onLine: (line) => lines.push(line),
  });
  return lines.join('\n');
}

/** @param {string[]} packages @param {import('./progress.mjs').Step} step */
function aptInstall(packages, step) {
  return apt(['install', '-y', '--no-install-recommends', ...packages], step);
}

/** @param {string[]} args @param {import('./progress.mjs').Step} step */
function apt(args, step) {
  // Waits for another apt (unattended upgrades) instead of failing at once; reports on descriptor 3.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'APT::Status-Fd=3'];
  return runTool({
    command: APT_GET,
    args: [...options, ...args],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    onLine(line) {
      const fraction = aptFraction(line);
      if (fraction !== undefined) step.update(fraction);
    },
  });
}
