/** Hostile frames at the live plan. Everyone else goes on as if nothing had happened. */
import { writeVarUint } from 'lib0/encoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRow, rowsOf } from '../../shared/careplan/document.ts';
import { listPart } from '../../shared/careplan/sections.ts';
import { closeCode, frame, message } from '../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { Random, seedOf } from '../support/random.ts';
import { bytes, RawConnection, type ReceivedFrame } from '../support/rawConnection.ts';
import { StockClient } from '../support/stockClient.ts';
import { hostileMessage, marker } from './hostileBytes.ts';

const cases = 6_000;
const random = new Random(seedOf('FUZZ', 20261123));
const knownCodes: readonly number[] = Object.values(closeCode);

let server: RunningApp;
let planId: string;
let cookie: string;

beforeAll(async () => {
  server = await startApp();
  const gp = await server.signIn('Anne Lindqvist');
  cookie = gp.cookie;
  planId = await gp.planOf('Harald Solbakken');
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

function isSync(received: ReceivedFrame): boolean {
  return received.kind === 'data' && received.bytes[0] === message.sync && received.bytes[1] === 0;
}

/** What came of a hostile message: the channel lives, asks for what is missing, or was closed with a code. */
async function outcome(connection: RawConnection, channel: number): Promise<number | 'lives'> {
  connection.sendData(channel, Uint8Array.of(message.durable, 1, 77));
  let asked = 0;
  try {
    const received = await connection.frame((candidate) => {
      if (candidate.kind === 'heartbeat' || candidate.channel !== channel) return false;
      if (isSync(candidate)) asked += 1;
      const echoed = candidate.kind === 'data' && candidate.bytes[0] === message.durable && candidate.bytes[2] === 77;
      return candidate.kind === 'close' || echoed || asked > 1;
    });
    return received.kind === 'close' ? received.code : 'lives';
  } catch {
    return connection.ended;
  }
}

test(`H5: ${cases} hostile messages and frames on the live plan get a clear code or do no harm`, async () => {
  const witnessPerson = await server.signIn('Kari Nymoen');
  const witness = await new StockClient({ person: witnessPerson, planId, sectionId: 'contacts' }).open();
  const names = [`${planId}/tasks`, `${planId}/what-matters`, `${planId}/presence`, `${planId}/${marker}`, marker, ''];
  let connection = await RawConnection.open({ url: server.url, cookie });
  let channel = 0;
  const seen = new Map<number | 'lives', number>();
  for (let done = 0; done < cases; done += 1) {
    if (connection.socket.readyState !== connection.socket.OPEN || channel >= 50) {
      connection.close();
      connection = await RawConnection.open({ url: server.url, cookie });
      channel = 0;
    }
    channel += 1;
    if (random.below(40) === 0) connection.socket.send(random.bytes(random.below(300)));
    if (random.below(60) === 0) connection.socket.send(bytes((encoder) => writeVarUint(encoder, frame.open)));
    connection.openChannel(channel, random.pick(names), random.pick([1, 1, 1, 0, 2 ** 31]));
    for (let left = 1 + random.below(3); left > 0; left -= 1) connection.sendData(channel, hostileMessage(random));
    const result = await outcome(connection, channel);
    seen.set(result, (seen.get(result) ?? 0) + 1);
    if (result !== 'lives') expect(knownCodes).toContain(result);
  }
  connection.close();
  expect(seen.get('lives')).toBeGreaterThan(0);
  expect(seen.get(closeCode.badMessage)).toBeGreaterThan(0);
  expect(seen.get(closeCode.unknown)).toBeGreaterThan(0);

  const id = addRow(witness.doc, listPart('contacts'), { who: 'Nattvakten' });
  await witness.durable();
  const later = await new StockClient({ person: witnessPerson, planId, sectionId: 'contacts' }).open();
  expect(rowsOf(later.doc).has(id)).toBe(true);
  const attacked = await new StockClient({ person: witnessPerson, planId, sectionId: 'tasks' }).open();
  addRow(attacked.doc, listPart('tasks'), { what: 'fortsatt i bruk' });
  await attacked.durable();
  [witness, later, attacked].forEach((client) => client.close());
  expect((await server.app.audit.verify()).broken).toBe(null);
  expect(server.logged.join('\n')).not.toContain(marker);
  expect(server.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('H5: every way of sending a wrong frame to a single section ends with a known code', async () => {
  for (let done = 0; done < 500; done += 1) {
    const connection = await RawConnection.open({ url: server.url, cookie, path: `/sync/${planId}/tasks` });
    connection.socket.send(random.pick([marker, random.bytes(random.below(100)), hostileMessage(random)]));
    connection.socket.send(Uint8Array.of(255, 255, 255, 255, 15));
    expect(knownCodes).toContain(await connection.ended);
  }
});
