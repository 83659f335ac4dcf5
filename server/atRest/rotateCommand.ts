/** `npm run data:rotate`: writes the log of the sections anew with the present key, or without one. The server must be stopped. */
import { runCommand, say } from '../command.ts';
import { DataKeysInUse } from '../storage/dataKeysInUse.ts';
import { SectionLog, type SealedPlace } from '../storage/sectionLog.ts';
import { SqliteDatabase } from '../storage/sqlite.ts';
import { usableKeys } from './usableKeys.ts';

/** Rows in one transaction. */
const batch = 500;
/** After how many rows it says how far it has come. */
const sayEvery = 50_000;

await runCommand(async ({ dataDirectory, dataKeys }) => {
  const database = await SqliteDatabase.open({
    directory: dataDirectory,
    onLost: (error) => {
      throw error;
    },
  });
  try {
    const inUse = new DataKeysInUse(database);
    await usableKeys(dataKeys, inUse);
    const log = new SectionLog(database, dataKeys);
    const written = (await resealed(log, 'section_update')) + (await resealed(log, 'section_snapshot'));
    // Only now is an earlier key not needed any more: one that is stopped on the way goes on where it is run again.
    await inUse.set(dataKeys.current ? [dataKeys.current.name] : []);
    await database.eraseTraces();
    say(`${written} rows written anew. Keys in DATA_KEYS_BEFORE are not needed any more, except for older backups.`);
    return 0;
  } finally {
    await database.close();
  }
});

async function resealed(log: SectionLog, table: SealedPlace['table']): Promise<number> {
  let place: SealedPlace = { table, document: '', sequence: 0 };
  let written = 0;
  for (let seen = 0; ; seen += batch) {
    const step = await log.reseal(place, batch);
    if (step === null) return written;
    place = step.place;
    written += step.written;
    if (seen > 0 && seen % sayEvery === 0) say(`${seen} rows looked at …`);
  }
}
