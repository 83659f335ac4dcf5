/** `npm run audit:verify`: says whether the audit log's chain holds, also while a server runs. Ends with 1 where it does not. */
import { parseConfig } from '../config.ts';
import { ConfigError } from '../configError.ts';
import { ReadOnlyDatabase } from '../storage/readOnlyDatabase.ts';
import { verifyChain, type ChainFault } from './chain.ts';

const sentences: Readonly<Record<ChainFault, string>> = {
  missing: 'it does not follow the one before it: records are missing or were put in',
  misplaced: 'it followed another record when it was written: records were moved, put in or taken out',
  changed: 'it says something else than when it was written',
};

async function verify(): Promise<number> {
  const { dataDirectory } = parseConfig(process.env);
  const database = ReadOnlyDatabase.open(dataDirectory);
  if (database === null) throw new ConfigError(`DATA_DIR ${dataDirectory} holds no database.`);
  const { records, newestHash, broken } = await verifyChain(database);
  database.close();
  if (broken) {
    process.stdout.write(
      `Record ${broken.sequence} does not fit: ${sentences[broken.fault]}. ${records} before it fit.\n`,
    );
    return 1;
  }
  process.stdout.write(
    `${records} records, and each follows the one before it. The newest has the hash ${newestHash}.\n`,
  );
  return 0;
}

try {
  process.exitCode = await verify();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
