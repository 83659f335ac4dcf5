/** `npm run backup -- folder`: a backup of the database, also while a server runs, encrypted where DATA_KEY is set. */
import { rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { runCommand, say } from '../command.ts';
import { ConfigError } from '../configError.ts';
import { newestAudit } from '../storage/auditStore.ts';
import { databaseFile } from '../storage/database.ts';
import { ReadOnlyDatabase } from '../storage/readOnlyDatabase.ts';
import { writeBackup } from './backupFile.ts';

/** How long to wait for the server to be done with what it writes, ms. */
const busyMs = 10_000;
/** More pages than there are. */
const allPages = 2 ** 31 - 1;

await runCommand(async ({ dataDirectory, dataKeys }) => {
  const [, , folder] = process.argv;
  if (!folder || !(await isFolder(folder))) throw new ConfigError('Say in which folder: npm run backup -- folder');
  if (!ReadOnlyDatabase.holds(dataDirectory)) throw new ConfigError(`DATA_DIR ${dataDirectory} holds no database.`);
  const at = new Date().toISOString();
  // Beside the database itself: the copy is not encrypted yet.
  const copy = join(dataDirectory, `backup-${process.pid}.sqlite`);
  const source = new DatabaseSync(join(dataDirectory, databaseFile), { readOnly: true, timeout: busyMs });
  try {
    // In one step, so that all of it is of one moment; the server goes on writing to its log meanwhile.
    await backup(source, copy, { rate: allPages });
    source.close();
    const copied = ReadOnlyDatabase.openFile(copy);
    const audit = (await newestAudit(copied)) ?? { sequence: 0, hash: '' };
    copied.close();
    const target = join(resolve(folder), `samrad-${at.replaceAll(/[:.]/g, '')}.backup`);
    await writeBackup({ database: copy, target, keys: dataKeys, about: { at, audit } });
    say(`${target}${dataKeys.current ? ', encrypted' : ', not encrypted: DATA_KEY is not set'}.`);
    return 0;
  } finally {
    if (source.isOpen) source.close();
    for (const ending of ['', '-wal', '-shm', '-journal']) await rm(copy + ending, { force: true });
  }
});

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
