/** Owns the errors that people see when setting up fails: one sentence that names the thing and says what to do. */
import process from 'node:process';

/** A failure whose message is written for the person at the keyboard; its stack helps nobody. */
export class SetupError extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.name = 'SetupError';
  }
}

/**
 * Ends the process with what went wrong. An error that we did not foresee keeps its stack.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function failAndExit(error) {
  process.stderr.write(error instanceof SetupError ? `\n${error.message}\n` : `\n${format(error)}\n`);
  process.exit(1);
}

/** @param {unknown} error */
function format(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
