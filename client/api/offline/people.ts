/** Who has something on this device: the one who was signed in last, and others whose edits still wait here. */
import { z } from 'zod';
import { meSchema } from '../../../shared/protocol/types.ts';
import { seal, unseal } from './cipher.ts';
import type { Device, OpenDevice } from './device.ts';
import { editsStore, keptStore, keysStore, peopleStore, read, write } from './deviceDatabase.ts';

const identitySchema = z.object({ me: meSchema, demo: z.boolean() });
/** Who is signed in, and whether the server is a demonstration. */
export type Identity = z.infer<typeof identitySchema>;

/** Edits of one person that the server does not have. */
export interface UnsentEdits {
  readonly person: string;
  /** Null where the device does not know it. */
  readonly name: string | null;
  /** In how many sections of plans. */
  readonly sections: number;
}

const personSchema = z.object({
  person: z.string(),
  signedIn: z.boolean(),
  nonce: z.instanceof(Uint8Array<ArrayBuffer>),
  data: z.instanceof(ArrayBuffer),
});
type PersonRecord = z.infer<typeof personSchema>;
const editOwnerSchema = z.object({ person: z.string(), document: z.string() });

/** Remembers who is signed in now. */
export async function rememberPerson(device: Device, identity: Identity): Promise<void> {
  const person = identity.me.personId;
  await device.use(async ({ database, key }) => {
    const bytes = new TextEncoder().encode(JSON.stringify(identity));
    const record: PersonRecord = { person, signedIn: true, ...(await seal(await key(), ownerOf(person), bytes)) };
    const others = (await everybody(database)).filter((other) => other.person !== person);
    await write(database, [peopleStore], (transaction) => {
      const store = transaction.objectStore(peopleStore);
      for (const other of others) store.put({ ...other, signedIn: false });
      return store.put(record);
    });
  });
}

/** Who was signed in here when the server was last asked; null where nobody was. */
export function rememberedPerson(device: Device): Promise<Identity | null> {
  return device.use(async (opened) => {
    const record = (await everybody(opened.database)).find(({ signedIn }) => signedIn);
    return record ? identityOf(opened, record) : null;
  });
}

/**
 * Nobody is signed in any more; with `person`, at least not that one. Names stay where edits still wait, so that it can be
 * said whose they are.
 */
export async function forgetSignedIn(device: Device, person: string | null): Promise<void> {
  await device.use(async ({ database }) => {
    const people = (await everybody(database)).filter((record) => person === null || record.person === person);
    const owners = new Set((await editOwners(database)).map(({ person }) => person));
    await write(database, [peopleStore], (transaction) => {
      const store = transaction.objectStore(peopleStore);
      for (const record of people)
        if (owners.has(record.person)) store.put({ ...record, signedIn: false });
        else store.delete(record.person);
      return store.count();
    });
  });
}

/** Whose edits wait on this device, and how many. */
export function unsentEdits(device: Device): Promise<readonly UnsentEdits[]> {
  return device.use(async (opened) => {
    const people = await everybody(opened.database);
    const byPerson = Map.groupBy(await editOwners(opened.database), ({ person }) => person);
    return Promise.all(
      [...byPerson].map(async ([person, edits]) => {
        const record = people.find((known) => known.person === person);
        const identity = record ? await identityOf(opened, record) : null;
        const sections = new Set(edits.map(({ document }) => document)).size;
        return { person, name: identity?.me.name ?? null, sections };
      }),
    );
  });
}

/**
 * Takes everything of these people from the device: edits, plans, and who they are. The key goes with the last edit, and
 * with the key whatever the disk may still hold.
 */
export async function forgetPeople(device: Device, gone: readonly string[]): Promise<void> {
  await device.use(({ database }) =>
    write(database, [editsStore, keptStore, peopleStore, keysStore], (transaction) => {
      const stores = [keptStore, peopleStore, keysStore].map((name) => transaction.objectStore(name));
      for (const person of gone) {
        transaction.objectStore(keptStore).delete(IDBKeyRange.bound([person], [person, []]));
        transaction.objectStore(peopleStore).delete(person);
      }
      const edits = transaction.objectStore(editsStore);
      const walk = edits.openCursor();
      walk.onsuccess = () => {
        const cursor = walk.result;
        if (cursor) {
          if (gone.includes(editOwnerSchema.parse(cursor.value).person)) cursor.delete();
          cursor.continue();
          return;
        }
        const left = edits.count();
        left.onsuccess = () => {
          if (left.result === 0) for (const store of stores) store.clear();
        };
      };
      return walk;
    }),
  );
}

function ownerOf(person: string): string {
  return `person ${person}`;
}

async function everybody(database: IDBDatabase): Promise<readonly PersonRecord[]> {
  return z.array(personSchema).parse(await read<unknown[]>(database, peopleStore, (store) => store.getAll()));
}

async function editOwners(database: IDBDatabase): Promise<readonly z.infer<typeof editOwnerSchema>[]> {
  return z.array(editOwnerSchema).parse(await read<unknown[]>(database, editsStore, (store) => store.getAll()));
}

/** What a record says; null where it can't be read any more. */
async function identityOf({ key }: OpenDevice, record: PersonRecord): Promise<Identity | null> {
  const bytes = await unseal(await key(), ownerOf(record.person), record).catch(() => null);
  return bytes && identitySchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
