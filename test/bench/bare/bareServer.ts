/** The bare server in a process of its own, with its page built beforehand. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freeUdpPort } from '../../support/app.ts';
import { buildPage } from '../../support/builtPage.ts';
import { Child } from '../child.ts';

export interface BareServer {
  readonly url: string;
  /** Address of the page full of light participants (test/bench/crowd); it belongs to no server. */
  readonly crowdUrl: string;
  readonly pid: number;
  readonly workerPid: number;
  stop(): Promise<void>;
}

/** Where the media worker listens. */
interface Listen {
  readonly ip: string;
  readonly announcedAddress?: string;
  readonly port?: number;
}

export async function startBareServer(listen: Listen = { ip: '127.0.0.1' }): Promise<BareServer> {
  const pageDirectory = await mkdtemp(join(tmpdir(), 'samrad-bare-'));
  await buildPage(import.meta.dirname, pageDirectory);
  await buildPage(join(import.meta.dirname, '../crowd'), join(pageDirectory, 'crowd'));
  const child = Child.start(join(import.meta.dirname, 'bareProcess.ts'));
  const { port, workerPid } = await child.ask(
    { ask: 'listen', pageDirectory, media: { port: await freeUdpPort(), ...listen } },
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
