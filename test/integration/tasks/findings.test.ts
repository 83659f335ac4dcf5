/** What the rules find, as the server answers it: the same as the stored log says, and only to those who may know. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRow, recordOf, rowsOf } from '../../../shared/careplan/document.ts';
import { contactHours, coverageOf } from '../../../shared/careplan/coverage.ts';
import { gapDetails } from '../../../shared/careplan/gaps.ts';
import { medicineList, unresolvedLines } from '../../../shared/careplan/medicines.ts';
import type { FieldDefinition, ListPart } from '../../../shared/careplan/parts.ts';
import { listParts, recordPart, sections } from '../../../shared/careplan/sections.ts';
import { tasksOf } from '../../../shared/careplan/view.ts';
import { addDays, type IsoDate } from '../../../shared/domain/calendar/dates.ts';
import { osloDate } from '../../../shared/domain/calendar/oslo.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { findings } from '../../../shared/domain/rules/findings.ts';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import { factsOf } from '../../../server/tasks/facts.ts';
import { needsTalksIn } from '../../../server/tasks/needsTalks.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { Random, seedOf } from '../../support/random.ts';
import { StockClient } from '../../support/stockClient.ts';
import { StoredLog } from '../../support/storedLog.ts';
import { recorded } from '../meetings/recorded.ts';

/** The sections that the rules look into. */
const looked = ['tasks', 'contacts', 'decisions', 'disease', 'team', 'review', 'medicines'] as const;

let server: RunningApp;
let coordinator: Person;
let gp: Person;
let planId: string;
let log: StoredLog;

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  gp = await server.signIn('Anne Lindqvist');
  planId = await coordinator.planOf('Harald Solbakken');
  log = new StoredLog(server, planId);
});

afterAll(async () => {
  log.close();
  await server.stop();
  await server.remove();
});

/** What the rules must find by what lies on disk and was recorded beside it. */
async function recomputed(today: IsoDate, settings: RouteOutput<'findings'>['settings']) {
  const [{ team }, { transitions }, { uses }] = await Promise.all([
    coordinator.call('plan', { planId }, {}),
    coordinator.call('transitions', { planId }, {}),
    coordinator.call('templates', { planId }, {}),
  ]);
  const views = {
    tasks: log.view('tasks'),
    contacts: log.view('contacts'),
    decisions: log.view('decisions'),
    disease: log.view('disease'),
    team: log.view('team'),
    review: log.view('review'),
  };
  const list = medicineList(log.view('medicines'));
  const facts = factsOf(
    views,
    team.map((member) => ({ ...member, planId })),
    {
      transitions,
      // Nobody signs in this run.
      medicines:
        list.lines.length === 0
          ? null
          : { signedAt: null, hasNewLetter: false, unresolved: unresolvedLines(list).length },
      needsTalks: needsTalksIn(uses),
    },
    today,
  );
  return findings(facts, settings, new Date());
}

/** Asks for everything that is projected from the plan and compares it with the log; again where a day ended meanwhile. */
async function compare(): Promise<void> {
  const today = osloDate(new Date());
  const answered = await coordinator.call('findings', { planId }, {});
  const expected = await recomputed(today, answered.settings);
  if (osloDate(new Date()) !== today) return compare();
  expect(answered.findings).toEqual(expected);
  const contacts = (log.view('contacts').lists['rows'] ?? []).map(({ values }) => contactHours(values));
  expect((await coordinator.call('approval', { planId }, {})).gaps).toEqual(gapDetails(coverageOf(contacts)));
  const mine = ['gp', gp.personId];
  const owned = tasksOf(log.view('tasks').lists['rows'] ?? []).filter(({ owner }) => mine.includes(owner));
  expect((await gp.call('ownTasks', { planId }, {})).tasks).toEqual(owned);
}

function valueFor({ kind, choices }: FieldDefinition, random: Random, people: readonly string[]) {
  const today = osloDate(new Date());
  switch (kind) {
    case 'date':
      return random.pick(['', addDays(today, random.below(20) - 10), addDays(today, random.below(900) - 450)]);
    case 'time':
      return random.pick(['', '00:00', '08:00', '12:59', '15:30', '22:00', '24:00']);
    case 'weekdays':
      return random.pick([[], [1, 2, 3, 4, 5], [6, 7], [1, 2, 3, 4, 5, 6, 7]]);
    case 'flag':
      return random.below(2) === 0;
    case 'choice':
      return random.pick(choices ?? ['']);
    case 'member':
      return random.pick(['', 'gp', 'home-care', ...people]);
    default:
      return random.pick(['', 'ord', '22 00 00 11']);
  }
}

