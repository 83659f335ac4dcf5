/** The device's own database (IndexedDB) with promises: two stores, `edits` and `keys`. Every error comes out; nothing is swallowed. */

const databaseName = 'samrad';
const version = 1;
export const editsStore = 'edits';
export const keysStore = 'keys';
/** The index of `edits` by document and person. */
export const ownerIndex = 'owner';

/** Opens the device's database. @throws where the browser has none, or refuses it. */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.onupgradeneeded = () => {
      const edits = request.result.createObjectStore(editsStore, { keyPath: 'id', autoIncrement: true });
      edits.createIndex(ownerIndex, ['document', 'person']);
      request.result.createObjectStore(keysStore);
    };
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
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    const request = change(transaction);
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(failure(transaction.error));
  });
}

function failure(error: DOMException | null): Error {
  return error ?? new Error('the database of the device failed');
}
