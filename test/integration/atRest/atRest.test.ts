/** What is at rest: encrypted where there is a key, copied while the server runs, and put back only when it is whole. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addRow } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import { ConfigError } from '../../../server/configError.ts';
import { dataKey, DataKeys, SealBroken } from '../../../server/storage/dataKeys.ts';
import { newDataDirectory, startApp, type RunningApp } from '../../support/app.ts';
import { runServerCommand, type CommandEnd } from '../../support/command.ts';
import { filesThatHold } from '../../support/dataFiles.ts';
import { StockClient } from '../../support/stockClient.ts';

const sentence = 'Ring datteren før helgen';

let folder: string;
let running: RunningApp | null = null;
let directories: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samrad-backup-'));
});

afterEach(async () => {
  await running?.stop();
  running = null;
  for (const directory of [folder, ...directories]) await rm(directory, { recursive: true, force: true });
  directories = [];
});

const newKey = (): string => randomBytes(32).toString('base64');
const keysOf = (current: string | null, before: readonly string[] = []): DataKeys =>
  new DataKeys(
    current === null ? null : dataKey(Buffer.from(current, 'base64')),
    before.map((key) => dataKey(Buffer.from(key, 'base64'))),
  );

async function start(dataDirectory: string, keys: DataKeys): Promise<RunningApp> {
  running = await startApp({ dataDirectory, dataKeys: keys });
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = null;
}

async function directory(): Promise<string> {
  const made = await newDataDirectory();
  directories.push(made);
  return made;
}

/** Writes a task; resolves when the server has said that it is on disk. */
async function write(server: RunningApp, what: string): Promise<void> {
  const person = await server.signIn('Kari Nymoen');
  const planId = await person.planOf('Harald Solbakken');
  const client = await new StockClient({ person, planId, sectionId: 'tasks' }).open();
  addRow(client.doc, listPart('tasks'), { what });
  await client.durable();
  client.close();
}

/** What stands in the tasks, as a page gets it. */
async function tasks(server: RunningApp): Promise<string> {
  const person = await server.signIn('Anne Lindqvist');
  const planId = await person.planOf('Harald Solbakken');
  const client = await new StockClient({ person, planId, sectionId: 'tasks' }).open();
  const content = JSON.stringify(rowsView(client.doc, listPart('tasks')));
  client.close();
  return content;
}

interface Keys {
  readonly key?: string;
  readonly before?: string;
}
const settings = (dataDirectory: string, { key, before }: Keys) => ({
  DATA_DIR: dataDirectory,
  ...(key ? { DATA_KEY: key } : {}),
  ...(before ? { DATA_KEYS_BEFORE: before } : {}),
});
const command = (name: string, args: readonly string[], from: string, keys: Keys = {}): Promise<CommandEnd> =>
  runServerCommand(`atRest/${name}Command.ts`, args, settings(from, keys));

/** The one backup in the folder. */
async function backedUp(from: string, keys: Keys = {}): Promise<string> {
  expect(await command('backup', [folder], from, keys)).toMatchObject({ code: 0 });
  const files = await readdir(folder);
  expect(files).toHaveLength(1);
  return join(folder, files[0] ?? '');
}

describe('K1: with a key, what is written in a section lies encrypted on the disk', () => {
  test('no file holds it while the server runs, and it is read after a restart', async () => {
    const [data, key] = [await directory(), newKey()];
    await write(await start(data, keysOf(key)), sentence);
    expect(sealedRows(data)).toEqual([true]);
    await stop();
    expect(await tasks(await start(data, keysOf(key)))).toContain(sentence);
  });

  test('without its key, the server does not start, and says so', async () => {
    const [data, key] = [await directory(), newKey()];
    await start(data, keysOf(key));
    await stop();
    await expect(startApp({ dataDirectory: data })).rejects.toThrow(ConfigError);
    await expect(startApp({ dataDirectory: data, dataKeys: keysOf(newKey()) })).rejects.toThrow('DATA_KEY');
    expect(await tasks(await start(data, keysOf(key)))).not.toBe('');
  });

  test('a key can come later, change and go: everything is written anew, and nothing is lost', async () => {
    const [data, first, second] = [await directory(), newKey(), newKey()];
    await write(await start(data, keysOf(null)), sentence);
    expect(sealedRows(data)).toEqual([false]);
    expect(await command('rotate', [], data, { key: first })).toMatchObject({ code: 1 });
    await stop();
    for (const [keys, held] of [
      [{ key: first }, keysOf(first)],
      [{ key: second, before: first }, keysOf(second)],
      [{ before: second }, keysOf(null)],
    ] as const) {
      expect(await command('rotate', [], data, keys)).toMatchObject({ code: 0 });
      expect(sealedRows(data)).toEqual([held.current !== null]);
      expect(await tasks(await start(data, held))).toContain(sentence);
      await stop();
    }
  });
});

