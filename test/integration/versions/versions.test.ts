/** Versions of a plan: who may do what with them, that they stay as they are, and that this can be verified. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson, sha256 } from '../../../shared/careplan/canonical.ts';
import { sectionContentSchema } from '../../../shared/careplan/content.ts';
import { addRow, orderedRows, proseOf, recordOf, rowsOf } from '../../../shared/careplan/document.ts';
import { sectionSeal, signatureSeal, versionSeal } from '../../../shared/careplan/seal.ts';
import { listPart, sectionIds } from '../../../shared/careplan/sections.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { atDatabase, foundInFiles, makeVersion, sign, write } from './versionsOf.ts';
import * as Y from 'yjs';

let server: RunningApp;
let coordinator: Person;
let gp: Person;
let patient: Person;
let planId: string;

beforeEach(async () => {
  server = await startApp();
  await comeIn();
  planId = await coordinator.planOf('Harald Solbakken');
});

afterEach(async () => {
  await server.stop();
  await server.remove();
});

async function comeIn(): Promise<void> {
  [coordinator, gp, patient] = await Promise.all([
    server.signIn('Kari Nymoen'),
    server.signIn('Anne Lindqvist'),
    server.signIn('Harald Solbakken'),
  ]);
}

/** Stops the server and starts it again on the same data. */
async function restart(): Promise<void> {
  await server.stop();
  server = await startApp({ dataDirectory: server.dataDirectory });
  await comeIn();
}

const codeOf = (error: unknown) => (error as { code: string }).code;
const refusalOf = (answer: Promise<unknown>) => answer.then(() => 'done', codeOf);
const readVersion = (person: Person, versionId: string) => person.call('version', { planId, versionId }, {});
const verify = (person: Person, versionId: string) => person.call('verifyVersion', { planId, versionId }, {});
const contentOf = async (person: Person, versionId: string, sectionId: string) => {
  const { contents } = await readVersion(person, versionId);
  return contents.find(({ section }) => section === sectionId)?.content;
};

describe('who may do what', () => {
  test('V3: core professionals make versions, the patient asks for one, nobody else does either', async () => {
    const others = await Promise.all(['Lina Strand', 'Inger Solbakken', 'Tor Eide'].map((name) => server.signIn(name)));
    for (const person of [patient, ...others]) expect(await refusalOf(makeVersion(person, planId))).toBe('not-found');
    for (const person of [gp, ...others])
      expect(await refusalOf(person.call('askForVersion', { planId }, {}))).toBe('not-found');
    await patient.call('askForVersion', { planId }, {});
    await patient.call('askForVersion', { planId }, {});
    const asked = await coordinator.call('versions', { planId }, {});
    expect(asked.requests.map(({ person }) => person.name)).toEqual(['Harald Solbakken']);
    await makeVersion(coordinator, planId);
    expect((await coordinator.call('versions', { planId }, {})).requests).toEqual([]);
  });

  test('V3: a volunteer to whom nothing but resources is open reads that of a version and nothing else', async () => {
    const volunteer = await server.signIn('Bjørn Aasen');
    const { id } = await makeVersion(coordinator, planId);
    const { contents, version } = await readVersion(volunteer, id);
    expect(contents.map(({ section }) => section)).toEqual(['resources']);
    expect(version.may).toEqual({ sign: false, approve: false, delete: false });
  });

  test('V3: each reads the sections that are theirs now, and working notes are in no version', async () => {
    const { id } = await makeVersion(coordinator, planId);
    const wife = await server.signIn('Inger Solbakken');
    const seen = async (person: Person) =>
      (await readVersion(person, id)).contents.map(({ section }) => section as string).sort();
    const mine = async (person: Person) =>
      (await person.call('plan', { planId }, {})).sections
        .filter(({ id: section, access }) => access !== 'none' && section !== 'working-notes')
        .map(({ id: section }) => section as string)
        .sort();
    for (const person of [coordinator, gp, patient, wife]) expect(await seen(person)).toEqual(await mine(person));
    expect(await seen(wife)).not.toEqual(await seen(patient));
  });

  test('V3: a section that is no longer open for somebody is no longer theirs in earlier versions', async () => {
    const wife = await server.signIn('Inger Solbakken');
    const { id } = await makeVersion(coordinator, planId);
    expect(await contentOf(wife, id, 'what-matters')).toBeDefined();
    const { consents } = await patient.call('consents', { planId }, {});
    const consentIds = consents.filter(({ ended }) => ended === null).map((consent) => consent.id);
    await patient.call('withdrawConsents', { planId }, { consentIds });
    expect(await contentOf(wife, id, 'what-matters')).toBeUndefined();
  });

  test('A1, A2: a version that is not mine is answered as one that does not exist, and the refusal is recorded', async () => {
    const { id, hash } = await makeVersion(coordinator, planId);
    const outsider = await server.signIn('Tor Eide');
    const params = { planId, versionId: id };
    const attempts = [
      outsider.call('version', params, {}),
      outsider.call('verifyVersion', params, {}),
      outsider.call('signVersion', params, { hash }),
      outsider.call('approveVersion', params, { hash }),
      outsider.call('deleteVersion', params, {}),
      outsider.call('restoreSection', { ...params, sectionId: 'contacts' }, {}),
      outsider.call('planContent', { planId }, {}),
    ];
    expect(new Set(await Promise.all(attempts.map(refusalOf)))).toEqual(new Set(['not-found']));
    const refused = atDatabase(server, (database) =>
      database.prepare(`select count(*) as n from audit where body like '%"outcome":"refused"%'`).get(),
    );
    expect(refused).toEqual({ n: attempts.length });
  });
});

