/** What was deleted leaves no trace in the database's file, however its pages were moved about before. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Query } from '../../../server/storage/database.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';
import { filesThatHold } from '../../support/dataFiles.ts';
import { Random, seedOf } from '../../support/random.ts';

const marker = 'Hemmelig-utkast-7Q2x';
/** How many databases are filled: about one in four keeps a trace where only the log is emptied. */
const databases = 16;

function section(name: string, sequence: number, data: Buffer): Query {
  const columns = '(document, sequence, data, person_id, role, session_id, at)';
  const sql = `insert into section_update ${columns} values (?, ?, ?, null, null, null, '')`;
  return { sql, parameters: [name, sequence, data] };
}

/** Sections that grow side by side in a database of their own; those with the marker are then deleted. Answers the files with a trace. */
async function grownAndDeleted(random: Random): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'samrad-traces-'));
  const database = await SqliteDatabase.open({ directory, onLost: () => undefined });
  const secrets = ['f', 'n', 't'];
  for (let sequence = 0; sequence < 100; sequence += 1) {
    const name = random.pick(['a', 'f', 'k', 'n', 't', 'z']);
    const beginning = Buffer.from(secrets.includes(name) ? marker : 'others');
    const rest = Buffer.alloc(random.below(random.pick([100, 1_000, 4_000])), 'x');
    await database.write([section(name, sequence, Buffer.concat([beginning, rest]))]);
  }
  await database.write([{ sql: 'delete from section_update where document in (?, ?, ?)', parameters: secrets }]);
  await database.eraseTraces();
  expect(await filesThatHold(directory, 'others')).not.toEqual([]);
  const left = await filesThatHold(directory, marker);
  await database.close();
  await rm(directory, { recursive: true });
  return left;
}

test('J4: of what was deleted nothing is left, wherever the database had moved it to', async () => {
  const random = new Random(seedOf('TRACES', 20_261_129));
  const left: string[] = [];
  for (let number = 0; number < databases; number += 1) left.push(...(await grownAndDeleted(random)));
  expect(left).toEqual([]);
});
