/** The real server of a run, which is stopped or killed and started again on the same port and data. */
import { setTimeout as pause } from 'node:timers/promises';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { ServerProcess } from '../../support/serverProcess.ts';

export interface World {
  readonly url: string;
  signIn(name: string): Promise<Person>;
  /** Ends the server, gently or not; resolves when nothing of it runs. May be called of one that has ended. */
  end(): Promise<void>;
  again(): Promise<void>;
}

/** A server in this process: it is stopped, and drains. */
export async function worldInProcess(dataDirectory: string): Promise<World> {
  const first = await startApp({ dataDirectory });
  const { port, url } = first;
  let app: RunningApp | null = first;
  return {
    url,
    signIn: (name) => first.signIn(name),
    end: async () => {
      const ending = app;
      app = null;
      await ending?.stop();
    },
    again: async () => {
      app = await startApp({ dataDirectory, port });
    },
  };
}

/** A server in a process of its own: it is killed. */
export async function worldApart(dataDirectory: string): Promise<World> {
  let server = await ServerProcess.start({ dataDirectory });
  return {
    url: server.url,
    signIn: (name) => server.signIn(name),
    end: async () => {
      await server.kill('SIGKILL');
    },
    again: async () => {
      server = await server.again();
    },
  };
}

/** Lets sockets be served between two steps. */
export function breath(): Promise<void> {
  return pause(0);
}
