/** Secrets among the settings: in the environment, or in a file that the environment names. Never in a message. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from './configError.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming the setting and the file. */
export function readSecretFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`${name} names the file ${path}, which can't be read.`);
  }
}

/** What stands in NAME, or in the file that NAME_FILE names, with which of the two it was; null where neither is set. */
export function secretSetting(environment: Environment, name: string): { name: string; text: string } | null {
  const file = environment[`${name}_FILE`];
  if (file) return { name: `${name}_FILE`, text: readSecretFile(`${name}_FILE`, resolve(file)) };
  const text = environment[name];
  return text ? { name, text } : null;
}