describe('what is signed', () => {
  test('V1: signatures come one by one, each once, and name who in which role', async () => {
    const draft = await makeVersion(coordinator, planId);
    await sign(patient, draft);
    await sign(gp, draft);
    const { signatures } = await sign(gp, draft);
    expect(signatures.map(({ person, kind }) => [person.name, person.role, kind])).toEqual([
      ['Harald Solbakken', 'patient', 'sign'],
      ['Anne Lindqvist', 'gp', 'sign'],
    ]);
  });

  test('V1: nobody signs something else than they saw', async () => {
    const draft = await makeVersion(coordinator, planId);
    expect(await refusalOf(sign(patient, { ...draft, hash: await sha256('another') }))).toBe('wrong-state');
    expect((await readVersion(patient, draft.id)).version.signatures).toEqual([]);
  });

  test('V1: a signed version is neither deleted nor changed, also not in the database', async () => {
    const draft = await makeVersion(coordinator, planId);
    await sign(patient, draft);
    const gone = coordinator.call('deleteVersion', { planId, versionId: draft.id }, {});
    expect(await refusalOf(gone)).toBe('wrong-state');
    atDatabase(server, (database) => {
      for (const statement of [
        `update plan_version set name = 'annet'`,
        `update version_section set content = '{}'`,
        'delete from version_section',
        'delete from plan_version',
        'update version_signature set role = role',
        'delete from version_signature',
        `insert into version_section select version_id, 'working-notes', salt, content, document, hash from version_section limit 1`,
      ])
        expect(() => database.exec(statement)).toThrow(/never|stays/);
    });
  });

  test('V1: it is corrected by a new version with a reason; a draft is not corrected', async () => {
    const first = await makeVersion(coordinator, planId);
    expect(await refusalOf(makeVersion(gp, planId, { corrects: first.id, reason: 'Feil telefon' }))).toBe(
      'wrong-state',
    );
    await sign(patient, first);
    expect(await refusalOf(makeVersion(gp, planId, { corrects: first.id }))).toBe('bad-request');
    const second = await makeVersion(gp, planId, { corrects: first.id, reason: 'Feil telefon' });
    expect(second).toMatchObject({ number: 2, corrects: first.id, reason: 'Feil telefon', previousHash: first.hash });
  });

  test('V1: two versions made at once get a number each', async () => {
    const made = await Promise.all([coordinator, gp, coordinator, gp].map((person) => makeVersion(person, planId)));
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  });
});