test('R2: at any moment of a seeded run of edits, findings, tasks and coverage are what the stored log says', async () => {
  const random = new Random(seedOf('FINDINGS', 7));
  const { team } = await coordinator.call('plan', { planId }, {});
  const people = team.map(({ personId }) => personId);
  const open = (person: Person) =>
    Promise.all(looked.map((sectionId) => new StockClient({ person, planId, sectionId }).open()));
  const clients = await Promise.all([open(coordinator), open(gp)]);
  const edit = (): StockClient => {
    const at = random.below(looked.length);
    const sectionId = looked[at]!;
    const section = sections[sectionId];
    // The coordinator may read decisions, and no more.
    const client = (sectionId === 'decisions' ? clients[1] : random.pick(clients))[at]!;
    const record = recordPart(section);
    if (record && random.below(3) === 0) {
      const field = random.pick(record.fields);
      recordOf(client.doc).set(field.id, valueFor(field, random, people));
      return client;
    }
    const lists = listParts(section);
    if (lists.length > 0) editList(client, random.pick(lists));
    return client;
  };
  const editList = ({ doc }: StockClient, list: ListPart): void => {
    const rows = rowsOf(doc, list.id);
    const known = [...rows.keys()];
    const what = known.length === 0 ? 0 : random.below(10);
    if (what < 3)
      addRow(doc, list, Object.fromEntries(list.fields.map((field) => [field.id, valueFor(field, random, people)])));
    else if (what === 3) rows.delete(random.pick(known));
    else {
      const field = random.pick(list.fields.filter(({ kind }) => kind !== 'text'));
      rows.get(random.pick(known))?.set(field.id, valueFor(field, random, people));
    }
  };
  await compare();
  for (let round = 0; round < 25; round += 1) {
    const touched = new Set(Array.from({ length: 1 + random.below(8) }, edit));
    if (random.below(5) === 0) await record(random);
    await Promise.all([...touched].map((client) => client.durable()));
    await compare();
  }
  for (const client of clients.flat()) client.close();
  // A section that nobody has open is loaded again, and compacted where it has grown long.
  await compare();
});

/** Something that is recorded beside the sections. */
async function record(random: Random): Promise<void> {
  const kind = random.pick(['admitted', 'discharged'] as const);
  const at = new Date(Date.now() - random.below(72) * 3_600_000).toISOString();
  const body = { id: newId(), kind, at, place: '', seriouslyIll: random.below(2) === 0 };
  const { transition } = await coordinator.call('startTransition', { planId }, body);
  const point = random.pick(transition.points).id;
  await coordinator.call('tickPoint', { planId, transitionId: transition.id, point }, { ticked: true });
  await coordinator.call('setTemplate', { planId, template: 'home-pathway' }, { state: 'active' });
}

test('R12: the values are the district’s, with where it says so', async () => {
  const { areas } = await coordinator.call('rules', {}, {});
  expect(areas).toHaveLength(1);
  expect(areas[0]).toMatchObject({ municipality: 'Oslo', district: 'Bydel Østensjø' });
  expect(areas[0]?.overrides.map(({ name, by }) => [name, by])).toEqual([['phoneList', 'district']]);
  const { settings } = await coordinator.call('findings', { planId }, {});
  expect(settings).toEqual(areas[0]?.settings);
});

test('P3: a finding about a section reaches only those who may read it, and the owner of the task', async () => {
  for (const name of ['Kari Nymoen', 'Lina Strand', 'Harald Solbakken', 'Inger Solbakken', 'Marte Solbakken']) {
    const person = await server.signIn(name);
    const { sections: mine } = await person.call('plan', { planId }, {});
    const readable = new Set<string>(mine.filter(({ access }) => access !== 'none').map(({ id }) => id));
    const { findings: told } = await person.call('findings', { planId }, {});
    const { tasks } = await person.call('ownTasks', { planId }, {});
    const own = new Set(tasks.map(({ id }) => id));
    const foreign = told.filter(
      ({ subject: { sectionId, rowId } }) =>
        !readable.has(sectionId) && !(sectionId === 'tasks' && own.has(rowId ?? '')),
    );
    expect(foreign).toEqual([]);
    // The plan does have something to tell.
    if (name === 'Kari Nymoen') expect(told.length).toBeGreaterThan(3);
  }
});

test('P3: a volunteer hears that their own task is late, and of no other', async () => {
  const volunteer = await server.signIn('Bjørn Aasen');
  const writer = await new StockClient({ person: coordinator, planId, sectionId: 'tasks' }).open();
  const list = listParts(sections.tasks)[0]!;
  const late = { what: 'Lese høyt', deadline: addDays(osloDate(new Date()), -3), status: 'open' };
  const own = addRow(writer.doc, list, { ...late, owner: volunteer.personId });
  addRow(writer.doc, list, { ...late, owner: coordinator.personId });
  await writer.durable();
  writer.close();
  const { findings: told } = await volunteer.call('findings', { planId }, {});
  expect(told.filter(({ kind }) => kind === 'deadlines.late').map(({ subject }) => subject.rowId)).toEqual([own]);
  expect(told.every(({ subject }) => subject.sectionId === 'tasks' || subject.sectionId === 'team')).toBe(true);
});

test('R2: to look changes nothing that is stored but the record of it', async () => {
  const before = looked.map((sectionId) => log.rows(sectionId));
  const looks = () => recorded(server).filter(({ action }) => action === 'findings:read').length;
  const count = looks();
  await gp.call('findings', { planId }, {});
  expect(looked.map((sectionId) => log.rows(sectionId))).toEqual(before);
  expect(looks()).toBe(count + 1);
});
