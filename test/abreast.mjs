/**
 * Runs scripts of package.json, as many at a time as there are processors:
 *
 *   node test/abreast.mjs check:lint check:types …
 *
 * Those that take longest should be named first. What each said is printed whole when it ends; fails when one of them fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import process from 'node:process';

const waiting = process.argv.slice(2);

/** @param {string} script @returns {Promise<boolean>} whether it succeeded */
async function run(script) {
  const began = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes));
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  process.stdout.write(`${script}: ${code === 0 ? 'done' : 'failed'} in ${seconds} s\n${Buffer.concat(said)}`);
  return code === 0;
}

async function runFromQueue() {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift())
    if (!(await run(script))) process.exitCode = 1;
}

await Promise.all(Array.from({ length: availableParallelism() }, runFromQueue));
