/** The process as those who run it meet it. */
import { afterEach, expect, test } from 'vitest';
import { addRow, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { ServerProcess } from '../../support/serverProcess.ts';
import { StockClient } from '../../support/stockClient.ts';

let server: ServerProcess | null = null;

afterEach(async () => {
  await server?.kill('SIGKILL');
  await server?.remove();
  server = null;
});

test('H1: a wrong setting ends the start with one sentence that names it, and nothing else', async () => {
  const start = ServerProcess.start({ environment: { MEDIA_WORKERS: 'many' } });
  await expect(start).rejects.toThrow(/^the server did not start:\nMEDIA_WORKERS must be a number\.$/);
});

test.each([
  ['DATA_DIR', '/etc/hostname', /DATA_DIR .*EEXIST.*\.$/],
  ['MEDIA_LISTEN_ADDRESS', '203.0.113.7', /MEDIA_LISTEN_ADDRESS can't be used.*\.$/],
])('H1: %s=%s, which only the system can refuse, ends the start with one sentence', async (name, value, sentence) => {
  await expect(ServerProcess.start({ environment: { [name]: value } })).rejects.toThrow(sentence);
});

test('H1: a port that is taken is named', async () => {
  server = await ServerProcess.start();
  const start = ServerProcess.start({ port: server.port });
  await expect(start).rejects.toThrow(new RegExp(`\\nPORT ${server.port} .*taken.*\\.$`));
});

test('H2: a second server on the same data directory is refused with one sentence, and may start when the first is gone', async () => {
  server = await ServerProcess.start();
  const start = ServerProcess.start({ dataDirectory: server.dataDirectory });
  await expect(start).rejects.toThrow(/\nDATA_DIR .* is in use by another server; .*\.$/);
  await server.kill('SIGKILL');
  server = await server.again();
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

test('H3: SIGTERM while people write loses nothing that was acknowledged and leaves with code 0 within 10 seconds', async () => {
  server = await ServerProcess.start();
  const person = await server.signIn('Kari Nymoen');
  const planId = await person.planOf('Harald Solbakken');
  const writer = await new StockClient({ person, planId, sectionId: 'tasks' }).open();
  const id = addRow(writer.doc, listPart('tasks'), { what: 'før stopp' });
  await writer.durable();
  const asked = performance.now();
  const end = await server.kill('SIGTERM');
  expect(end).toEqual({ code: 0, signal: null });
  expect(performance.now() - asked).toBeLessThan(10_000);
  writer.close();
  server = await server.again();
  const reader = await new StockClient({
    person: await server.signIn('Anne Lindqvist'),
    planId,
    sectionId: 'tasks',
  }).open();
  expect(rowsOf(reader.doc).has(id)).toBe(true);
  reader.close();
});

test('the process says that it lives and that it is ready', async () => {
  server = await ServerProcess.start();
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ ok: true });
});
