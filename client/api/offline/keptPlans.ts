/**
 * Plans as they were last, kept encrypted on this device so that they can be read without a network: what is known of the
 * plan, and every section that its person may read. Only plans opened here in the last days; gone when the right is.
 */
import { z } from 'zod';
import { planSchema, type PlanInfo } from '../../../shared/protocol/types.ts';
import { seal, unseal } from './cipher.ts';
import type { Device, OpenDevice } from './device.ts';
import { keptStore, peopleStore, read, write } from './deviceDatabase.ts';
import { decodeKept, encodeKept, type KeptContent } from './keptContent.ts';

/** How long a plan that is not opened stays, ms. */
export const keepMs = 14 * 24 * 60 * 60 * 1000;

/** Where one section of a plan is kept. */
export interface SectionKeep {
  /** Null where nothing is kept, or nothing that can be read. */
  load(): Promise<KeptContent | null>;
  put(content: KeptContent): Promise<void>;
  remove(): Promise<void>;
}

const keptPlanSchema = z.object({ plan: planSchema, at: z.number() });
/** A plan as it was at `at`, ms since 1970. */
export type KeptPlan = z.infer<typeof keptPlanSchema>;

const recordSchema = z.object({
  person: z.string(),
  plan: z.string(),
  part: z.string(),
  /** When the plan was last opened or in step here, ms since 1970. */
  at: z.number(),
  nonce: z.instanceof(Uint8Array<ArrayBuffer>),
  data: z.instanceof(ArrayBuffer),
});
type KeptRecord = z.infer<typeof recordSchema>;
type Place = Pick<KeptRecord, 'person' | 'plan' | 'part'>;

/** The mark of who is signed in, among the people of the device. */
const signedInSchema = z.object({ signedIn: z.literal(true) });

/** The part that is about the plan itself; every other is a section. */
const planPart = 'plan';

export class KeptPlans {
  readonly #device: Device;
  readonly #person: string;

  constructor({ device, person }: { device: Device; person: string }) {
    this.#device = device;
    this.#person = person;
  }

  /** Where a section is kept. */
  section(plan: string, part: string): SectionKeep {
    const place = { person: this.#person, plan, part };
    return {
      load: () =>
        this.#device.use(async (device) => {
          const bytes = await open(device, await get(device, place));
          return bytes && decodeKept(bytes);
        }),
      put: (content) => this.#put(place, content.at, encodeKept(content)),
      remove: () => this.#remove(IDBKeyRange.only([place.person, plan, part])),
    };
  }

  /** Keeps what is known of a plan, as it is at `at`. */
  put(kept: KeptPlan): Promise<void> {
    const place = { person: this.#person, plan: kept.plan.id, part: planPart };
    return this.#put(place, kept.at, new TextEncoder().encode(JSON.stringify(kept)));
  }

  /** A plan as it was; null where it is not kept. */
  load(plan: PlanInfo['id']): Promise<KeptPlan | null> {
    return this.#device.use(async (device) =>
      keptPlan(device, await get(device, { person: this.#person, plan, part: planPart })),
    );
  }

  /** All plans of the person that are kept, the one opened last first. */
  list(): Promise<readonly KeptPlan[]> {
    return this.#device.use(async (device) => {
      const all = await read<unknown[]>(device.database, keptStore, (store) => store.getAll(ofPerson(this.#person)));
      const records = z.array(recordSchema).parse(all);
      const plans = await Promise.all(
        records.filter(({ part }) => part === planPart).map((record) => keptPlan(device, record)),
      );
      return plans.filter((plan) => plan !== null).toSorted((one, other) => other.at - one.at);
    });
  }

  /** Forgets a plan with all its sections. */
  remove(plan: string): Promise<void> {
    return this.#remove(IDBKeyRange.bound([this.#person, plan], [this.#person, plan, []]));
  }

  /** Forgets all plans of the person. */
  removeAll(): Promise<void> {
    return this.#remove(ofPerson(this.#person));
  }

  async #put(place: Place, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#device.use(async ({ database, key }) => {
      const record: KeptRecord = { ...place, at, ...(await seal(await key(), ownerOf(place), bytes)) };
      await write(
        database,
        [keptStore, peopleStore],
        (transaction) => {
          const asked: IDBRequest<unknown> = transaction.objectStore(peopleStore).get(place.person);
          // Nothing is kept for who is not signed in any more, also by a page that has not heard of it.
          asked.onsuccess = () => {
            if (signedInSchema.safeParse(asked.result).success) transaction.objectStore(keptStore).put(record);
          };
          return asked;
        },
        'relaxed',
      );
    });
  }

  async #remove(range: IDBKeyRange): Promise<void> {
    await this.#device.use(({ database }) =>
      write(database, [keptStore], (transaction) => transaction.objectStore(keptStore).delete(range)),
    );
  }
}

/** Forgets what is kept of everybody but one, or of everybody, and all that was not opened for long. Unconfirmed edits stay. */
export async function tidyKept(device: Device, { only, now }: { only: string | null; now: number }): Promise<void> {
  await device.use(({ database }) =>
    write(database, [keptStore], (transaction) => {
      const store = transaction.objectStore(keptStore);
      const asked: IDBRequest<unknown[]> = store.getAll();
      asked.onsuccess = () => {
        const records = z.array(recordSchema.pick({ person: true, plan: true, part: true, at: true }));
        const kept = records.parse(asked.result);
        // A plan goes as a whole: its sections are not renewed where nobody writes in them.
        const alive = new Set(
          kept.filter(({ part, at }) => part === planPart && at > now - keepMs).map(({ plan }) => plan),
        );
        for (const { person, plan, part } of kept)
          if (person !== only || !alive.has(plan)) store.delete([person, plan, part]);
      };
      return asked;
    }),
  );
}

function ofPerson(person: string): IDBKeyRange {
  return IDBKeyRange.bound([person], [person, []]);
}

/** What the encryption binds a record to: its person and its place, told apart from unconfirmed edits of the same. */
function ownerOf({ person, plan, part }: Place): string {
  return `kept ${plan}/${part} ${person}`;
}

async function get({ database }: OpenDevice, { person, plan, part }: Place): Promise<KeptRecord | null> {
  const record = await read<unknown>(database, keptStore, (store) => store.get([person, plan, part]));
  return record === undefined ? null : recordSchema.parse(record);
}

/** What is in a record; null where there is none, or its key is gone. */
async function open({ key }: OpenDevice, record: KeptRecord | null): Promise<Uint8Array<ArrayBuffer> | null> {
  return record && unseal(await key(), ownerOf(record), record).catch(() => null);
}

async function keptPlan(device: OpenDevice, record: KeptRecord | null): Promise<KeptPlan | null> {
  const bytes = await open(device, record);
  if (bytes === null) return null;
  const parsed = keptPlanSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  // An older build may have known the plan otherwise; it comes anew with the network.
  return parsed.success ? parsed.data : null;
}
