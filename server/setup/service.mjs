/**
 * Owns running the program that setting up was for: in the foreground, until
 * it ends, as if it had been started directly.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

const PARENT_WATCH_MS = 500;

/**
 * npm passes signals on, but nobody does when npm itself is killed. Then we have
 * a new parent, and whoever started npm believes that the server is gone.
 *
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    onGone();
  }, PARENT_WATCH_MS);
}

/**
 * Ends this process with the program's exit code, or 128 and the signal's number when a signal ended it.
 *
 * @param {object} options
 * @param {string} options.command
 * @param {string[]} options.args
 * @param {NodeJS.ProcessEnv} options.env
 * @param {'ipc' | 'ignore'} [options.channel] 'ipc' lets a Node.js program notice when we are killed
 */
export function runInForeground({ command, args, env, channel = 'ignore' }) {
  const child = spawn(command, args, { env, stdio: ['inherit', 'inherit', 'inherit', channel] });

  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => {
    // Ctrl-C reaches every process of the terminal by itself; a second one would look like impatience.
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });

  if (env.npm_lifecycle_event) watchNpm(() => child.kill('SIGTERM'));

  child.on('error', (error) => {
    process.stderr.write(`${command} could not be started: ${error.message}\n`);
    process.exit(127);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
}
