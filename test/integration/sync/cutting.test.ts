/**
 * Rights that end while channels are open, and rights that begin. These are tests of order: what is written after a
 * withdrawal was answered never comes, and nothing follows the close of a channel.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { closeCode, message } from '../../../shared/protocol/sync.ts';
import { Listener } from '../../support/listener.ts';
import type { Person } from '../../support/person.ts';
import { bytes } from '../../support/rawConnection.ts';
import { StockClient } from '../../support/stockClient.ts';
import { startTeam, wordOf, wordsIn, wordUpdate, type TeamPlan } from '../../support/teamPlan.ts';

let plan: TeamPlan;
let planId: string;
let patient: Person;
let gp: Person;
let wife: Person;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  plan = await startTeam({
    Harald: 'patient',
    Anne: 'gp',
    Inger: 'relative',
    Marte: 'relative',
    Fatima: 'home-care',
    Bjørn: 'volunteer',
    Mina: 'interpreter',
  });
  ({ planId } = plan);
  [patient, gp, wife] = (await Promise.all(['Harald', 'Anne', 'Inger'].map((name) => plan.server.signIn(name)))) as [
    Person,
    Person,
    Person,
  ];
});

afterEach(async () => {
  opened.splice(0).forEach((client) => client.close());
  await closeAll();
});

afterAll(async () => {
  await plan.server.stop();
  await plan.server.remove();
});

interface Period {
  readonly from?: string | null;
  readonly until?: string | null;
}

function open(person: Person, sectionIds: readonly SectionId[], { from = null, until = null }: Period = {}) {
  const opening = { personId: person.personId, sectionIds: [...sectionIds], from, until, recorded: null };
  return patient.call('giveConsent', { planId }, opening);
}

/** The ids of all that is open. */
async function standing(): Promise<string[]> {
  const { consents } = await patient.call('consents', { planId }, {});
  return consents.filter(({ ended }) => ended === null).map(({ id }) => id);
}

/** Withdraws all that is open; resolves when it is answered. */
async function closeAll(): Promise<void> {
  const consentIds = await standing();
  if (consentIds.length > 0) await patient.call('withdrawConsents', { planId }, { consentIds });
}

async function listen(person: Person): Promise<Listener> {
  const listener = await Listener.open(person, planId);
  opened.push(listener);
  return listener;
}

/** Writes a word into a section; resolves when it is on disk and has been sent to all who have the section open. */
async function write(writer: Listener, sectionId: SectionId, word: string): Promise<void> {
  const channel = writer.ask(sectionId);
  writer.write(channel, wordUpdate(word));
  await writer.echo(channel);
}

const inMilliseconds = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** Changes the database as an administrator would. */
function administer(statement: string, ...values: string[]): void {
  const file = new DatabaseSync(join(plan.server.dataDirectory, 'samrad.sqlite'), { timeout: 5_000 });
  file.prepare(statement).run(...values);
  file.close();
}

test('A7: a withdrawal closes the section with 4404, and what is written after its answer never comes', async () => {
  await open(wife, ['disease']);
  const [reader, writer] = await Promise.all([listen(wife), listen(gp)]);
  const channel = reader.ask('disease');
  await reader.answer(channel);
  await write(writer, 'disease', 'while-open');
  await closeAll();
  await write(writer, 'disease', 'after-the-answer');
  expect(await reader.connection.closeOf(channel)).toBe(closeCode.unknown);
  const other = reader.ask('contacts');
  await reader.echo(other);
  expect(reader.heard(channel)).toContain('while-open');
  expect(reader.heard()).not.toContain('after-the-answer');
  expect(await reader.answer(reader.ask('disease'))).toEqual({ closed: closeCode.unknown });
});

