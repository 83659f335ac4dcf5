/**
 * The real server in a process of its own, for what can't be seen from inside: `kill -9`, memory, processor time, signals.
 * Starting again on the same data directory, port and media port is what a supervisor would do.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { freeUdpPort, newDataDirectory } from './app.ts';
import { keepLogLine } from './logsOfRun.ts';
import { Person } from './person.ts';

const mainPath = join(import.meta.dirname, '../../server/main.ts');

/** The line of the log that says that the server listens. */
const servingSchema = z.object({ msg: z.literal('serving'), port: z.number().int() });

interface StartOptions {
  /** A new one of its own where absent. */
  readonly dataDirectory?: string;
  /** 0, as when absent: any that is free. */
  readonly port?: number;
  readonly mediaPort?: number;
  /** More settings, or others than the usual ones. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of Node's own, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[];
}

/** How a process ended: by its exit code or by a signal. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export class ServerProcess {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  readonly dataDirectory: string;
  /** Resolves when the process has ended, whatever ended it. */
  readonly ended: Promise<ProcessEnd>;
  /** Every line that the process wrote, on either stream. */
  readonly lines: readonly string[];
  readonly #child: ChildProcess;
  readonly #options: Required<StartOptions>;

  private constructor(parts: {
    child: ChildProcess;
    pid: number;
    ended: Promise<ProcessEnd>;
    lines: readonly string[];
    options: Required<StartOptions>;
  }) {
    this.#child = parts.child;
    this.#options = parts.options;
    this.pid = parts.pid;
    this.port = parts.options.port;
    this.url = `http://127.0.0.1:${parts.options.port}`;
    this.dataDirectory = parts.options.dataDirectory;
    this.ended = parts.ended;
    this.lines = parts.lines;
  }

  /**
   * Starts `server/main.ts` and resolves when it serves.
   * @throws Error with what the process wrote where it ends instead.
   */
  static async start(given: StartOptions = {}): Promise<ServerProcess> {
    const { port = 0, environment = {}, nodeOptions = [] } = given;
    const dataDirectory = given.dataDirectory ?? (await newDataDirectory());
    const mediaPort = given.mediaPort ?? (await freeUdpPort());
    const child = spawn(process.execPath, [...nodeOptions, mainPath], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: dataDirectory,
        MEDIA_PORT: String(mediaPort),
        MEDIA_WORKERS: '1',
        MEDIA_LISTEN_ADDRESS: '127.0.0.1',
        ...environment,
      },
    });
    const lines: string[] = [];
    const ended = endOf(child);
    const served = await Promise.race([listening(child, lines), ended.then(() => null)]);
    if (served === null || child.pid === undefined) throw new Error(`the server did not start:\n${lines.join('\n')}`);
    const options = { dataDirectory, port: served, mediaPort, environment, nodeOptions };
    return new ServerProcess({ child, pid: child.pid, ended, lines, options });
  }

  /** Signs a demo person in by name. */
  signIn(name: string): Promise<Person> {
    return Person.signIn(this.url, name);
  }

  /** Sends a signal and waits for the end. `SIGKILL` is `kill -9`. */
  async kill(signal: NodeJS.Signals): Promise<ProcessEnd> {
    this.#child.kill(signal);
    return this.ended;
  }

  /** Starts again where this one was: same data, same ports. This one must have ended. */
  again(): Promise<ServerProcess> {
    return ServerProcess.start(this.#options);
  }

  /** Removes the data. */
  remove(): Promise<void> {
    return rm(this.dataDirectory, { recursive: true, force: true });
  }
}

/** Follows a process to its end. It does not outlive this one, whatever happens here. */
async function endOf(child: ChildProcess): Promise<ProcessEnd> {
  const takeAlong = (): void => void child.kill('SIGKILL');
  process.once('exit', takeAlong);
  await once(child, 'close');
  process.off('exit', takeAlong);
  return { code: child.exitCode, signal: child.signalCode };
}

/** Collects what the process writes; resolves with the port when it says that it serves. */
function listening(child: ChildProcess, lines: string[]): Promise<number> {
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        keepLogLine(line);
        const port = portIn(line);
        if (port !== null) resolve(port);
      });
    }
  });
}

/** The port in the log's line about serving; null in every other line. */
function portIn(line: string): number | null {
  if (!line.startsWith('{"level"')) return null;
  const parsed = servingSchema.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data.port : null;
}
