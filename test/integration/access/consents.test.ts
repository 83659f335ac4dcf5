/** Consent as those meet it who give it, record it and live by it: over REST, and as the database keeps it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../../server/storage/migrations.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';
import { ConsentStore } from '../../../server/storage/consentStore.ts';
import { newDataDirectory } from '../../support/app.ts';
import { newId } from '../../../shared/domain/ids.ts';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { RouteBody } from '../../../shared/protocol/rest.ts';
import type { Person } from '../../support/person.ts';
import { startTeam, type TeamPlan } from '../../support/teamPlan.ts';

type Opening = RouteBody<'giveConsent'>;

let plan: TeamPlan;
let patient: Person;
let coordinator: Person;
let wife: Person;
let planId: string;

beforeEach(async () => {
  plan = await startTeam({
    Harald: 'patient',
    Kari: 'coordinator',
    Anne: 'gp',
    Inger: 'relative',
    Marte: 'relative',
  });
  ({ planId } = plan);
  [patient, coordinator, wife] = await Promise.all([
    plan.server.signIn('Harald'),
    plan.server.signIn('Kari'),
    plan.server.signIn('Inger'),
  ]);
});

afterEach(async () => {
  await plan.server.stop();
  await plan.server.remove();
});

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

function give(by: Person, change: Partial<Opening> = {}): Promise<unknown> {
  const opening: Opening = {
    personId: wife.personId,
    sectionIds: ['disease', 'wishes'],
    from: null,
    until: null,
    recorded: null,
    ...change,
  };
  return by.call('giveConsent', { planId }, opening);
}

async function openFor(person: Person): Promise<SectionId[]> {
  const { sections } = await person.call('plan', { planId }, {});
  return sections.filter(({ access }) => access !== 'none').map(({ id }) => id);
}

function recorded(action: string): { outcome: string; sectionId?: string; subjectId?: string; detail?: string }[] {
  const file = new DatabaseSync(join(plan.server.dataDirectory, 'samrad.sqlite'), { readOnly: true });
  const rows = file.prepare('select body from audit order by sequence').all() as { body: string }[];
  file.close();
  const events = rows.map(({ body }) => JSON.parse(body) as { action: string; outcome: string });
  return events.filter((event) => event.action === action);
}

test('A6: the patient opens sections for one person, who sees them and no other person does', async () => {
  const before = await openFor(wife);
  await give(patient);
  expect(new Set(await openFor(wife))).toEqual(new Set([...before, 'disease', 'wishes']));
  expect(await openFor(await plan.server.signIn('Marte'))).toEqual(before);
  const { may, consents } = await patient.call('consents', { planId }, {});
  expect(may).toBe('give');
  expect(
    consents.map(({ sectionId, person, gaveBy, how, until, ended }) => [
      sectionId,
      person.name,
      gaveBy,
      how,
      until,
      ended,
    ]),
  ).toEqual([
    ['disease', 'Inger', 'Harald', 'self', null, null],
    ['wishes', 'Inger', 'Harald', 'self', null, null],
  ]);
});

test('A6: the coordinator records who gave it and how, and cannot leave that out', async () => {
  await expect(give(coordinator)).rejects.toMatchObject({ code: 'bad-request', details: ['manner-missing'] });
  await give(coordinator, { recorded: { gaveBy: 'Harald, på hjemmebesøk', how: 'oral' } });
  const { may, consents } = await coordinator.call('consents', { planId }, {});
  expect(may).toBe('record');
  expect(consents[0]).toMatchObject({ gaveBy: 'Harald, på hjemmebesøk', how: 'oral', recordedBy: { name: 'Kari' } });
});

test('A6: what is withdrawn is kept, with who withdrew it; withdrawing it again changes nothing', async () => {
  await give(patient);
  const { consents } = await patient.call('consents', { planId }, {});
  const consentIds = consents.map(({ id }) => id);
  await coordinator.call('withdrawConsents', { planId }, { consentIds: consentIds.slice(0, 1) });
  expect(await openFor(wife)).not.toContain('disease');
  expect(await openFor(wife)).toContain('wishes');
  await patient.call('withdrawConsents', { planId }, { consentIds });
  const after = await patient.call('consents', { planId }, {});
  expect(after.consents.map(({ ended }) => [ended?.by.name, ended?.as])).toEqual([
    ['Kari', 'withdrawn'],
    ['Harald', 'withdrawn'],
  ]);
  expect(await openFor(wife)).not.toContain('wishes');
});

test('A6: opening again what is open takes the place of what was, so that one end is the end', async () => {
  await give(patient);
  await give(patient, { sectionIds: ['disease'], until: inHours(24) });
  const { consents } = await patient.call('consents', { planId }, {});
  const disease = consents.filter(({ sectionId }) => sectionId === 'disease');
  expect(disease.map(({ ended }) => ended?.as ?? 'stands').toSorted()).toEqual(['replaced', 'stands']);
  const standing = disease.filter(({ ended }) => ended === null);
  await patient.call('withdrawConsents', { planId }, { consentIds: standing.map(({ id }) => id) });
  expect(await openFor(wife)).not.toContain('disease');
});

const refused: [string, Partial<Opening>, string[]][] = [
  ['somebody who is no member', { personId: newId() }, ['person-unknown']],
  [
    'a section that the role may never read',
    { sectionIds: ['working-notes'] },
    ['section-not-by-consent:working-notes'],
  ],
  ['a section that the role may read anyway', { sectionIds: ['contacts'] }, ['section-not-by-consent:contacts']],
  ['an end before the beginning', { from: inHours(48), until: inHours(24) }, ['until-before-from']],
  ['an end that has gone', { until: inHours(-1) }, ['until-past']],
  ['a beginning that has gone', { from: inHours(-1) }, ['from-past']],
  ['the patient recording for another', { recorded: { gaveBy: 'Inger', how: 'oral' } }, ['manner-missing']],
];

test.each(refused)(
  'A6: %s is refused with what is wrong, opens nothing, and is recorded',
  async (_what, change, details) => {
    const before = await openFor(wife);
    await expect(give(patient, change)).rejects.toMatchObject({ code: 'bad-request', details });
    expect(await openFor(wife)).toEqual(before);
    expect((await patient.call('consents', { planId }, {})).consents).toEqual([]);
    expect(recorded('consent:give')).toMatchObject([{ outcome: 'refused', detail: details.join(' ') }]);
  },
);

test('A6: a later period for what will be open by then is refused, so that nothing closes unseen before it', async () => {
  await give(patient, { until: inHours(24) });
  await expect(give(patient, { from: inHours(12), until: inHours(48) })).rejects.toMatchObject({
    details: ['overlaps:disease', 'overlaps:wishes'],
  });
  await give(patient, { from: inHours(24), until: inHours(48) });
  expect(await openFor(wife)).toContain('disease');
});

test.each(['Anne', 'Inger'])(
  'A1: %s can give and withdraw no consent; trying looks like an unknown plan',
  async (name) => {
    await give(patient, { sectionIds: ['disease'] });
    const [standing] = (await patient.call('consents', { planId }, {})).consents;
    const other = await plan.server.signIn(name);
    await expect(give(other)).rejects.toMatchObject({ code: 'not-found' });
    await expect(other.call('withdrawConsents', { planId }, { consentIds: [standing!.id] })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await openFor(wife)).toContain('disease');
  },
);

test('A6: others see what was opened for themselves and nothing of others', async () => {
  await give(patient);
  const seen = await wife.call('consents', { planId }, {});
  expect([seen.may, seen.consents.length]).toEqual(['none', 2]);
  const daughter = await plan.server.signIn('Marte');
  expect(await daughter.call('consents', { planId }, {})).toEqual({ may: 'none', consents: [] });
});

test('A2: giving, withdrawing and reading consents is in the audit log, a record for each section and person', async () => {
  await give(patient);
  const { consents } = await patient.call('consents', { planId }, {});
  await patient.call('withdrawConsents', { planId }, { consentIds: consents.map(({ id }) => id) });
  const { personId } = wife;
  for (const action of ['consent:give', 'consent:withdraw'])
    expect(recorded(action)).toMatchObject([
      { outcome: 'done', sectionId: 'disease', subjectId: personId },
      { outcome: 'done', sectionId: 'wishes', subjectId: personId },
    ]);
  expect(recorded('consent:read')).toHaveLength(1);
  expect((await plan.server.app.audit.verify()).broken).toBe(null);
});

test('A6: consents of an older database are kept as given by the patient', async () => {
  const directory = await newDataDirectory();
  const step = migrations.findIndex((migration) => migration.includes('consent_kept'));
  const file = new DatabaseSync(join(directory, 'samrad.sqlite'));
  for (const migration of migrations.slice(0, step)) file.exec(migration);
  file.exec(`
    pragma user_version = ${step};
    insert into person values ('p', 'Harald'), ('w', 'Inger');
    insert into plan values ('plan', 'p', '2026-01-01T00:00:00.000Z');
    insert into consent values ('plan', 'tasks', 'w', '2026-01-02T00:00:00.000Z', null);`);
  file.close();
  const database = await SqliteDatabase.open({ directory, onLost: () => undefined });
  const kept = await new ConsentStore(database).ofPlan('plan');
  await database.close();
  await rm(directory, { recursive: true });
  expect(kept).toMatchObject([
    { sectionId: 'tasks', personId: 'w', gaveBy: 'Harald', how: 'self', recordedById: 'p', until: null, endedAt: null },
  ]);
  expect(kept[0]?.id).toMatch(/^[\w-]{22}$/);
});
