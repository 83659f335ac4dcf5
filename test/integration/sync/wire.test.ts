/** The shared connection and the durable acknowledgement, with hand-written frames. */
import { writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart, sections } from '../../../shared/careplan/sections.ts';
import { channelLimit, closeCode, frameLimit, message } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { bytes, RawConnection } from '../../support/rawConnection.ts';
import { StockClient } from '../../support/stockClient.ts';

let server: RunningApp;
let coordinator: Person;
let planId: string;
const connections: { close(): void }[] = [];

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  planId = await coordinator.planOf('Harald Solbakken');
});

afterAll(async () => {
  connections.forEach((connection) => connection.close());
  await server.stop();
  await server.remove();
});

async function connect(person: Person = coordinator): Promise<RawConnection> {
  const connection = await RawConnection.open({ url: server.url, cookie: person.cookie });
  connections.push(connection);
  return connection;
}

const update = (content: Uint8Array) =>
  bytes((encoder) => {
    writeVarUint(encoder, message.sync);
    writeVarUint(encoder, 2);
    writeVarUint8Array(encoder, content);
  });
const durable = (counter: number) => Uint8Array.of(message.durable, 1, counter);

function isEcho(counter: number) {
  return (received: RawConnection['frames'][number]) =>
    received.kind === 'data' && received.bytes[0] === message.durable && received.bytes[2] === counter;
}

/** The server asks for what it lacks. */
function isQuestion(received: RawConnection['frames'][number]): boolean {
  return received.kind === 'data' && received.bytes[0] === message.sync && received.bytes[1] === 0;
}

test('P5: an edit that builds on a missing one is acknowledged only when the missing one has come', async () => {
  const connection = await connect();
  connection.openChannel(1, `${planId}/tasks`);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (content: Uint8Array) => updates.push(content));
  const first = addRow(doc, listPart('tasks'), { what: 'først' });
  const second = addRow(doc, listPart('tasks'), { what: 'så' });
  const [missing, building] = updates;
  connection.sendData(1, update(building!));
  connection.sendData(1, durable(7));
  // The server asks for what is missing: a second state vector after the one at the start.
  await connection.frame(
    (received) =>
      received.kind === 'data' &&
      received.bytes[0] === message.sync &&
      connection.frames.filter((other) => other.kind === 'data' && other.bytes[0] === message.sync).length > 1,
  );
  expect(connection.frames.some(isEcho(7))).toBe(false);
  connection.sendData(1, update(missing!));
  await connection.frame(isEcho(7));
  const reader = await new StockClient({ person: coordinator, planId, sectionId: 'tasks' }).open();
  connections.push(reader);
  expect(rowsOf(reader.doc).has(first)).toBe(true);
  expect(rowsOf(reader.doc).has(second)).toBe(true);
});

test('P2: one whose edit lets a waiting edit of another in gets that one too', async () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (content: Uint8Array) => updates.push(content));
  addRow(doc, listPart('tasks'), { what: 'først' });
  const waiting = addRow(doc, listPart('tasks'), { what: 'ventet' });
  const [first, second] = await Promise.all([connect(), connect()]);
  for (const connection of [first, second]) {
    connection.openChannel(1, `${planId}/tasks`);
    connection.sendData(1, durable(1));
    await connection.frame(isEcho(1));
  }
  second.sendData(1, update(updates[1]!));
  second.sendData(1, durable(2));
  await second.frame((received) => second.frames.filter(isQuestion).length > 1 && received.kind === 'data');
  first.sendData(1, update(updates[0]!));
  const words = Buffer.from(waiting);
  await first.frame((received) => received.kind === 'data' && Buffer.from(received.bytes).includes(words));
});

test('P8: a malformed update closes its channel with 4400; the other channels of the connection live', async () => {
  const connection = await connect();
  connection.openChannel(1, `${planId}/tasks`);
  connection.openChannel(2, `${planId}/contacts`);
  connection.sendData(1, update(Uint8Array.of(9, 9, 9, 9)));
  expect(await connection.closeOf(1)).toBe(closeCode.badMessage);
  connection.sendData(2, durable(3));
  await connection.frame(isEcho(3));
});

test('P8: an outdated page is told so with 4409 before it gets anything', async () => {
  const connection = await connect();
  connection.openChannel(1, `${planId}/tasks`, sections.tasks.schema - 1);
  expect(await connection.closeOf(1)).toBe(closeCode.outdatedPage);
  expect(connection.frames.filter(({ kind }) => kind === 'data')).toEqual([]);
});

test('P8: a frame that is none ends the connection with 4400', async () => {
  const connection = await connect();
  connection.socket.send(Uint8Array.of(99, 1));
  expect(await connection.ended).toBe(closeCode.badMessage);
});

test('P8: a frame over the limit ends the connection with 1009', async () => {
  const connection = await connect();
  connection.socket.send(new Uint8Array(frameLimit + 1));
  expect(await connection.ended).toBe(1009);
});

test('P8: more channels than allowed are refused with 4429; those that are open live', async () => {
  const connection = await connect();
  for (let channel = 1; channel <= channelLimit + 1; channel += 1) connection.openChannel(channel, `${planId}/tasks`);
  expect(await connection.closeOf(channelLimit + 1)).toBe(closeCode.tooMany);
  connection.sendData(1, durable(5));
  await connection.frame(isEcho(5));
});

test('A4: a WebSocket of a foreign page is not opened', async () => {
  await expect(
    RawConnection.open({ url: server.url, cookie: coordinator.cookie, origin: 'https://elsewhere.example' }),
  ).rejects.toThrow();
});

test('A1: without a session the connection ends with 4401', async () => {
  const connection = await RawConnection.open({ url: server.url });
  expect(await connection.ended).toBe(closeCode.notSignedIn);
});
