/** Memory of the server per open section: a thousand sections with content, held open as pages do it, a connection for each plan. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { message, documentName } from '../../shared/protocol/sync.ts';
import type { Person } from '../support/person.ts';
import { RawConnection } from '../support/rawConnection.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { createBenchPlans } from './benchPlans.ts';
import { rounds, type Figure } from './harness.ts';
import { fullPlan, readable } from './openPlan.ts';
import { residentMebibytes } from './processes.ts';

const sectionsWanted = 1_000;
const turns = 3;
/** What an opening allocates is collected and given back after a while. */
const settleMilliseconds = 4_000;

export async function sectionMemory(): Promise<Figure[]> {
  const content = fullPlan();
  const sectionIds = readable('gp');
  const bytes = sectionIds.reduce((sum, id) => sum + Y.encodeStateAsUpdate(content.get(id) ?? new Y.Doc()).length, 0);
  const plans = Math.ceil(sectionsWanted / sectionIds.length);
  const { dataDirectory, planIds, writers } = await createBenchPlans({ plans, writers: 1, content });
  const openings = planIds.map((planId) =>
    sectionIds.map((sectionId) => documentName({ kind: 'section', planId, sectionId })),
  );
  const sections = plans * sectionIds.length;
  const samples: number[] = [];
  let server = await ServerProcess.start({ dataDirectory });
  for (let turn = 0; turn < turns; turn += 1) {
    samples.push((await grown(server, await server.signIn(writers[0] ?? ''), openings)) / sections);
    await server.kill('SIGTERM');
    if (turn < turns - 1) server = await server.again();
  }
  await server.remove();
  return [
    {
      name: 'open-section-memory',
      unit: 'KiB resident per open section',
      value: rounds(samples),
      more: { sections, bytesEach: Math.round(bytes / sectionIds.length) },
    },
  ];
}

/** By how much the server grows when all documents are opened, KiB. A connection for each group. */
async function grown(server: ServerProcess, person: Person, openings: readonly (readonly string[])[]): Promise<number> {
  await pause(settleMilliseconds);
  const before = residentMebibytes(server.pid);
  const connections: RawConnection[] = [];
  for (const documents of openings) {
    const connection = await RawConnection.open({ url: server.url, cookie: person.cookie });
    connections.push(connection);
    for (const [index, document] of documents.entries()) {
      connection.openChannel(index + 1, document);
      // An empty state vector: the section is loaded, and all of it is sent.
      connection.sendData(index + 1, Uint8Array.of(message.sync, 0, 1, 0));
      await connection.frame((received) => received.kind !== 'heartbeat' && received.channel === index + 1);
    }
  }
  await pause(settleMilliseconds);
  const after = residentMebibytes(server.pid);
  connections.forEach((connection) => connection.close());
  return (after - before) * 1024;
}
