/**
 * Edits that the server has not confirmed, kept on this device until it has: they survive a reload and a dead battery.
 * Kept by document and person; another who signs in here neither sees nor sends them.
 */
import { z } from 'zod';
import { deviceKey, seal, unseal } from './cipher.ts';
import { editsStore, keysStore, openDatabase, ownerIndex, read, write } from './deviceDatabase.ts';

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

interface Device {
  readonly database: IDBDatabase;
  readonly key: CryptoKey;
}

export class OfflineStore {
  #device: Promise<Device> | null = null;
  readonly #running = new Set<Promise<unknown>>();

  /** The shelf of one person's edits in one document. The database is opened when it is first needed. */
  shelf(document: string, person: string): EditShelf {
    const owner = `${document} ${person}`;
    return {
      put: (update) =>
        this.#use(async ({ database, key }) => {
          const record = { document, person, ...(await seal(key, owner, update)) };
          const id = await write(database, [editsStore], (transaction) =>
            transaction.objectStore(editsStore).add(record),
          );
          return Number(id);
        }),
      remove: (ids) => this.#use(({ database }) => removeEdits(database, ids)),
      load: () =>
        this.#use(async ({ database, key }) => {
          const records = await read<unknown[]>(database, editsStore, (store) =>
            store.index(ownerIndex).getAll([document, person]),
          );
          return readable(database, key, owner, recordsSchema.parse(records));
        }),
    };
  }

  /** Lets go of the database when what is under way is done; what is stored stays. */
  close(): void {
    const device = this.#device;
    this.#device = null;
    void Promise.allSettled(this.#running).then(() => device?.then(({ database }) => database.close(), ignore));
  }

  async #use<Result>(operate: (device: Device) => Promise<Result>): Promise<Result> {
    const operation = this.#open().then(operate);
    this.#running.add(operation);
    try {
      return await operation;
    } finally {
      this.#running.delete(operation);
    }
  }

  async #open(): Promise<Device> {
    this.#device ??= openDatabase().then(async (database) => ({ database, key: await deviceKey(database) }));
    try {
      return await this.#device;
    } catch (error) {
      // A full or locked device may be better next time.
      this.#device = null;
      throw error;
    }
  }
}

/** Takes everything from this device: unconfirmed edits and the key. Called at sign-out. */
export async function clearOfflineStore(): Promise<void> {
  const database = await openDatabase();
  await write(database, [editsStore, keysStore], (transaction) => {
    transaction.objectStore(editsStore).clear();
    return transaction.objectStore(keysStore).clear();
  });
  database.close();
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

function ignore(): void {}