describe('whether it is as it was', () => {
  test('V2: the same content has the same canonical form after a restart, and the seals hold', async () => {
    const first = await makeVersion(coordinator, planId);
    await sign(patient, first);
    await restart();
    const second = await makeVersion(coordinator, planId);
    for (const section of sectionIds.filter((id) => id !== 'working-notes'))
      expect(await contentOf(patient, second.id, section)).toBe(await contentOf(patient, first.id, section));
    expect(await verify(patient, first.id)).toMatchObject({ fits: true, version: 'fits', chain: 'fits' });
    expect(await verify(patient, second.id)).toMatchObject({ fits: true });
  });

  test('V2: one who may read only some sections recomputes those and the whole', async () => {
    const wife = await server.signIn('Inger Solbakken');
    const draft = await makeVersion(coordinator, planId);
    await sign(patient, draft);
    const { version, contents } = await readVersion(wife, draft.id);
    expect(contents.length).toBeGreaterThan(0);
    expect(contents.length).toBeLessThan(version.sections.length);
    for (const section of contents) {
      expect(version.sections).toContainEqual({ section: section.section, hash: await sectionSeal(section) });
      expect(canonicalJson(sectionContentSchema.parse(JSON.parse(section.content)))).toBe(section.content);
    }
    expect(await versionSeal(version)).toBe(version.hash);
    for (const signature of version.signatures) expect(await signatureSeal(signature)).toBe(signature.hash);
  });

  /** Changes the database as no server of ours would. */
  const tamper = (statement: string) =>
    atDatabase(server, (database) => {
      const triggers = database.prepare(
        `select name from sqlite_schema where type = 'trigger' and name like 'version%'`,
      );
      for (const { name } of triggers.all() as { name: string }[]) database.exec(`drop trigger ${name}`);
      database.exec(`pragma foreign_keys = off; ${statement}`);
    });

  test('V2: a changed byte of a section is named to those who may read it, and told to the others', async () => {
    const wife = await server.signIn('Inger Solbakken');
    const draft = await makeVersion(coordinator, planId);
    await sign(patient, draft);
    tamper(`update version_section set content = replace(content, '"', '“') where section_id = 'decisions'`);
    const named = await verify(gp, draft.id);
    expect(named.fits).toBe(false);
    expect(named.sections.filter(({ finding }) => finding === 'changed')).toEqual([
      { section: 'decisions', finding: 'changed' },
    ]);
    expect(named.otherSections).toBe('fits');
    const told = await verify(wife, draft.id);
    expect(told).toMatchObject({ fits: false, otherSections: 'changed' });
    expect(JSON.stringify(told)).not.toContain('decisions');
  });

  test.each([
    [
      'the state that is restored',
      `update version_section set document = x'0000' where section_id = 'contacts'`,
      'sections',
    ],
    ['the name', `update plan_version set name = 'Noe annet'`, 'version'],
    ['who made it', `update plan_version set role = 'gp'`, 'version'],
    ['a whole section', `delete from version_section where section_id = 'wishes'`, 'version'],
    ['who signed', `update version_signature set person_name = 'En annen'`, 'signatures'],
    ['what was signed', `update version_signature set version_hash = hash`, 'signatures'],
  ] as const)('V2: when %s was changed, the answer names it', async (_what, statement, where) => {
    const draft = await makeVersion(coordinator, planId);
    await sign(patient, draft);
    tamper(statement);
    const answer = await verify(patient, draft.id);
    expect(answer.fits).toBe(false);
    expect(JSON.stringify(answer[where])).toContain('changed');
  });

  test('V2: a version that was changed and sealed anew does not fit what the audit log says of it', async () => {
    const draft = await makeVersion(coordinator, planId);
    const sealed = await versionSeal({ ...draft, name: 'Noe annet' });
    expect(await verify(patient, draft.id)).toMatchObject({ fits: true });
    tamper(`update plan_version set name = 'Noe annet', hash = '${sealed}' where id = '${draft.id}'`);
    expect(await verify(patient, draft.id)).toMatchObject({ fits: false, version: 'changed' });
  });

  test('V2: a signed version that has gone is missed by the next ones', async () => {
    const first = await makeVersion(coordinator, planId);
    await sign(patient, first);
    const second = await makeVersion(coordinator, planId);
    tamper(`delete from version_section where version_id = '${first.id}';
      delete from version_signature where version_id = '${first.id}'; delete from plan_version where id = '${first.id}'`);
    expect(await verify(patient, second.id)).toMatchObject({ fits: false, chain: 'changed', missing: [1] });
  });
});