test('A7: only what was withdrawn is closed: other sections and other people go on', async () => {
  const daughter = await plan.server.signIn('Marte');
  await open(wife, ['disease', 'wishes']);
  await open(daughter, ['disease']);
  const [reader, other, writer] = await Promise.all([listen(wife), listen(daughter), listen(gp)]);
  const channels = { disease: reader.ask('disease'), wishes: reader.ask('wishes'), others: other.ask('disease') };
  await Promise.all([reader.answer(channels.wishes), other.answer(channels.others)]);
  const { consents } = await patient.call('consents', { planId }, {});
  const mine = consents.filter(
    ({ ended, sectionId, person }) => !ended && sectionId === 'disease' && person.personId === wife.personId,
  );
  await patient.call('withdrawConsents', { planId }, { consentIds: mine.map(({ id }) => id) });
  expect(await reader.connection.closeOf(channels.disease)).toBe(closeCode.unknown);
  await write(writer, 'wishes', 'still-shared');
  await write(writer, 'disease', 'still-for-the-daughter');
  await Promise.all([reader.echo(channels.wishes), other.echo(channels.others)]);
  expect(reader.heard(channels.wishes)).toContain('still-shared');
  expect(other.heard(channels.others)).toContain('still-for-the-daughter');
});

test('A7: a stock client on a section of its own is cut off in the same way', async () => {
  await open(wife, ['disease']);
  const reader = await new StockClient({ person: wife, planId, sectionId: 'disease' }).open();
  const writer = await listen(gp);
  opened.push(reader);
  expect(wordsIn(reader.doc)).toContain(wordOf('disease'));
  const closed = new Promise<number>((resolve) => reader.provider.once('closed', ({ code }) => resolve(code)));
  await closeAll();
  await write(writer, 'disease', 'after-the-stock-client');
  expect(await closed).toBe(closeCode.unknown);
  expect(Buffer.concat(reader.received.map((data) => Buffer.from(data))).toString('latin1')).not.toContain(
    'after-the-stock-client',
  );
});

test('A7: a consent that runs out closes what is open when its date comes, and the page is told', async () => {
  await open(wife, ['disease'], { until: inMilliseconds(2_000) });
  const [reader, writer] = await Promise.all([listen(wife), listen(gp)]);
  const notices = await reader.attend('notices');
  const channel = reader.ask('disease');
  expect(await reader.answer(channel)).toHaveProperty('content');
  expect(await reader.connection.closeOf(channel)).toBe(closeCode.unknown);
  await reader.told(notices, 'access', 1);
  await write(writer, 'disease', 'after-the-date');
  await reader.echo(notices);
  expect(reader.heard()).not.toContain('after-the-date');
});

test('A7: a consent that begins by its date is told to the page, which may open the section then and not before', async () => {
  const reader = await listen(wife);
  const notices = await reader.attend('notices');
  await open(wife, ['disease'], { from: inMilliseconds(1_500) });
  await reader.told(notices, 'access', 1);
  expect(await reader.answer(reader.ask('disease'))).toEqual({ closed: closeCode.unknown });
  await reader.told(notices, 'access', 2);
  expect(await reader.answer(reader.ask('disease'))).toHaveProperty('content');
});

test('A7: a membership that runs out closes all that its person has open, the notices too', async () => {
  const daughter = await plan.server.signIn('Marte');
  const end = 'update membership set valid_until = ? where person_id = ?';
  administer(end, inMilliseconds(2_000), daughter.personId);
  const reader = await listen(daughter);
  const channels = [await reader.attend('notices'), await reader.attend('presence'), reader.ask('contacts')];
  expect(await reader.answer(channels[2]!)).toHaveProperty('content');
  for (const channel of channels) expect(await reader.connection.closeOf(channel)).toBe(closeCode.unknown);
  administer('update membership set valid_until = null where person_id = ?', daughter.personId);
});

