/** This device as a place to keep things: its database and its key, opened when they are first needed. */
import { deviceKey } from './cipher.ts';
import { openDatabase } from './deviceDatabase.ts';

export interface OpenDevice {
  readonly database: IDBDatabase;
  /** The key, made when there is the first thing to encrypt. */
  readonly key: () => Promise<CryptoKey>;
}

export class Device {
  #opening: Promise<OpenDevice> | null = null;
  readonly #running = new Set<Promise<unknown>>();

  /** Does something with the open device. @throws where the browser keeps nothing, is full, or is not reached safely. */
  async use<Result>(operate: (device: OpenDevice) => Promise<Result>): Promise<Result> {
    const operation = this.#open().then(operate);
    this.#running.add(operation);
    try {
      return await operation;
    } finally {
      this.#running.delete(operation);
    }
  }

  /** Lets go of the database when what is under way is done; what is stored stays. */
  close(): void {
    const opening = this.#opening;
    this.#opening = null;
    void Promise.allSettled(this.#running).then(() => opening?.then(({ database }) => database.close(), ignore));
  }

  async #open(): Promise<OpenDevice> {
    this.#opening ??= openDatabase().then((database) => {
      let key: Promise<CryptoKey> | undefined;
      const forgetKey = (error: unknown): never => {
        key = undefined;
        throw error;
      };
      return { database, key: () => (key ??= deviceKey(database).catch(forgetKey)) };
    });
    try {
      return await this.#opening;
    } catch (error) {
      // A full or locked device may be better next time.
      this.#opening = null;
      throw error;
    }
  }
}

function ignore(): void {}
