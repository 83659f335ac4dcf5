/** Fills an empty database with the demonstration's two patients, once. */
import * as Y from 'yjs';
import { addRow, proseOf } from '../../shared/careplan/document.ts';
import { listPart, type SectionId } from '../../shared/careplan/sections.ts';
import { newId } from '../../shared/domain/ids.ts';
import { signsIn } from '../../shared/domain/roles.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import type { PlanStore, NewPlan } from '../storage/planStore.ts';
import { firstContent, secondContent, type DemoContent } from './content.ts';
import { firstTeam, secondTeam, type DemoPerson } from './people.ts';

/** What the first patient has opened for his wife, and for his daughter. */
const opened: readonly { readonly key: string; readonly sectionId: SectionId }[] = [
  { key: 'wife', sectionId: 'what-matters' },
  { key: 'wife', sectionId: 'tasks' },
  { key: 'daughter', sectionId: 'what-matters' },
];

/** Fills the demonstration unless it is there; answers the ids of its plans, the case first. */
export async function fillDemo({ store, now }: { store: PlanStore; now: Date }): Promise<string[]> {
  const known = await store.demoPlans();
  if (known) return known;
  const people = new Map<string, { id: string; name: string }>();
  for (const { key, name } of [...firstTeam, ...secondTeam])
    if (!people.has(key)) people.set(key, { id: newId(), name });
  const idOf = (key: string): string => people.get(key)?.id ?? '';
  const plans = [
    demoPlan({ team: firstTeam, patientKey: 'patient', content: firstContent, idOf, now }),
    demoPlan({ team: secondTeam, patientKey: 'second-patient', content: secondContent, idOf, now }),
  ];
  await store.addDemo([...people.values()], plans);
  return plans.map(({ id }) => id);
}

function demoPlan(input: {
  team: readonly DemoPerson[];
  patientKey: string;
  content: DemoContent;
  idOf: (key: string) => string;
  now: Date;
}): NewPlan {
  const { team, patientKey, content, idOf, now } = input;
  const id = newId();
  const keys = new Set(team.map(({ key }) => key));
  return {
    id,
    patientId: idOf(patientKey),
    at: now.toISOString(),
    members: team.map(({ key, role, organisation }) => ({
      personId: idOf(key),
      role,
      organisation,
      professionId: null,
      purpose: signsIn(role) ? 'TREAT' : 'COC',
    })),
    consents: opened
      .filter(({ key }) => keys.has(key))
      .map(({ key, sectionId }) => ({ sectionId, personId: idOf(key) })),
    content: demoDocuments(content, idOf, now).map(([sectionId, doc]) => ({
      document: documentName({ kind: 'section', planId: id, sectionId }),
      sequence: 1,
      data: Y.encodeStateAsUpdate(doc),
      author: null,
      at: now.toISOString(),
    })),
  };
}

function demoDocuments(content: DemoContent, idOf: (key: string) => string, now: Date): [SectionId, Y.Doc][] {
  const tasks = content.tasks.map(({ what, ownerKey, inDays, status }) => ({
    what,
    owner: idOf(ownerKey),
    deadline: dateIn(now, inDays),
    status,
  }));
  return [
    ['what-matters', proseDocument(content.whatMatters)],
    ['contacts', rowsDocument('contacts', content.contacts)],
    ['tasks', rowsDocument('tasks', tasks)],
    ['working-notes', proseDocument({ notes: content.workingNotes })],
  ];
}

function proseDocument(fields: Readonly<Record<string, readonly string[]>>): Y.Doc {
  const doc = new Y.Doc();
  for (const [field, paragraphs] of Object.entries(fields)) {
    const elements = paragraphs.map((text) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      return paragraph;
    });
    proseOf(doc, field).insert(0, elements);
  }
  return doc;
}

function rowsDocument(sectionId: SectionId, rows: readonly Parameters<typeof addRow>[2][]): Y.Doc {
  const doc = new Y.Doc();
  for (const row of rows) addRow(doc, listPart(sectionId), row);
  return doc;
}

/** The ISO date some days from a time, in UTC. */
function dateIn(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
