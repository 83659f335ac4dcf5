/** A command beside the server: settings from the environment, one sentence where it can't be done. */
import { parseConfig, type Config } from './config.ts';
import { ConfigError } from './configError.ts';
import { DatabaseInUse } from './storage/sqlite.ts';

/** Runs a command, which answers the exit code. Sentences for people go to standard output. */
export async function runCommand(act: (config: Config) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await act(parseConfig(process.env));
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof DatabaseInUse) say('A server is running on DATA_DIR; stop it first.', process.stderr);
    else if (error instanceof ConfigError) say(error.message, process.stderr);
    else throw error;
  }
}

export function say(sentence: string, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${sentence}\n`);
}
