/** Owns running a program to its end for its result: its lines as they come, its exit code, and the end of its output. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

const KEPT_LINES = 30;

/**
 * @typedef {object} Result
 * @property {number} code exit code; 127 when the program is not there, 128 when a signal ended it
 * @property {string} tail the last lines of both outputs, for a person to read, without colours
 */

/**
 * Runs a program without input. Never rejects: what failed is in the result.
 *
 * @param {object} options
 * @param {string} options.command
 * @param {string[]} options.args
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(line: string) => void} [options.onLine] gets each line of both outputs, and of file descriptor 3
 * @returns {Promise<Result>}
 */
export function runTool({ command, args, cwd, env, onLine }) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  /** @type {string[]} */
  const tail = [];

  for (const [descriptor, stream] of child.stdio.entries()) {
    if (!stream) continue;
    createInterface({ input: /** @type {import('node:stream').Readable} */ (stream) }).on('line', (line) => {
      onLine?.(line);
      if (descriptor === 3) return;
      tail.push(stripVTControlCharacters(line));
      if (tail.length > KEPT_LINES) tail.shift();
    });
  }

  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, tail: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 128, tail: tail.join('\n') }));
  });
}
