/** What every server of a test run logged, kept to be looked through when the run is over: no identity number may be in it. */
import { appendFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isIdentityNumber } from '../../shared/domain/membership.ts';

/** Where the folder of this run's logs is told to the processes that run tests. */
const folderVariable = 'SAMRAD_TEST_LOGS';

/** Keeps a line of a server's log. */
export function keepLogLine(line: string): void {
  const folder = process.env[folderVariable];
  if (folder) appendFileSync(join(folder, `${process.pid}.log`), line.endsWith('\n') ? line : `${line}\n`);
}

/** The lines in which an identity number stands, written together or with a space after the date of birth. */
export function linesWithIdentityNumber(log: string): string[] {
  return log
    .split('\n')
    .filter((line) =>
      [...line.matchAll(/(?<![\d.])(\d{6}) ?(\d{5})(?!\.?\d)/g)].some(([, born, person]) =>
        isIdentityNumber(`${born}${person}`),
      ),
    );
}

/** Called by the test runner before the first test; what it answers is called after the last. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'samrad-logs-'));
  process.env[folderVariable] = folder;
  return async () => {
    const files = await readdir(folder);
    const logs = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const found = logs.flatMap(linesWithIdentityNumber);
    await rm(folder, { recursive: true });
    if (found.length > 0) throw new Error(`H4: ${found.length} lines of the servers’ logs hold an identity number.`);
  };
}
