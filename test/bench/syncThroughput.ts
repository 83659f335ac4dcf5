/**
 * Durable edits per second: 50 documents with 4 writers each, against Hocuspocus 4, whose acknowledgement is not durable.
 * Every writer keeps the same number of edits on their way to either server; an edit counts when it is acknowledged.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { documentName } from '../../shared/protocol/sync.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { createBenchPlans } from './benchPlans.ts';
import { Child } from './child.ts';
import { byTurns, digits, quantile, rounds, type Figure } from './harness.ts';
import { processorSeconds } from './processes.ts';

const documentCount = 50;
const writersPerDocument = 4;
/** Edits on their way per writer. */
const window = 4;
const turns = 5;
const turnMilliseconds = 4_000;

const runSchema = z.object({ editsPerSecond: z.number(), p50: z.number(), p99: z.number(), loadCores: z.number() });
const countSchema = z.object({ acknowledged: z.number(), found: z.number() });

interface Side {
  readonly load: Child;
  readonly serverPid: number;
}

export async function syncThroughput(): Promise<Figure[]> {
  const plans = await createBenchPlans({ plans: documentCount, writers: writersPerDocument });
  const server = await ServerProcess.start({ dataDirectory: plans.dataDirectory });
  const other = Child.start(join(import.meta.dirname, 'load/hocuspocusProcess.ts'));
  const { port } = await other.ask({ ask: 'listen' }, z.object({ port: z.number() }));
  const documents = plans.planIds.map((planId) =>
    documentName({ kind: 'section', planId, sectionId: 'working-notes' }),
  );
  const people = await Promise.all(plans.writers.map((name) => server.signIn(name)));
  const cookies = people.map(({ cookie }) => cookie);
  const samrad = { load: startLoad(), serverPid: server.pid };
  const hocuspocus = { load: startLoad(), serverPid: other.pid };
  try {
    await samrad.load.ask({ ask: 'connect', wire: 'samrad', url: server.url, cookies, documents }, z.null());
    const url = `http://127.0.0.1:${port}`;
    await hocuspocus.load.ask({ ask: 'connect', wire: 'hocuspocus', url, cookies, documents }, z.null());
    const taken = await byTurns(
      turns,
      () => turn(samrad),
      () => turn(hocuspocus),
    );
    return [await figureOf(taken.first, taken.second, samrad, hocuspocus)];
  } finally {
    await Promise.all([samrad.load.stop(), hocuspocus.load.stop(), other.stop(), server.kill('SIGTERM')]);
    await server.remove();
  }
}

function startLoad(): Child {
  return Child.start(join(import.meta.dirname, 'load/loadProcess.ts'));
}

type Turn = Awaited<ReturnType<typeof turn>>;

async function turn({ load, serverPid }: Side) {
  const [before, begun] = [processorSeconds(serverPid), performance.now()];
  const run = await load.ask({ ask: 'run', milliseconds: turnMilliseconds, window }, runSchema);
  const seconds = (performance.now() - begun) / 1000;
  return { ...run, serverCores: (processorSeconds(serverPid) - before) / seconds };
}

async function figureOf(ours: Turn[], theirs: Turn[], samrad: Side, hocuspocus: Side): Promise<Figure> {
  const speed = ({ editsPerSecond }: Turn) => editsPerSecond;
  return {
    name: 'sync-throughput',
    unit: 'durable edits/s',
    value: rounds(ours.map(speed)),
    comparedTo: {
      name: 'Hocuspocus 4, edits/s acknowledged from memory',
      value: rounds(theirs.map(speed)),
    },
    pairs: { ours: ours.map(speed), theirs: theirs.map(speed) },
    target: { says: 'at least as many', isMet: ({ ratio }) => ratio >= 1 },
    more: {
      documents: documentCount,
      writersPerDocument,
      window,
      ours: { ...detailsOf(ours), ...(await samrad.load.ask({ ask: 'count' }, countSchema)) },
      theirs: { ...detailsOf(theirs), ...(await hocuspocus.load.ask({ ask: 'count' }, countSchema)) },
    },
  };
}

function detailsOf(taken: readonly Turn[]) {
  const median = (pick: (turn: Turn) => number) => digits(quantile(taken.map(pick), 0.5));
  return {
    acknowledgedAfterMs: { p50: median(({ p50 }) => p50), p99: median(({ p99 }) => p99) },
    serverCores: median(({ serverCores }) => serverCores),
    serverMicrosecondsPerEdit: median(({ serverCores, editsPerSecond }) => (serverCores / editsPerSecond) * 1_000_000),
    loadCores: median(({ loadCores }) => loadCores),
  };
}
