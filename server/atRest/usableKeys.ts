/** Whether the keys that the settings name are enough for what is in the database. */
import { ConfigError } from '../configError.ts';
import type { DataKeys } from '../storage/dataKeys.ts';
import type { DataKeysInUse } from '../storage/dataKeysInUse.ts';

/**
 * The keys, noted as in use.
 * @throws ConfigError where something is encrypted by a key that is not among them.
 */
export async function usableKeys(keys: DataKeys, inUse: DataKeysInUse): Promise<DataKeys> {
  const names = await inUse.names();
  if (names.some((name) => keys.byName(name) === null))
    throw new ConfigError(
      'DATA_KEY is not the key by which the data is encrypted; an earlier one belongs in DATA_KEYS_BEFORE until data:rotate has run.',
    );
  const { current } = keys;
  if (current !== null && !names.includes(current.name)) await inUse.set([...names, current.name]);
  return keys;
}