describe('drafts', () => {
  test('V4: a deleted draft is found nowhere in the database files, and its number is not used again', async () => {
    const name = 'Utkast om grønnspetten';
    const draft = await makeVersion(coordinator, planId, { name, reason: 'Fordi svaletreet felles' });
    const { contents } = await readVersion(coordinator, draft.id);
    const traces = [name, 'svaletreet', ...contents.map(({ salt }) => salt), contents[0]!.content];
    expect(await foundInFiles(server, traces)).toEqual(traces);
    await coordinator.call('deleteVersion', { planId, versionId: draft.id }, {});
    expect(await foundInFiles(server, traces)).toEqual([]);
    expect(await refusalOf(readVersion(coordinator, draft.id))).toBe('not-found');
    const next = await makeVersion(coordinator, planId);
    expect(next.number).toBe(2);
    expect(await verify(coordinator, next.id)).toMatchObject({ fits: true, missing: [] });
  });

  test('V4: it is deleted by the one who made it or the coordinator', async () => {
    const nurse = await server.signIn('Sofie Amundsen');
    const draft = await makeVersion(gp, planId);
    const attempt = (person: Person) => person.call('deleteVersion', { planId, versionId: draft.id }, {});
    expect(await refusalOf(attempt(nurse))).toBe('not-found');
    expect(await refusalOf(attempt(patient))).toBe('not-found');
    await attempt(coordinator);
    expect((await gp.call('versions', { planId }, {})).versions).toEqual([]);
  });
});

describe('godkjent', () => {
  const approve = (person: Person, { id, hash }: { id: string; hash: string }) =>
    person.call('approveVersion', { planId, versionId: id }, { hash });
  const contacts = () => ({ planId, sectionId: 'contacts' }) as const;

  test('V5: a plan with a gap is not approved, and the answer names the hours; once covered, a new version is', async () => {
    await write(coordinator, contacts(), (doc) => {
      for (const { id } of orderedRows(doc)) rowsOf(doc).delete(id);
      const day = { weekdays: [1, 2, 3, 4, 5], from: '07:30', to: '22:30', holidays: true };
      addRow(doc, listPart('contacts'), { who: 'Hjemmesykepleien', phone: '22 00 00 22', ...day });
    });
    const lacking = await makeVersion(coordinator, planId);
    const refusal = await approve(coordinator, lacking).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'contacts-incomplete',
      details: [
        'week 1,2,3,4,5 00:00-07:30',
        'week 1,2,3,4,5 22:30-24:00',
        'week 6,7 00:00-24:00',
        'holiday 1,2,3,4,5 00:00-07:30',
        'holiday 1,2,3,4,5 22:30-24:00',
        'holiday 6,7 00:00-24:00',
      ],
    });
    await write(coordinator, contacts(), (doc) => {
      const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', holidays: true };
      addRow(doc, listPart('contacts'), { who: 'Legevakt', phone: '116117', ...always });
    });
    // What counts is what is frozen in the version, not what the plan says by now.
    expect(await refusalOf(approve(coordinator, lacking))).toBe('contacts-incomplete');
    const whole = await makeVersion(coordinator, planId);
    await approve(coordinator, whole);
    const { approved, gaps } = await patient.call('approval', { planId }, {});
    expect(approved).toMatchObject({ number: 2, changes: 0 });
    expect(gaps).toEqual([]);
  });

  test('V5: GP and coordinator approve, others do not; what is approved is frozen', async () => {
    const draft = await makeVersion(coordinator, planId);
    const nurse = await server.signIn('Sofie Amundsen');
    for (const person of [nurse, patient]) expect(await refusalOf(approve(person, draft))).toBe('not-found');
    await approve(gp, draft);
    await approve(gp, draft);
    const gone = coordinator.call('deleteVersion', { planId, versionId: draft.id }, {});
    expect(await refusalOf(gone)).toBe('wrong-state');
  });

  test('V5: the plan says how much has changed since, each change once, and only what the reader may read', async () => {
    const volunteer = await server.signIn('Bjørn Aasen');
    const draft = await makeVersion(coordinator, planId);
    await approve(coordinator, draft);
    await write(
      coordinator,
      { planId, sectionId: 'review' },
      (doc) => void recordOf(doc).set('next-revision', '2027-01-01'),
    );
    await write(coordinator, contacts(), (doc) => {
      const [first, second] = orderedRows(doc);
      (first!.row.get('about') as Y.Text).insert(0, 'Også: ');
      first!.row.set('phone', '22 00 00 99');
      rowsOf(doc).delete(second!.id);
    });
    expect((await patient.call('approval', { planId }, {})).approved).toMatchObject({ number: 1, changes: 3 });
    expect((await volunteer.call('approval', { planId }, {})).approved).toMatchObject({ number: 1, changes: 0 });
  });
});

