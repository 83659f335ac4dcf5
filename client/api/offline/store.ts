/**
 * Edits that the server has not confirmed, kept on this device until it has: they survive a reload and a dead battery.
 * Kept by document and person; another who signs in here neither sees nor sends them.
 */
import { z } from 'zod';
import { seal, unseal } from './cipher.ts';
import type { Device } from './device.ts';
import { editsStore, ownerIndex, read, write } from './deviceDatabase.ts';

/** The edits of one person in one document. */
export interface EditShelf {
  /** Resolves with the edit's number when it is on the device's disk. @throws where the device can't. */
  put(update: Uint8Array<ArrayBuffer>): Promise<number>;
  remove(ids: readonly number[]): Promise<void>;
  /** What lies here from before, oldest first. What can't be read any more is thrown away. */
  load(): Promise<readonly StoredEdit[]>;
}

export interface StoredEdit {
  readonly id: number;
  readonly update: Uint8Array<ArrayBuffer>;
}

const recordsSchema = z.array(
  z.object({ id: z.number(), nonce: z.instanceof(Uint8Array<ArrayBuffer>), data: z.instanceof(ArrayBuffer) }),
);
type StoredRecord = z.infer<typeof recordsSchema>[number];

/** The shelf of one person's edits in one document. */
export function editShelf(device: Device, document: string, person: string): EditShelf {
  const owner = `${document} ${person}`;
  return {
    put: (update) =>
      device.use(async ({ database, key }) => {
        const record = { document, person, ...(await seal(await key(), owner, update)) };
        const id = await write(database, [editsStore], (transaction) =>
          transaction.objectStore(editsStore).add(record),
        );
        return Number(id);
      }),
    remove: (ids) => device.use(({ database }) => removeEdits(database, ids)),
    load: () =>
      device.use(async ({ database, key }) => {
        const records = await read<unknown[]>(database, editsStore, (store) =>
          store.index(ownerIndex).getAll([document, person]),
        );
        return records.length === 0 ? [] : readable(database, await key(), owner, recordsSchema.parse(records));
      }),
  };
}

async function readable(
  database: IDBDatabase,
  key: CryptoKey,
  owner: string,
  records: readonly StoredRecord[],
): Promise<readonly StoredEdit[]> {
  const edits: StoredEdit[] = [];
  const lost: number[] = [];
  for (const record of records) {
    try {
      edits.push({ id: record.id, update: await unseal(key, owner, record) });
    } catch {
      lost.push(record.id);
    }
  }
  if (lost.length > 0) await removeEdits(database, lost);
  return edits;
}

async function removeEdits(database: IDBDatabase, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await write(database, [editsStore], (transaction) => {
    const store = transaction.objectStore(editsStore);
    for (const id of ids) store.delete(id);
    return store.count();
  });
}
