/** A server with one plan: a team as a test wants it, and in every section a word that stands nowhere else. */
import * as Y from 'yjs';
import { SqliteDatabase } from '../../server/storage/sqlite.ts';
import { PlanStore } from '../../server/storage/planStore.ts';
import { SectionLog } from '../../server/storage/sectionLog.ts';
import { sectionIds, type SectionId } from '../../shared/careplan/sections.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { newDataDirectory, startApp, type RunningApp } from './app.ts';

export interface TeamPlan {
  readonly server: RunningApp;
  readonly planId: string;
}

/** A root of the document that no screen shows. */
const root = 'marker';

/** The word that stands in a section from the beginning. */
export function wordOf(sectionId: SectionId): string {
  return `word-of-${sectionId}`;
}

/** An edit that writes a word into a section. */
export function wordUpdate(word: string): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc();
  doc.getText(root).insert(0, word);
  return Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>;
}

/** All words of a section. */
export function wordsIn(doc: Y.Doc): string {
  return doc.getText(root).toJSON();
}

/** Starts the server with these people, by name; one of them is the patient. */
export async function startTeam(people: Readonly<Record<string, Role>>): Promise<TeamPlan> {
  const dataDirectory = await newDataDirectory();
  const planId = newId();
  const at = new Date(Date.now() - 86_400_000).toISOString();
  const team = Object.entries(people).map(([name, role]) => ({ id: newId(), name, role }));
  const patient = team.find(({ role }) => role === 'patient');
  if (!patient) throw new Error('a plan has a patient');
  const database = await SqliteDatabase.open({ directory: dataDirectory, onLost: () => undefined });
  await new PlanStore(database, new SectionLog(database)).addDemo(
    team.map(({ id, name }) => ({ id, name })),
    [
      {
        id: planId,
        patientId: patient.id,
        at,
        consents: [],
        members: team.map(({ id, role }) => ({
          personId: id,
          role,
          organisation: '',
          professionId: null,
          purpose: 'TREAT',
        })),
        content: sectionIds.map((sectionId) => ({
          document: documentName({ kind: 'section', planId, sectionId }),
          sequence: 1,
          data: wordUpdate(wordOf(sectionId)),
          author: null,
          at,
        })),
      },
    ],
  );
  await database.close();
  return { server: await startApp({ dataDirectory }), planId };
}
