/** A data directory with as many plans as a figure needs, written by the server's own stores before it starts. */
import * as Y from 'yjs';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { newId } from '../../shared/domain/ids.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { PlanStore, type NewPlan } from '../../server/storage/planStore.ts';
import { SectionLog } from '../../server/storage/sectionLog.ts';
import { SqliteDatabase } from '../../server/storage/sqlite.ts';
import { newDataDirectory } from '../support/app.ts';

export interface BenchPlans {
  readonly dataDirectory: string;
  readonly planIds: readonly string[];
  /** Names of people who may write every plan. */
  readonly writers: readonly string[];
}

interface Wanted {
  readonly plans: number;
  readonly writers: number;
  /** What the sections hold, the same in every plan. */
  readonly content?: ReadonlyMap<SectionId, Y.Doc>;
}

/** Writes the plans; the server takes them for its demonstration. */
export async function createBenchPlans({ plans, writers, content = new Map() }: Wanted): Promise<BenchPlans> {
  const dataDirectory = await newDataDirectory();
  const at = new Date().toISOString();
  const patient = { id: newId(), name: 'Patient' };
  const people = Array.from({ length: writers }, (_, number) => ({ id: newId(), name: `Writer ${number + 1}` }));
  const members = people.map(({ id }) => ({
    personId: id,
    role: 'gp' as const,
    organisation: 'Bench',
    professionId: null,
    purpose: 'TREAT',
  }));
  const made = Array.from({ length: plans }, (): NewPlan => {
    const id = newId();
    const documents = [...content].map(([sectionId, doc]) => ({
      document: documentName({ kind: 'section', planId: id, sectionId }),
      sequence: 1,
      data: Y.encodeStateAsUpdate(doc),
      author: null,
      at,
    }));
    return { id, patientId: patient.id, members, consents: [], content: documents, at };
  });
  const database = await SqliteDatabase.open({ directory: dataDirectory, onLost: () => undefined });
  await new PlanStore(database, new SectionLog(database)).addDemo([patient, ...people], made);
  await database.close();
  return { dataDirectory, planIds: made.map(({ id }) => id), writers: people.map(({ name }) => name) };
}