/** Whether the rows of the section log are sealed: the kinds that there are. */
function sealedRows(data: string): boolean[] {
  const database = new DatabaseSync(join(data, 'samrad.sqlite'), { readOnly: true });
  const rows = database
    .prepare("select distinct hex(substr(data, 1, 8)) = 'FFFFFFFFFFFF5301' as sealed from section_update")
    .all();
  database.close();
  return rows.map(({ sealed }) => sealed === 1);
}

test('K1: a value that was changed, or put in the place of another, is not read', () => {
  const keys = keysOf(newKey());
  const sealed = keys.seal(Buffer.from(sentence), 'row 1');
  expect(Buffer.from(keys.open(sealed, 'row 1')).toString()).toBe(sentence);
  expect(() => keys.open(sealed, 'row 2')).toThrow(SealBroken);
  const changed = Buffer.from(sealed);
  changed[changed.length - 20]! ^= 1;
  expect(() => keys.open(changed, 'row 1')).toThrow(SealBroken);
  expect(() => keysOf(newKey()).open(sealed, 'row 1')).toThrow(SealBroken);
});

describe.each([
  ['without a key', undefined],
  ['with a key', newKey()],
])('K2: a backup %s', (_how, key) => {
  const keys: Keys = key === undefined ? {} : { key };
  const held = keysOf(key ?? null);

  test('is made while people write, and holds all that was acknowledged before it', async () => {
    const data = await directory();
    const server = await start(data, held);
    await write(server, sentence);
    const writing = new AbortController();
    const meanwhile = (async () => {
      while (!writing.signal.aborted) await write(server, 'noe annet');
    })();
    const file = await backedUp(data, keys).finally(() => {
      writing.abort();
    });
    await meanwhile;
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await filesThatHold(folder, 'Harald Solbakken')).toEqual(key === undefined ? [file] : []);
    expect((await readdir(data)).filter((name) => name.startsWith('backup-'))).toEqual([]);
    await stop();
    const empty = await directory();
    expect(await command('restore', [file], empty, keys)).toMatchObject({ code: 0 });
    expect(await tasks(await start(empty, held))).toContain(sentence);
    expect((await running?.app.audit.verify())?.broken).toBeNull();
  });

  test('that is cut off or changed is refused, and nothing is touched', async () => {
    const data = await directory();
    await write(await start(data, held), sentence);
    const file = await backedUp(data, keys);
    await stop();
    const whole = await readFile(file);
    const changed = Buffer.from(whole);
    changed[whole.length - 3_000]! ^= 1;
    for (const damaged of [whole.subarray(0, -1), whole.subarray(0, 40), changed, Buffer.from('noe helt annet\n')]) {
      await writeFile(file, damaged);
      const end = await command('restore', [file, '--replace'], data, keys);
      expect(end).toMatchObject({ code: 1 });
      expect(end.said).toMatch(/^[^\n]+\.\n$/);
    }
    expect(await tasks(await start(data, held))).toContain(sentence);
  });
});

test('K2: what stands in the place is kept, and only with a word; a running server is left alone', async () => {
  const [data, key] = [await directory(), newKey()];
  const server = await start(data, keysOf(key));
  await write(server, sentence);
  const file = await backedUp(data, { key });
  await write(server, 'etter kopien');
  expect((await command('restore', [file, '--replace'], data, { key })).said).toContain('stop it first');
  await stop();
  expect((await command('restore', [file], data, { key })).said).toContain('--replace');
  expect((await command('restore', [file, '--replace'], data, { key: newKey() })).said).toContain('another key');
  expect(await command('restore', [file, '--replace'], data, { key })).toMatchObject({ code: 0 });
  const content = await tasks(await start(data, keysOf(key)));
  expect(content).toContain(sentence);
  expect(content).not.toContain('etter kopien');
  expect((await readdir(data)).some((name) => name.startsWith('replaced-'))).toBe(true);
});
