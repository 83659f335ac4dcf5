/** Memory of the server per open section: a thousand sections with content, each held open by a raw client of another process's memory. */
import { setTimeout as pause } from 'node:timers/promises';
import { message, documentName } from '../../shared/protocol/sync.ts';
import type { Person } from '../support/person.ts';
import { RawConnection } from '../support/rawConnection.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { createBenchPlans } from './benchPlans.ts';
import { rounds, type Figure } from './harness.ts';
import { fullPlan } from './openPlan.ts';
import { residentMebibytes } from './processes.ts';

const sectionsWanted = 1_000;
const turns = 3;
/** What an opening allocates is collected and given back after a while. */
const settleMilliseconds = 4_000;

export async function sectionMemory(): Promise<Figure[]> {
  const content = fullPlan();
  const plans = Math.ceil(sectionsWanted / content.size);
  const { dataDirectory, planIds, writers } = await createBenchPlans({ plans, writers: 1, content });
  const documents = planIds
    .flatMap((planId) => [...content.keys()].map((sectionId) => documentName({ kind: 'section', planId, sectionId })))
    .slice(0, sectionsWanted);
  const samples: number[] = [];
  let server = await ServerProcess.start({ dataDirectory });
  for (let turn = 0; turn < turns; turn += 1) {
    samples.push((await grown(server, await server.signIn(writers[0] ?? ''), documents)) / documents.length);
    await server.kill('SIGTERM');
    if (turn < turns - 1) server = await server.again();
  }
  await server.remove();
  return [
    {
      name: 'open-section-memory',
      unit: 'KiB resident per open section',
      value: rounds(samples),
      more: { sections: documents.length },
    },
  ];
}

/** By how much the server grows when all documents are opened, KiB. */
async function grown(server: ServerProcess, person: Person, documents: readonly string[]): Promise<number> {
  await pause(settleMilliseconds);
  const before = residentMebibytes(server.pid);
  const connections: RawConnection[] = [];
  for (const document of documents) {
    const connection = await RawConnection.open({ url: server.url, cookie: person.cookie });
    connections.push(connection);
    connection.openChannel(1, document);
    // An empty state vector: the section is loaded, and all of it is sent.
    connection.sendData(1, Uint8Array.of(message.sync, 0, 1, 0));
    await connection.frame((received) => received.kind === 'data' && received.bytes[1] === 1);
  }
  await pause(settleMilliseconds);
  const after = residentMebibytes(server.pid);
  connections.forEach((connection) => connection.close());
  return (after - before) * 1024;
}
