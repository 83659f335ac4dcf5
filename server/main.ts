/** The process: settings, signals, and how it ends. */
import { createApp, type App } from './app.ts';
import { parseConfig, type Config } from './config.ts';
import { ConfigError } from './configError.ts';
import { createLog } from './log.ts';
import { DatabaseInUse } from './storage/sqlite.ts';

/** How long a graceful end may take before the process leaves all the same. */
const drainMilliseconds = 9_000;

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** What a person who starts the server is told, in one sentence; null for a fault of ours. */
function explain(error: unknown, config: Config): string | null {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DatabaseInUse)
    return `DATA_DIR ${config.dataDirectory} is in use by another server; stop that one first or choose another folder.`;
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'EADDRINUSE')
    return `PORT ${config.port} on HOST ${config.host} is taken by another program; choose another.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST ${config.host} is no address of this machine.`;
  if (error.code === 'EACCES')
    return `PORT ${config.port} or DATA_DIR ${config.dataDirectory} may not be used by this user.`;
  return null;
}

function readConfig(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message);
    throw error;
  }
}

const config = readConfig();
const log = createLog(config.logLevel);

let stopping = false;

/** Signals may come twice (a supervisor tells the whole process group); the first one counts. */
function stop(app: App, signal: string): void {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), drainMilliseconds).unref();
  app.close().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    },
  );
}

try {
  const app = await createApp({
    config,
    log,
    onDatabaseLost: (error) => {
      log.fatal({ err: error }, 'the database is lost');
      process.exit(1);
    },
  });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop(app, signal));
  const port = await app.listen();
  const address = config.publicUrl ?? `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`;
  log.info({ port, host: config.host }, 'serving');
  const people = config.demo
    ? 'This is a demonstration with made-up people. Choose one on the sign-in page: the coordinator Kari Nymoen, ' +
      'the GP Anne Lindqvist, the relative Inger Solbakken, and more.\n'
    : '';
  process.stdout.write(`\nSamråd is ready at ${address}\n${people}\n`);
} catch (error) {
  const sentence = explain(error, config);
  if (sentence !== null) fail(sentence);
  throw error;
}
