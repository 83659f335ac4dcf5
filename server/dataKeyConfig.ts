/** Reads the keys by which data at rest is encrypted. */
import { ConfigError } from './configError.ts';
import { secretSetting, type Environment } from './secretSettings.ts';
import { dataKey, DataKeys, keyBytes, type DataKey } from './storage/dataKeys.ts';

/**
 * The keys in DATA_KEY and DATA_KEYS_BEFORE, or in the files that DATA_KEY_FILE and DATA_KEYS_BEFORE_FILE name.
 * @throws ConfigError naming the setting, and never what it holds.
 */
export function readDataKeys(environment: Environment): DataKeys {
  const [current, ...more] = keysIn(environment, 'DATA_KEY');
  if (more.length > 0) throw new ConfigError('DATA_KEY must be one key; earlier ones belong in DATA_KEYS_BEFORE.');
  return new DataKeys(current, keysIn(environment, 'DATA_KEYS_BEFORE'));
}

function keysIn(environment: Environment, name: string): DataKey[] {
  const setting = secretSetting(environment, name);
  if (!setting) return [];
  return setting.text
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => {
      const bytes = Buffer.from(text, 'base64');
      if (bytes.length !== keyBytes)
        throw new ConfigError(`${setting.name} must hold ${keyBytes} random bytes as base64.`);
      return dataKey(bytes);
    });
}
