/**
 * Whatever five people write, whoever is cut off and whatever is killed: all come to the same plan, nothing that was called
 * saved is lost, and the journal is what the log says. CONVERGENCE_SEEDS sets how many plans, CONVERGENCE_SEED the first.
 */
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, rowsOf } from '../../shared/careplan/document.ts';
import { listPart, sections, type SectionId } from '../../shared/careplan/sections.ts';
import { sectionView } from '../../shared/careplan/view.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { createBenchPlans } from '../bench/benchPlans.ts';
import type { SectionLog } from '../../server/storage/sectionLog.ts';
import { Run, outdated } from './convergence/run.ts';
import { lookInto, recomputed, sameEntries, storedDocument } from './convergence/stored.ts';
import { worldApart, worldInProcess, type World } from './convergence/world.ts';

const seeds = Number(process.env['CONVERGENCE_SEEDS'] ?? 100);
const firstSeed = Number(process.env['CONVERGENCE_SEED'] ?? 20261123);
/** Plans that share a server. */
const together = 10;

/** A contact as an older release stored it: without its kind. */
function olderContact(who: string): Y.Doc {
  const doc = new Y.Doc();
  const id = addRow(doc, listPart('contacts'), { who, phone: '22 00 00 11' });
  rowsOf(doc).get(id)?.delete('kind');
  return doc;
}

function nameOf({ planId }: Run, sectionId: SectionId): string {
  return documentName({ kind: 'section', planId, sectionId });
}

/** An update that an older server wrote before it was replaced by this one. */
async function appendOlder(log: SectionLog, run: Run): Promise<void> {
  const document = nameOf(run, 'contacts');
  const { sequence } = await log.load(document);
  const data = Y.encodeStateAsUpdate(olderContact('Fra en eldre utgave'));
  await log.append({ document, sequence: sequence + 1, data, author: null, at: new Date().toISOString() }, []);
}

/** What was acknowledged to a page and is not in the document. */
function lost(run: Run, sectionId: SectionId, stored: Y.Doc): string[] {
  return run.pages
    .filter((page) => page.sectionId === sectionId)
    .filter(({ client, acknowledged }) => Y.getState(stored.store, client.doc.clientID) < acknowledged)
    .map(({ acknowledged }) => `seed ${run.seed}, ${sectionId}: up to ${acknowledged}`);
}

async function checkNothingLost(log: SectionLog, runs: readonly Run[]): Promise<void> {
  for (const run of runs)
    for (const sectionId of run.script.sections)
      expect(lost(run, sectionId, await storedDocument(log, nameOf(run, sectionId)))).toEqual([]);
}

function checkSame(run: Run): void {
  for (const sectionId of run.script.sections) {
    const views = run.pages
      .filter((page) => page.sectionId === sectionId)
      .map(({ client }) => sectionView(client.doc, sections[sectionId]));
    for (const view of views) expect(view, `seed ${run.seed}, ${sectionId}`).toEqual(views[0]);
  }
}

async function carryOut(directory: string, world: World, runs: readonly Run[]): Promise<void> {
  await Promise.all(runs.map((run) => run.open()));
  const turns = [0, 0.4, 0.7, 1];
  for (const [turn, from] of turns.slice(0, -1).entries()) {
    await Promise.all(runs.map((run) => run.carryOut(from, turns[turn + 1] ?? 1)));
    if (turn === 2) continue;
    await world.end();
    await lookInto(directory, async (log) => {
      await checkNothingLost(log, runs);
      if (turn === 0) for (const run of runs) await appendOlder(log, run);
    });
    await world.again();
  }
  await Promise.all(runs.map((run) => run.comeTogether()));
}

async function check(directory: string, runs: readonly Run[]): Promise<void> {
  await lookInto(directory, async (log, journal) => {
    await checkNothingLost(log, runs);
    for (const run of runs) {
      for (const sectionId of run.script.sections) {
        const stored = await storedDocument(log, nameOf(run, sectionId));
        const page = run.pages.find((candidate) => candidate.sectionId === sectionId);
        const view = sectionView(stored, sections[sectionId]);
        expect(page && sectionView(page.client.doc, sections[sectionId]), `seed ${run.seed}`).toEqual(view);
        const ref = { planId: run.planId, sectionId };
        const [kept, anew] = [await journal.since(ref, ''), await recomputed(log, ref)];
        expect(sameEntries(kept, anew), `seed ${run.seed}: the journal of ${sectionId}`).toBe(true);
        expect(kept.length).toBeGreaterThan(0);
      }
    }
  });
}

async function plans(first: number, count: number, start: (directory: string) => Promise<World>): Promise<void> {
  const content = new Map<SectionId, Y.Doc>([['contacts', olderContact('Legevakten')]]);
  const { dataDirectory, planIds, writers } = await createBenchPlans({ plans: count, writers: 5, content });
  const world = await start(dataDirectory);
  const people = await Promise.all(writers.map((name) => world.signIn(name)));
  const runs = planIds.map((planId, place) => new Run({ seed: first + place, planId, people }));
  try {
    await carryOut(dataDirectory, world, runs);
    runs.forEach(checkSame);
    // Asking for the history is waiting for the journal.
    for (const { planId } of runs) await people[0]?.call('history', { planId }, {});
    for (const { refusals } of runs) for (const code of refusals) expect(code).toBe(outdated);
    await world.end();
    await check(dataDirectory, runs);
  } finally {
    runs.forEach((run) => run.close());
    await world.end();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

test(`P1, P2, P7, J2: ${seeds} plans: all converge, views parse, nothing acknowledged is lost, the journal is what the log says`, async () => {
  process.stdout.write(`convergence seeds ${firstSeed} to ${firstSeed + seeds - 1}\n`);
  for (let done = 0; done < seeds; done += together) {
    const killed = (done / together) % 5 === 0;
    await plans(firstSeed + done, Math.min(together, seeds - done), killed ? worldApart : worldInProcess);
  }
});
