/** The device's own database (IndexedDB) with promises. Every error comes out; nothing is swallowed. */

const databaseName = 'samrad';
const version = 2;
/** Edits that the server has not confirmed. */
export const editsStore = 'edits';
/** The index of `edits` by document and person. */
export const ownerIndex = 'owner';
export const keysStore = 'keys';
/** Plans as they were last: by person, plan and part. */
export const keptStore = 'kept';
/** Who has something here: by person. */
export const peopleStore = 'people';

/** Opens the device's database. @throws where the browser has none, or refuses it. */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
    request.onblocked = () => reject(new Error('another page holds an older version of the database'));
    request.onerror = () => reject(failure(request.error));
    request.onsuccess = () => {
      const database = request.result;
      // Another page wants a newer version: it must not wait for this one.
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

function upgrade(database: IDBDatabase, from: number): void {
  if (from < 1) {
    const edits = database.createObjectStore(editsStore, { keyPath: 'id', autoIncrement: true });
    edits.createIndex(ownerIndex, ['document', 'person']);
    database.createObjectStore(keysStore);
  }
  if (from < 2) {
    database.createObjectStore(keptStore, { keyPath: ['person', 'plan', 'part'] });
    database.createObjectStore(peopleStore, { keyPath: 'person' });
  }
}

/** Reads; resolves with what `ask` asked for. */
export function read<Result>(
  database: IDBDatabase,
  store: string,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const request = ask(database.transaction(store, 'readonly').objectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(failure(request.error));
  });
}

/** Changes; resolves when the change is on the device's disk, with what `ask` answered last. */
export function write<Result>(
  database: IDBDatabase,
  stores: readonly string[],
  change: (transaction: IDBTransaction) => IDBRequest<Result>,
  durability: IDBTransactionDurability = 'strict',
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, 'readwrite', { durability });
    const request = change(transaction);
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(failure(transaction.error));
  });
}

function failure(error: DOMException | null): Error {
  return error ?? new Error('the database of the device failed');
}
