/** The real server in this process, on ports of its own, with a data directory that is its own or given. */
import { mkdtemp, rm } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once, type EventEmitter } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionLimits } from '../../server/access/sessionLimits.ts';
import { createApp, type App } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import { DataKeys } from '../../server/storage/dataKeys.ts';
import { createLog } from '../../server/log.ts';
import { keepLogLine } from './logsOfRun.ts';
import { Person } from './person.ts';

const dayMs = 86_400_000;

export interface RunningApp {
  readonly app: App;
  readonly url: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** Every line that the server logged. */
  readonly logged: string[];
  /** Signs a demo person in by name. */
  signIn(name: string): Promise<Person>;
  /** Stops the server; the data stays until `remove`. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** Each process that runs test files beside others has its own part of the ports, or two might find the same one free. */
const portsOfOne = 3_000;
const firstOfMine = 20_000 + portsOfOne * (Number(process.env['VITEST_POOL_ID'] ?? 1) % 4);

/**
 * A port that was free a moment ago, for UDP and for TCP, as a media worker needs it. It lies below those that the system
 * hands out of itself, or an outgoing connection might take it meanwhile.
 */
export async function freeUdpPort(): Promise<number> {
  for (;;) {
    const port = randomInt(firstOfMine, firstOfMine + portsOfOne);
    const udp = createSocket('udp4').bind(port, '127.0.0.1');
    const tcp = createServer().listen(port, '127.0.0.1');
    const [udpFree, tcpFree] = await Promise.all([becomes(udp, 'listening'), becomes(tcp, 'listening')]);
    if (udpFree) await closed(udp);
    if (tcpFree) await closed(tcp);
    if (udpFree && tcpFree) return port;
  }
}

/** Whether the event comes, rather than an error. */
function becomes(emitter: EventEmitter, event: string): Promise<boolean> {
  return once(emitter, event).then(
    () => true,
    () => false,
  );
}

function closed(socket: { close(done: () => void): unknown }): Promise<void> {
  return new Promise((resolve) => void socket.close(() => resolve()));
}

/** A new folder for a server's data. */
export function newDataDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'samrad-test-'));
}

/** Starts the server. `change` replaces settings. */
export async function startApp(change: Partial<Config> = {}): Promise<RunningApp> {
  const dataDirectory = change.dataDirectory ?? (await newDataDirectory());
  const logged: string[] = [];
  const log = createLog('debug', {
    write: (line: string) => {
      logged.push(line);
      keepLogLine(line);
    },
  });
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataDirectory,
    publicUrl: null,
    media: { workers: 1, firstPort: await freeUdpPort(), addresses: [{ ip: '127.0.0.1' }] },
    auditAnchorFile: join(dataDirectory, 'audit.anchors'),
    meetingCapacity: 18,
    sessionLimits: sessionLimits({
      signedIn: { idleMs: 1_800_000, absoluteMs: 43_200_000 },
      link: { idleMs: 7_200_000, absoluteMs: 86_400_000 },
    }),
    emergencyMs: 14_400_000,
    retention: { deletionMs: 30 * dayMs, draftMs: 180 * dayMs, meetingMs: 365 * dayMs, auditMs: 3_650 * dayMs },
    oidc: null,
    dataKeys: new DataKeys(),
    passkeys: false,
    demo: true,
    turn: null,
    mail: null,
    reminderMs: 24 * 3_600_000,
    logLevel: 'debug',
    ...change,
  };
  const app = await createApp({
    config,
    log,
    onDatabaseLost: (error) => {
      throw error;
    },
  });
  const port = await app.listen();
  const url = `http://127.0.0.1:${port}`;
  return {
    app,
    url,
    port,
    dataDirectory,
    logged,
    signIn: (name) => Person.signIn(url, name),
    stop: () => app.close(),
    remove: () => rm(dataDirectory, { recursive: true, force: true }),
  };
}
