/** Who is where, on the wire: stamped by the server, shown only to those who may read the place. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeCode, message, presenceLimit } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { bytes, RawConnection } from '../../support/rawConnection.ts';

let server: RunningApp;
let planId: string;
const connections: RawConnection[] = [];

beforeAll(async () => {
  server = await startApp();
  planId = await (await server.signIn('Kari Nymoen')).planOf('Harald Solbakken');
});

afterAll(async () => {
  connections.forEach((connection) => connection.close());
  await server.stop();
  await server.remove();
});

interface State {
  readonly at: { readonly section: string } | null;
  readonly person?: { readonly name: string; readonly role: string };
}

function awareness(entries: readonly { clientId: number; clock: number; state: unknown }[]): Uint8Array {
  const update = bytes((encoder) => {
    writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      writeVarUint(encoder, clientId);
      writeVarUint(encoder, clock);
      writeVarString(encoder, JSON.stringify(state));
    }
  });
  return bytes((encoder) => {
    writeVarUint(encoder, message.awareness);
    writeVarUint8Array(encoder, update);
  });
}

function states(data: Uint8Array): Map<number, State | null> {
  const decoder = createDecoder(data);
  if (readVarUint(decoder) !== message.awareness) return new Map();
  const update = createDecoder(readVarUint8Array(decoder));
  const found = new Map<number, State | null>();
  for (let left = readVarUint(update); left > 0; left -= 1) {
    const clientId = readVarUint(update);
    readVarUint(update);
    found.set(clientId, JSON.parse(readVarString(update)) as State | null);
  }
  return found;
}

async function attend(name: string): Promise<RawConnection> {
  const { cookie } = await server.signIn(name);
  const connection = await RawConnection.open({ url: server.url, cookie });
  connections.push(connection);
  connection.openChannel(1, `${planId}/presence`);
  // The echo of a durable message says that the channel is open.
  connection.sendData(1, Uint8Array.of(message.durable, 1, 1));
  await connection.frame((received) => received.kind === 'data' && received.bytes[0] === message.durable);
  return connection;
}

/** The first thing that a page hears of a client id. */
async function heard(connection: RawConnection, clientId: number): Promise<State | null> {
  const received = await connection.frame(
    (candidate) => candidate.kind === 'data' && states(candidate.bytes).has(clientId),
  );
  return received.kind === 'data' ? (states(received.bytes).get(clientId) ?? null) : null;
}

const at = (section: string) => ({ at: { section, field: 'notes', cursor: null } });

test('P6: the person is stamped by the server, whatever the page says', async () => {
  const [gp, coordinator] = await Promise.all([attend('Anne Lindqvist'), attend('Kari Nymoen')]);
  const forged = { ...at('contacts'), person: { id: 'x', name: 'Overlegen', role: 'oncologist', color: 0 } };
  gp.sendData(1, awareness([{ clientId: 11, clock: 1, state: forged }]));
  const state = await heard(coordinator, 11);
  expect(state?.person).toMatchObject({ name: 'Anne Lindqvist', role: 'gp' });
  expect(state?.at?.section).toBe('contacts');
});

test('P6: what a page says of another page is ignored', async () => {
  const [gp, nurse, witness] = await Promise.all([
    attend('Anne Lindqvist'),
    attend('Sofie Amundsen'),
    attend('Erik Dahl'),
  ]);
  gp.sendData(1, awareness([{ clientId: 21, clock: 1, state: at('tasks') }]));
  await heard(witness, 21);
  nurse.sendData(1, awareness([{ clientId: 22, clock: 1, state: at('tasks') }]));
  nurse.sendData(1, awareness([{ clientId: 21, clock: 9, state: null }]));
  nurse.sendData(1, awareness([{ clientId: 22, clock: 2, state: at('contacts') }]));
  await witness.frame(
    (received) => received.kind === 'data' && states(received.bytes).get(22)?.at?.section === 'contacts',
  );
  const gone = witness.frames.some((received) => received.kind === 'data' && states(received.bytes).get(21) === null);
  expect(gone).toBe(false);
});

test('P6: a place in the working notes does not reach a relative', async () => {
  const [gp, relative] = await Promise.all([attend('Anne Lindqvist'), attend('Inger Solbakken')]);
  gp.sendData(1, awareness([{ clientId: 31, clock: 1, state: at('working-notes') }]));
  const state = await heard(relative, 31);
  expect(state?.at).toBe(null);
  expect(state?.person?.name).toBe('Anne Lindqvist');
});

test('P6: one who goes is gone for the others', async () => {
  const [gp, coordinator] = await Promise.all([attend('Anne Lindqvist'), attend('Kari Nymoen')]);
  gp.sendData(1, awareness([{ clientId: 41, clock: 1, state: at('tasks') }]));
  await heard(coordinator, 41);
  gp.close();
  await coordinator.frame((received) => received.kind === 'data' && states(received.bytes).get(41) === null);
});

test('P8: presence that is no presence, or too large, closes its own channel with 4400', async () => {
  const [malformed, large, witness] = await Promise.all([
    attend('Anne Lindqvist'),
    attend('Sofie Amundsen'),
    attend('Kari Nymoen'),
  ]);
  malformed.sendData(1, awareness([{ clientId: 51, clock: 1, state: { at: 'everywhere' } }]));
  large.sendData(1, awareness([{ clientId: 52, clock: 1, state: { at: null, more: 'x'.repeat(presenceLimit) } }]));
  expect(await malformed.closeOf(1)).toBe(closeCode.badMessage);
  expect(await large.closeOf(1)).toBe(closeCode.badMessage);
  expect(witness.frames.some((received) => received.kind === 'close')).toBe(false);
});

test('A1: presence of a plan that is not mine is refused like one that does not exist', async () => {
  const { cookie } = await server.signIn('Tor Eide');
  const connection = await RawConnection.open({ url: server.url, cookie });
  connections.push(connection);
  connection.openChannel(1, `${planId}/presence`);
  connection.openChannel(2, 'AAAAAAAAAAAAAAAAAAAAAA/presence');
  expect(await connection.closeOf(1)).toBe(closeCode.unknown);
  expect(await connection.closeOf(2)).toBe(closeCode.unknown);
});
