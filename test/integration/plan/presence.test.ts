/** Who is where, between pages on a real server. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { PlanPresence, type Peer } from '../../../client/api/plan/presence.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { planPage, type PlanPage } from '../../support/planPage.ts';

let server: RunningApp;
let coordinator: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  planId = await coordinator.planOf('Harald Solbakken');
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

function enter(person: Person): PlanPage & { presence: PlanPresence } {
  const page = planPage(person);
  const presence = new PlanPresence({ connection: page.connection, planId });
  onTestFinished(() => {
    presence.close();
    page.connection.close();
  });
  return { ...page, presence };
}

/** Resolves when the others satisfy a condition; asked again at every change. */
async function until(presence: PlanPresence, condition: (peers: readonly Peer[]) => boolean): Promise<void> {
  while (!condition(presence.peers))
    await new Promise<void>((resolve) => {
      const unsubscribe = presence.subscribe(() => {
        unsubscribe();
        resolve();
      });
    });
}

const sees = (name: string) => (peers: readonly Peer[]) => peers.some(({ person }) => person.name === name);
const seesNobody = (peers: readonly Peer[]): boolean => peers.length === 0;

test('P6: a page sees who else is there and where they work, and sees them go', async () => {
  const kari = enter(coordinator);
  const anne = enter(await server.signIn('Anne Lindqvist'));
  anne.presence.setPlace({ section: 'contacts', field: 'row.who', cursor: null });
  await until(kari.presence, ([peer]) => peer?.person.name === 'Anne Lindqvist' && peer.at?.field === 'row.who');
  anne.presence.close();
  anne.connection.close();
  await until(kari.presence, seesNobody);
});

test('P6: after a lost connection both see each other again at once, not when the next renewal comes', async () => {
  const kari = enter(coordinator);
  const anne = enter(await server.signIn('Anne Lindqvist'));
  await until(kari.presence, sees('Anne Lindqvist'));
  await until(anne.presence, sees('Kari Nymoen'));
  kari.unplug();
  await until(anne.presence, seesNobody);
  expect(kari.presence.peers).toEqual([]);
  const before = Date.now();
  kari.plugIn();
  await until(anne.presence, sees('Kari Nymoen'));
  await until(kari.presence, sees('Anne Lindqvist'));
  // y-protocols renews every 15 s.
  expect(Date.now() - before).toBeLessThan(5_000);
});
