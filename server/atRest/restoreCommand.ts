/**
 * `npm run restore -- file [--replace]`: puts a backup in the place of the database. The server must be stopped. What stood there
 * goes into a folder beside it; nothing is touched before the backup has been found whole.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { verifyChain } from '../audit/chain.ts';
import { runCommand, say } from '../command.ts';
import { ConfigError } from '../configError.ts';
import { databaseFile } from '../storage/database.ts';
import { lockDirectory } from '../storage/directoryLock.ts';
import { ReadOnlyDatabase } from '../storage/readOnlyDatabase.ts';
import { DatabaseInUse } from '../storage/sqlite.ts';
import { unpackBackup, type BackupHead } from './backupFile.ts';

await runCommand(async ({ dataDirectory, dataKeys }) => {
  const [, , file, option] = process.argv;
  if (!file || (option !== undefined && option !== '--replace'))
    throw new ConfigError('Say which backup: npm run restore -- file [--replace]');
  await mkdir(dataDirectory, { recursive: true });
  const lock = lockDirectory(dataDirectory);
  if (lock === null) throw new DatabaseInUse();
  const unpacked = join(dataDirectory, 'restoring.sqlite');
  try {
    if (ReadOnlyDatabase.holds(dataDirectory) && option === undefined)
      throw new ConfigError(`DATA_DIR ${dataDirectory} holds a database; with --replace it is put aside.`);
    await rm(unpacked, { force: true });
    const head = await unpackBackup({ backup: resolve(file), target: unpacked, keys: dataKeys });
    await check(unpacked, head);
    const aside = await putAside(dataDirectory);
    await rename(unpacked, join(dataDirectory, databaseFile));
    say(`Restored as of ${head.at}, with ${head.audit.sequence} records in the audit log.`);
    if (aside) say(`What stood there before is in ${aside}.`);
    return 0;
  } finally {
    await rm(unpacked, { force: true });
    lock.close();
  }
});

/** @throws ConfigError where SQLite or the audit log's chain finds a fault in it. */
async function check(path: string, head: BackupHead): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true });
  const { integrity_check: integrity } = database.prepare('pragma integrity_check').get() as {
    integrity_check: string;
  };
  database.close();
  const readable = ReadOnlyDatabase.openFile(path);
  const { broken } = await verifyChain(readable, head.audit.sequence === 0 ? [] : [head.audit]);
  readable.close();
  if (integrity !== 'ok') throw new ConfigError('The database in the backup is damaged. Nothing was restored.');
  if (broken)
    throw new ConfigError(
      `The audit log in the backup does not fit from record ${broken.sequence} on. Nothing was restored.`,
    );
}

/** Moves the database with its log and anchors into a folder of its own; answers which, or null where there was nothing. */
async function putAside(directory: string): Promise<string | null> {
  const mine = (await readdir(directory)).filter((name) => name.startsWith(databaseFile) || name.endsWith('.anchors'));
  if (mine.length === 0) return null;
  const aside = join(directory, `replaced-${new Date().toISOString().replaceAll(/[:.]/g, '')}`);
  await mkdir(aside);
  for (const name of mine) await rename(join(directory, name), join(aside, name));
  return aside;
}
