/**
 * What lies on the device is encrypted with a key that never leaves the browser: it can't be exported, only used, and
 * goes at sign-out. So a copied profile or a look into the developer tools shows no patient's words.
 */
import { keysStore, read, write } from './deviceDatabase.ts';

const algorithm = 'AES-GCM';
const keyBits = 256;
/** The length that AES-GCM is meant for, bytes. */
const nonceBytes = 12;
/** The name of the one key in its store. */
export const keyName = 'edits';

export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** The device's key, made the first time. @throws where the page is not served safely (no `crypto.subtle`). */
export async function deviceKey(database: IDBDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: algorithm, length: keyBits }, false, ['encrypt', 'decrypt']);
  // Two pages may come here at once: the first key stays, so add what is not there yet and read what is.
  const stored = await read<unknown>(database, keysStore, (store) => store.get(keyName));
  if (stored instanceof CryptoKey) return stored;
  await write(database, [keysStore], (transaction) => {
    const store = transaction.objectStore(keysStore);
    const adding = store.add(made, keyName);
    adding.onerror = (event) => event.preventDefault();
    return store.count();
  });
  const kept = await read<unknown>(database, keysStore, (store) => store.get(keyName));
  if (kept instanceof CryptoKey) return kept;
  throw new Error('the key could not be stored');
}

/** Encrypts; `owner` is bound to it, so that it can't be passed off as another's. */
export async function seal(key: CryptoKey, owner: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const data = await crypto.subtle.encrypt({ name: algorithm, iv: nonce, additionalData: bound(owner) }, key, bytes);
  return { nonce, data };
}

/** Decrypts. @throws where key or owner is another. */
export async function unseal(key: CryptoKey, owner: string, { nonce, data }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await crypto.subtle.decrypt({ name: algorithm, iv: nonce, additionalData: bound(owner) }, key, data);
  return new Uint8Array(plain);
}

function bound(owner: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(owner);
}
