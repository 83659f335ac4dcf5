/** Memory of the server when nobody uses it, beside a bare mediasoup server: the Node process, and its media workers apart. */
import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess } from '../support/serverProcess.ts';
import { startBareServer } from './bare/bareServer.ts';
import { byTurns, digits, quantile, rounds, type Figure } from './harness.ts';
import { childrenOf, residentMebibytes } from './processes.ts';

const turns = 3;
/** What a start allocates is collected and given back after a while. */
const settleMilliseconds = 4_000;

interface Resident {
  readonly server: number;
  readonly workers: number;
}

export async function idleMemory(): Promise<Figure[]> {
  const taken = await byTurns(turns, ours, theirs);
  const workers = (resident: readonly Resident[]) =>
    digits(
      quantile(
        resident.map((one) => one.workers),
        0.5,
      ),
    );
  return [
    {
      name: 'idle-memory',
      unit: 'MiB resident, without media workers',
      value: rounds(taken.first.map(({ server }) => server)),
      comparedTo: {
        name: 'bare express, ws and mediasoup',
        value: rounds(taken.second.map(({ server }) => server)),
      },
      more: { oneMediaWorker: workers(taken.first), oneBareMediaWorker: workers(taken.second) },
    },
  ];
}

async function ours(): Promise<Resident> {
  const server = await ServerProcess.start();
  const resident = await settled(server.pid);
  await server.kill('SIGTERM');
  await server.remove();
  return resident;
}

async function theirs(): Promise<Resident> {
  const server = await startBareServer();
  const resident = await settled(server.pid);
  await server.stop();
  return resident;
}

async function settled(pid: number): Promise<Resident> {
  await pause(settleMilliseconds);
  const workers = childrenOf(pid).map(residentMebibytes);
  return { server: residentMebibytes(pid), workers: workers.reduce((sum, one) => sum + one, 0) };
}
