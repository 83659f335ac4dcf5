/** A page that has a plan open while its person's rights come and go: it follows by itself, and leaves alone what is unchanged. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PlanSession } from '../../../client/api/plan/planSession.ts';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { Person } from '../../support/person.ts';
import { planPage, ShelfInMemory, type PlanPage } from '../../support/planPage.ts';
import { startTeam, wordOf, wordsIn, type TeamPlan } from '../../support/teamPlan.ts';

let plan: TeamPlan;
let planId: string;
let patient: Person;
let wife: Person;
let page: PlanPage;
let session: PlanSession;

beforeAll(async () => {
  plan = await startTeam({ Harald: 'patient', Inger: 'relative', Bjørn: 'volunteer' });
  ({ planId } = plan);
  [patient, wife] = await Promise.all([plan.server.signIn('Harald'), plan.server.signIn('Inger')]);
});

beforeEach(async () => {
  await openPage(wife);
});

afterAll(async () => {
  session.close();
  await plan.server.stop();
  await plan.server.remove();
});

async function openPage(person: Person): Promise<void> {
  page = planPage(person);
  const shelves = new Map<string, ShelfInMemory>();
  session = new PlanSession({
    plan: await person.call('plan', { planId }, {}),
    connection: page.connection,
    shelf: (document) => {
      const shelf = shelves.get(document) ?? new ShelfInMemory();
      shelves.set(document, shelf);
      return shelf;
    },
    fetchPlan: () => person.call('plan', { planId }, {}),
  });
}

function open(person: Person, sectionIds: SectionId[]): Promise<unknown> {
  const { personId } = person;
  return patient.call('giveConsent', { planId }, { personId, sectionIds, from: null, until: null, recorded: null });
}

async function closeAll(): Promise<void> {
  const { consents } = await patient.call('consents', { planId }, {});
  const consentIds = consents.filter(({ ended }) => ended === null).map(({ id }) => id);
  await patient.call('withdrawConsents', { planId }, { consentIds });
}

function sectionOf(id: SectionId) {
  const section = session.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`the plan has no ${id}`);
  return section;
}

/** Resolves when the page satisfies a condition; asked again whenever the plan changes. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition())
    await new Promise<void>((resolve) => {
      const unsubscribe = session.subscribe(() => {
        unsubscribe();
        resolve();
      });
    });
}

test('A7: a section that is opened for me comes by itself, and one that is closed goes; the others stay as they are', async () => {
  const contacts = sectionOf('contacts').session;
  await until(() => contacts?.loaded === true);
  expect(sectionOf('disease').session).toBe(null);
  await open(wife, ['disease']);
  await until(() => sectionOf('disease').session?.loaded === true);
  expect(wordsIn(sectionOf('disease').session!.doc)).toContain(wordOf('disease'));
  await closeAll();
  await until(() => sectionOf('disease').session === null);
  expect(sectionOf('contacts').session).toBe(contacts);
  expect(contacts?.state.kind).toBe('saved');
  session.close();
});

test('A8: rights that changed while the line was down are known after it', async () => {
  await until(() => sectionOf('contacts').session?.loaded === true);
  page.unplug();
  await open(wife, ['disease', 'wishes']);
  page.plugIn();
  await until(() => sectionOf('disease').access === 'read' && sectionOf('wishes').session?.loaded === true);
  page.unplug();
  await closeAll();
  page.plugIn();
  await until(() => sectionOf('disease').session === null && sectionOf('wishes').session === null);
  session.close();
});

test('A8: a notice is heard by those who want its topic, and each topic once when the page begins to listen', async () => {
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    for (const topic of ['history', 'comments', 'versions', 'tasks', 'access'] as const)
      session.notices.subscribe(topic, () => heard.push(topic) === 5 && resolve());
  });
  expect(heard.toSorted()).toEqual(['access', 'comments', 'history', 'tasks', 'versions']);
  const again = new Promise<void>((resolve) => session.notices.subscribe('history', resolve));
  await again;
  const told = new Promise<void>((resolve) => {
    let times = 0;
    // The first time is because it begins to listen.
    session.notices.subscribe('access', () => (times += 1) === 2 && resolve());
  });
  await open(wife, ['faith']);
  await told;
  await closeAll();
  session.close();
});
