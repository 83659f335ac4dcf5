/** `npm run audit:verify`: says whether the audit log's chain holds, also while a server runs. Ends with 1 where it does not. */
import { runCommand, say } from '../command.ts';
import { ConfigError } from '../configError.ts';
import { ReadOnlyDatabase } from '../storage/readOnlyDatabase.ts';
import { readAnchors } from './anchors.ts';
import { verifyChain, type ChainFault } from './chain.ts';

const sentences: Readonly<Record<ChainFault, string>> = {
  missing: 'it does not follow the one before it: records are missing or were put in',
  misplaced: 'it followed another record when it was written: records were moved, put in or taken out',
  changed: 'it says something else than when it was written',
  rewritten: 'an anchor names another one in its place: the log was written anew from some record on',
  'cut-off': 'it was there when an anchor was kept, and is gone: the end of the log was cut off',
  'beginning-gone': 'those before it are gone, and no record says that they went when their time had come',
};

await runCommand(async ({ dataDirectory, auditAnchorFile }) => {
  const database = ReadOnlyDatabase.open(dataDirectory);
  if (database === null) throw new ConfigError(`DATA_DIR ${dataDirectory} holds no database.`);
  const anchors = await readAnchors(auditAnchorFile);
  const { records, newestHash, broken } = await verifyChain(database, anchors);
  database.close();
  if (broken) {
    say(`Record ${broken.sequence} does not fit: ${sentences[broken.fault]}. ${records} before it fit.`);
    return 1;
  }
  say(
    `${records} records, and each follows the one before it; ${anchors.length} anchors fit. ` +
      `The newest has the hash ${newestHash}.`,
  );
  return 0;
});
