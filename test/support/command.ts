/** A command of the repository in a process of its own, as those who run the server type it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface CommandEnd {
  readonly code: number;
  /** Both streams. */
  readonly said: string;
}

/** Runs a file of the server's with these settings and no others of ours. */
export function runServerCommand(
  file: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<CommandEnd> {
  const path = join(import.meta.dirname, '../../server', file);
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], ...settings };
    execFile(process.execPath, [path, ...args], { env }, (error, out, problems) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, said: out + problems });
    });
  });
}