test('A7: a writer who may only read from now on is closed with 4403, and what they send then is seen by nobody', async () => {
  const nurse = await plan.server.signIn('Fatima');
  const [writer, witness] = await Promise.all([listen(nurse), listen(gp)]);
  const channel = writer.ask('disease');
  await writer.echo(channel);
  administer(`update membership set role = 'allied' where person_id = ?`, nurse.personId);
  // Any change of this person's rights has them looked at anew.
  await open(nurse, ['faith']);
  writer.write(channel, wordUpdate('without-the-right'));
  expect(await writer.connection.closeOf(channel)).toBe(closeCode.notAllowed);
  const seen = await witness.answer(witness.ask('disease'));
  expect('content' in seen && seen.content).not.toContain('without-the-right');
  expect(await writer.answer(writer.ask('disease'))).toHaveProperty('content');
});

test('A7: a withdrawal while a section is being opened leaves nothing open', async () => {
  const writer = await listen(gp);
  for (let round = 0; round < 40; round += 1) {
    await open(wife, ['wishes']);
    const reader = await listen(wife);
    const consentIds = await standing();
    // Asked for over and over while the withdrawal is on its way, so that it meets each step of an opening.
    const channels = [reader.ask('wishes')];
    const answered = new AbortController();
    const closing = patient.call('withdrawConsents', { planId }, { consentIds }).then(() => answered.abort());
    while (!answered.signal.aborted && channels.length < 50) {
      channels.push(reader.ask('wishes'));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await closing;
    await write(writer, 'wishes', `after-round-${round}.`);
    const codes = await Promise.all(channels.map((channel) => reader.connection.closeOf(channel)));
    for (const code of codes) expect([closeCode.unknown, closeCode.tryAgain]).toContain(code);
    expect(reader.heard()).not.toContain(`after-round-${round}.`);
    reader.close();
  }
});

function place(clientId: number, clock: number, section: SectionId): Uint8Array {
  const update = bytes((encoder) => {
    writeVarUint(encoder, 1);
    writeVarUint(encoder, clientId);
    writeVarUint(encoder, clock);
    writeVarString(encoder, JSON.stringify({ at: { section, field: `field-of-${section}`, cursor: null } }));
  });
  return bytes((encoder) => {
    writeVarUint(encoder, message.awareness);
    writeVarUint8Array(encoder, update);
  });
}

test('P6: a place in a section reaches a person from the moment it is opened for them until it is closed', async () => {
  const [reader, writer] = await Promise.all([listen(wife), listen(gp)]);
  const [seen, own] = await Promise.all([reader.attend('presence'), writer.attend('presence')]);
  writer.connection.sendData(own, place(71, 1, 'disease'));
  await writer.echo(own);
  await reader.echo(seen);
  expect(reader.heard(seen)).not.toContain('field-of-disease');
  await open(wife, ['disease', 'wishes']);
  await reader.echo(seen);
  expect(reader.heard(seen)).toContain('field-of-disease');
  const before = reader.heard(seen).length;
  await closeAll();
  await reader.echo(seen);
  // The place that was shown is taken back, and the next one in a closed section never comes.
  expect(reader.heard(seen).slice(before)).toContain('"at":null');
  writer.connection.sendData(own, place(71, 2, 'wishes'));
  await writer.echo(own);
  await reader.echo(seen);
  expect(reader.heard(seen)).not.toContain('field-of-wishes');
});

test('A8: a member who may read no section may listen to notices; a stranger may not', async () => {
  const interpreter = await listen(await plan.server.signIn('Mina'));
  await interpreter.attend('notices');
  interpreter.connection.openChannel(9, 'AAAAAAAAAAAAAAAAAAAAAA/notices');
  expect(await interpreter.connection.closeOf(9)).toBe(closeCode.unknown);
});

test('A8: only the person whose rights have changed is told', async () => {
  const volunteer = await plan.server.signIn('Bjørn');
  const [listener, other] = await Promise.all([listen(volunteer), listen(wife)]);
  const [notices, others] = await Promise.all([listener.attend('notices'), other.attend('notices')]);
  await open(volunteer, ['daily-life']);
  await listener.told(notices, 'access', 1);
  await other.echo(others);
  expect(other.topics(others)).toEqual([]);
});
