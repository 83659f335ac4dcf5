/** Opening a plan of ten years, 100 000 rows of its logs, beside a new plan of the same content: by turns, on one server. */
import * as Y from 'yjs';
import { sectionIds, type SectionId } from '../../../shared/careplan/sections.ts';
import { documentName } from '../../../shared/protocol/sync.ts';
import { Journal } from '../../../server/careplan/journal/journal.ts';
import { SectionLog } from '../../../server/storage/sectionLog.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';
import { Random } from '../../support/random.ts';
import { ServerProcess } from '../../support/serverProcess.ts';
import { createBenchPlans } from '../benchPlans.ts';
import { byTurns, rounds, type Figure } from '../harness.ts';
import { launchBrowser } from '../../support/browser.ts';
import { openInNode, openInPage } from '../openPlan.ts';
import { decadeOf, writtenAnew } from './decade.ts';

const rowsWanted = Number(process.env['BENCH_LOG_ROWS'] ?? 100_000);
const turns = 25;
/** A browser is started for each. */
const pageTurns = 9;
const years = 10;
/** Updates handed to the database at once. */
const group = 500;

export async function tenYears(): Promise<Figure[]> {
  const random = new Random(20261123);
  const each = Math.ceil(rowsWanted / sectionIds.length);
  const decades = new Map(sectionIds.map((id) => [id, decadeOf(id, each, random)]));
  const anew = new Map(sectionIds.map((id) => [id, writtenAnew(id, decades.get(id)?.doc ?? new Y.Doc())]));
  const { dataDirectory, planIds, writers } = await createBenchPlans({ plans: 2, writers: 1 });
  const [oldPlan = '', newPlan = ''] = planIds;
  await fill(dataDirectory, oldPlan, new Map([...decades].map(([id, { updates }]) => [id, updates])));
  await fill(dataDirectory, newPlan, new Map([...anew].map(([id, doc]) => [id, [Y.encodeStateAsUpdate(doc)]])));
  const server = await ServerProcess.start({ dataDirectory });
  const browser = await launchBrowser();
  try {
    const person = await server.signIn(writers[0] ?? '');
    const taken = await byTurns(
      turns,
      () => openInNode(person, oldPlan),
      () => openInNode(person, newPlan),
    );
    const inPage = await byTurns(
      pageTurns,
      async () => (await openInPage(browser, person, oldPlan, 'gp')).warm,
      async () => (await openInPage(browser, person, newPlan, 'gp')).warm,
    );
    const more = {
      rows: each * sectionIds.length,
      bytes: sizeOf([...decades.values()].map(({ doc }) => doc)),
      bytesAnew: sizeOf([...anew.values()]),
    };
    return [
      figure('open-plan-of-ten-years-in-page', inPage, more),
      figure('open-plan-of-ten-years-by-connection', taken, more),
    ];
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

function figure(name: string, taken: { first: number[]; second: number[] }, more: Figure['more']): Figure {
  return {
    name,
    unit: 'ms',
    value: rounds(taken.first),
    comparedTo: { name: 'a new plan of the same content', value: rounds(taken.second) },
    pairs: { ours: taken.first, theirs: taken.second },
    target: { says: '0.8 to 1.2 times', isMet: ({ ratio }) => ratio >= 0.8 && ratio <= 1.2 },
    ...(more && { more }),
  };
}

function sizeOf(docs: readonly Y.Doc[]): number {
  return docs.reduce((sum, doc) => sum + Y.encodeStateAsUpdate(doc).length, 0);
}

/** Writes the logs through the server's own store, over ten years, and lets the server's own journal read and compact them. */
async function fill(directory: string, planId: string, logs: ReadonlyMap<SectionId, readonly Uint8Array[]>) {
  const fail = (error: unknown): void => {
    throw error;
  };
  const database = await SqliteDatabase.open({ directory, onLost: fail });
  const log = new SectionLog(database);
  const author = { personId: planId, role: 'gp', sessionId: '' } as const;
  const end = Date.now();
  for (const [sectionId, updates] of logs) {
    const document = documentName({ kind: 'section', planId, sectionId });
    for (let done = 0; done < updates.length; done += group)
      await Promise.all(
        updates.slice(done, done + group).map((data, place) => {
          const sequence = done + place + 1;
          const at = new Date(end - (1 - sequence / updates.length) * years * 365.25 * 86_400_000).toISOString();
          return log.append({ document, sequence, data, author, at }, []);
        }),
      );
  }
  const journal = new Journal({ database, log, now: () => new Date(), onWritten: () => undefined, onError: fail });
  await journal.settle();
  journal.close();
  await database.close();
}
