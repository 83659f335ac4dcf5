/** Every cell of the access table on the wire: what a role may read and write, what a consent gives it, and what its end takes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sectionIds, sections, type SectionId } from '../../../shared/careplan/sections.ts';
import { roles, type Role } from '../../../shared/domain/roles.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import { Listener } from '../../support/listener.ts';
import type { Person } from '../../support/person.ts';
import { startTeam, wordOf, wordUpdate, type TeamPlan } from '../../support/teamPlan.ts';

let plan: TeamPlan;
let patient: Person;
const people = new Map<Role, Person>();

beforeAll(async () => {
  plan = await startTeam(Object.fromEntries(roles.map((role) => [`The ${role}`, role])));
  for (const role of roles) people.set(role, await plan.server.signIn(`The ${role}`));
  patient = personIn('patient');
});

afterAll(async () => {
  await plan.server.stop();
  await plan.server.remove();
});

function personIn(role: Role): Person {
  const person = people.get(role);
  if (!person) throw new Error(`nobody is ${role}`);
  return person;
}

const cells = roles.flatMap((role) => sectionIds.map((sectionId) => ({ role, sectionId })));

async function listen<Result>(role: Role, use: (listener: Listener) => Promise<Result>): Promise<Result> {
  const listener = await Listener.open(personIn(role), plan.planId);
  return use(listener).finally(() => listener.close());
}

/** What a page of this role gets of a section: its word and nothing that tells of it, or nothing and 4404. */
async function reads(role: Role, sectionId: SectionId): Promise<boolean> {
  return listen(role, async (listener) => {
    const channel = listener.ask(sectionId);
    const answer = await listener.answer(channel);
    if ('closed' in answer) {
      expect(answer.closed).toBe(closeCode.unknown);
      expect(listener.heard()).toBe('');
      return false;
    }
    expect(answer.content).toContain(wordOf(sectionId));
    return true;
  });
}

/** Writes a word; whether it was taken, and then seen by the patient's GP or, where that may not be, known to the server. */
async function writes(role: Role, sectionId: SectionId, word: string): Promise<boolean> {
  return listen(role, async (listener) => {
    const channel = listener.ask(sectionId);
    listener.write(channel, wordUpdate(word));
    const taken = await Promise.race([
      listener.echo(channel).then(() => true),
      listener.connection.closeOf(channel).then((code) => {
        expect([closeCode.notAllowed, closeCode.unknown]).toContain(code);
        return false;
      }),
    ]);
    expect(await isIn(sectionId, word)).toBe(taken);
    return taken;
  });
}

/** A role that may read the section without anybody's consent. */
function witnessOf(sectionId: SectionId): Role {
  const witness = roles.find((role) => ['read', 'write'].includes(sections[sectionId].access[role]));
  if (!witness) throw new Error(`nobody reads ${sectionId}`);
  return witness;
}

async function isIn(sectionId: SectionId, word: string): Promise<boolean> {
  return listen(witnessOf(sectionId), async (listener) => {
    const answer = await listener.answer(listener.ask(sectionId));
    return 'content' in answer && answer.content.includes(word);
  });
}

function open(role: Role, sectionId: SectionId): Promise<unknown> {
  const { personId } = personIn(role);
  return patient.call(
    'giveConsent',
    { planId: plan.planId },
    { personId, sectionIds: [sectionId], from: null, until: null, recorded: null },
  );
}

async function withdrawAll(role: Role): Promise<void> {
  const { consents } = await patient.call('consents', { planId: plan.planId }, {});
  const { personId } = personIn(role);
  const standing = consents.filter(({ ended, person }) => ended === null && person.personId === personId);
  const consentIds = standing.map(({ id }) => id);
  await patient.call('withdrawConsents', { planId: plan.planId }, { consentIds });
}

test('P3: the table has 20 sections and 11 roles', () => {
  expect([sectionIds.length, roles.length]).toEqual([20, 11]);
});

describe.each(cells)('$role in $sectionId', ({ role, sectionId }) => {
  const grant = sections[sectionId].access[role];

  test(`P3: reads it: ${grant === 'read' || grant === 'write'}`, async () => {
    expect(await reads(role, sectionId)).toBe(grant === 'read' || grant === 'write');
  });

  test(`P4: writes it: ${grant === 'write'}`, async () => {
    expect(await writes(role, sectionId, `first-${role}-${sectionId}`)).toBe(grant === 'write');
  });

  if (grant === 'consent')
    test('A7: reads it while the patient has opened it, writes it never, and is cut off when the patient closes it', async () => {
      await open(role, sectionId);
      expect(await reads(role, sectionId)).toBe(true);
      expect(await writes(role, sectionId, `second-${role}-${sectionId}`)).toBe(false);
      await listen(role, async (listener) => {
        const channel = listener.ask(sectionId);
        await listener.answer(channel);
        await withdrawAll(role);
        expect(await listener.connection.closeOf(channel)).toBe(closeCode.unknown);
      });
      expect(await reads(role, sectionId)).toBe(false);
      expect(await writes(role, sectionId, `third-${role}-${sectionId}`)).toBe(false);
    });
  else
    test('A6: can be given no consent, and what is refused changes nothing', async () => {
      await expect(open(role, sectionId)).rejects.toMatchObject({
        code: 'bad-request',
        details: [`section-not-by-consent:${sectionId}`],
      });
      expect(await reads(role, sectionId)).toBe(grant === 'read' || grant === 'write');
    });
});
