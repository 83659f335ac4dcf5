/** The bare server in a process of its own, with its page built beforehand. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { freeUdpPort } from '../../support/app.ts';
import { Child } from '../child.ts';

export interface BareServer {
  readonly url: string;
  /** Address of the page full of light participants (test/bench/crowd); it belongs to no server. */
  readonly crowdUrl: string;
  readonly pid: number;
  readonly workerPid: number;
  stop(): Promise<void>;
}

const vitePath = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');

/** In a process of its own: Vite declares the process that it builds in to be production. */
async function buildPage(source: string, directory: string): Promise<void> {
  const options = ['--outDir', directory, '--emptyOutDir', '--base', './', '--target', 'esnext', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [vitePath, 'build', source, ...options]);
}

export async function startBareServer(): Promise<BareServer> {
  const pageDirectory = await mkdtemp(join(tmpdir(), 'samrad-bare-'));
  await buildPage(import.meta.dirname, pageDirectory);
  await buildPage(join(import.meta.dirname, '../crowd'), join(pageDirectory, 'crowd'));
  const child = Child.start(join(import.meta.dirname, 'bareProcess.ts'));
  const { port, workerPid } = await child.ask(
    { ask: 'listen', pageDirectory, mediaPort: await freeUdpPort() },
    z.object({ port: z.number(), workerPid: z.number() }),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    crowdUrl: `http://127.0.0.1:${port}/crowd/`,
    pid: child.pid,
    workerPid,
    stop: async () => {
      await child.stop();
      await rm(pageDirectory, { recursive: true, force: true });
    },
  };
}