describe('restoring', () => {
  const paragraph = (text: string) => {
    const element = new Y.XmlElement('paragraph');
    const words = new Y.XmlText();
    words.applyDelta([{ insert: text }, { insert: ' hjemme', attributes: { strong: {} } }]);
    element.insert(0, [words]);
    return element;
  };

  test('V6: a section says again what the version says, as one edit of who restored it', async () => {
    const whatMatters = { planId, sectionId: 'what-matters' } as const;
    const contacts = { planId, sectionId: 'contacts' } as const;
    await write(patient, whatMatters, (doc) => proseOf(doc, 'goals').insert(0, [paragraph('Å være')]));
    const version = await makeVersion(coordinator, planId);
    await write(patient, whatMatters, (doc) => {
      proseOf(doc, 'goals').delete(0, 1);
      proseOf(doc, 'hope').insert(0, [paragraph('Noe nytt')]);
    });
    await write(coordinator, contacts, (doc) => {
      const [first, second, third] = orderedRows(doc);
      rowsOf(doc).delete(first!.id);
      (second!.row.get('about') as Y.Text).insert(0, 'Endret ');
      third!.row.set('phone', '99');
      addRow(doc, listPart('contacts'), { who: 'Ny' });
    });
    for (const sectionId of ['what-matters', 'contacts'] as const) {
      const before = rowsInLog(sectionId);
      await gp.call('restoreSection', { planId, versionId: version.id, sectionId }, {});
      const { sections } = await patient.call('presentContent', { planId }, {});
      const present = sections.find(({ section }) => section === sectionId)!;
      expect(canonicalJson(present)).toBe(await contentOf(gp, version.id, sectionId));
      const added = rowsInLog(sectionId).slice(before.length);
      expect(added).toEqual([{ person_id: gp.personId, role: 'gp' }]);
    }
    const recorded = atDatabase(server, (database) =>
      database.prepare(`select body from audit where body like '%version:restore%'`).all(),
    );
    expect(recorded).toHaveLength(2);
  });

  function rowsInLog(sectionId: string) {
    return atDatabase(server, (database) =>
      database
        .prepare('select person_id, role from section_update where document = ? order by sequence')
        .all(`${planId}/${sectionId}`)
        .map((row) => ({ ...row })),
    );
  }

  test('V6: only those who may write the section now restore it', async () => {
    const version = await makeVersion(coordinator, planId);
    const restore = (person: Person, sectionId: 'decisions' | 'contacts') =>
      refusalOf(person.call('restoreSection', { planId, versionId: version.id, sectionId }, {}));
    expect(await restore(patient, 'contacts')).toBe('not-found');
    expect(await restore(coordinator, 'decisions')).toBe('not-found');
    expect(await restore(gp, 'decisions')).toBe('done');
  });
});

describe('the content for print', () => {
  test('V7: it holds only what its reader may read, and the reading is recorded', async () => {
    const wife = await server.signIn('Inger Solbakken');
    const { sections } = await wife.call('planContent', { planId }, {});
    const mine = (await wife.call('plan', { planId }, {})).sections.filter(({ access }) => access !== 'none');
    expect(sections.map(({ section }) => section)).toEqual(mine.map(({ id }) => id));
    const recorded = atDatabase(server, (database) =>
      database.prepare(`select body from audit where body like '%plan:export%'`).all(),
    ) as { body: string }[];
    expect(recorded.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      {
        actor: { personId: wife.personId, role: 'relative' },
        outcome: 'done',
        detail: mine.map(({ id }) => id).join(' '),
      },
    ]);
  });
});
