/** What the tests of versions share: edits of the live plan, and a look into the database files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type * as Y from 'yjs';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { Version } from '../../../shared/protocol/routes/versions.ts';
import type { RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';

/** Changes a live section as a page does; resolves when it is on disk. */
export async function write(
  person: Person,
  { planId, sectionId }: { planId: string; sectionId: SectionId },
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const page = await new StockClient({ person, planId, sectionId }).open();
  change(page.doc);
  await page.durable();
  page.close();
}

/** Makes a version of the plan as it is. */
export async function makeVersion(
  person: Person,
  planId: string,
  about: { name?: string; reason?: string; corrects?: string | null } = {},
): Promise<Version> {
  const body = { name: 'Plan etter hjemkomst', reason: '', corrects: null, ...about };
  return (await person.call('createVersion', { planId }, body)).version;
}

export async function sign(person: Person, { planId, id, hash }: Version): Promise<Version> {
  return (await person.call('signVersion', { planId, versionId: id }, { hash })).version;
}

/** How long to wait while the server writes, ms. */
const busyMs = 5_000;

/** Somebody at the database itself. */
export function atDatabase<Result>(server: RunningApp, use: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(join(server.dataDirectory, 'samrad.sqlite'), { timeout: busyMs });
  try {
    return use(database);
  } finally {
    database.close();
  }
}

/** Which of these words stand anywhere in the files of the data directory. */
export async function foundInFiles(server: RunningApp, words: readonly string[]): Promise<string[]> {
  const names = await readdir(server.dataDirectory);
  const files = await Promise.all(names.map((name) => readFile(join(server.dataDirectory, name))));
  return words.filter((word) => files.some((file) => file.includes(Buffer.from(word))));
}
