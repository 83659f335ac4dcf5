/** Running the server in the foreground: as if it had been started directly. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { REPOSITORY } from '../../server/setup/paths.mjs';
import { temporaryFolder } from './support/temporaryFolder.ts';

const setup = (file: string) => JSON.stringify(pathToFileURL(join(REPOSITORY, 'server/setup', file)).href);

/** Stands where the server will: says its process id, and drains on SIGTERM. */
const program = `
  process.on('SIGTERM', () => { console.log('drained'); process.exit(7); });
  setInterval(() => {}, 60_000);
  console.log(process.pid);
`;

/** Runs the program by way of service.mjs; `says` resolves with the next line that it prints. */
function start(source: string) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'program.mjs'), source);
  writeFileSync(
    join(folder, 'runner.mjs'),
    `import { runInForeground } from ${setup('service.mjs')};
     const args = ['--import', ${setup('followParent.mjs')}, ${JSON.stringify(join(folder, 'program.mjs'))}];
     runInForeground({ command: process.execPath, args, env: {}, channel: 'ipc' });`,
  );
  const runner = spawn(process.execPath, [join(folder, 'runner.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void runner.kill('SIGKILL'));
  const lines = createInterface({ input: runner.stdout })[Symbol.asyncIterator]();
  return { runner, says: async () => (await lines.next()).value };
}

test('the exit code of the server is the exit code of npm start', async () => {
  const { runner } = start('process.exit(3);');
  expect(await once(runner, 'exit')).toEqual([3, null]);
});

test('H3: SIGTERM reaches the server, which drains', async () => {
  const { runner, says } = start(program);
  await says();
  runner.kill('SIGTERM');
  expect(await says()).toBe('drained');
  expect(await once(runner, 'exit')).toEqual([7, null]);
});

test('H3: a server whose parent was killed drains too, and does not hold its port', async () => {
  const { runner, says } = start(program);
  await says();
  runner.kill('SIGKILL');
  expect(await says()).toBe('drained');
});
