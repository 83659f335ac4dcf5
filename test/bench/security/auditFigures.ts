/** The audit log: how fast a long one is verified, beside hashing the same bytes, and what a record costs the edit that it tells of. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { AuditLog } from '../../../server/audit/auditLog.ts';
import { verifyChain } from '../../../server/audit/chain.ts';
import { auditAfter } from '../../../server/storage/auditStore.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { newDataDirectory } from '../../support/app.ts';
import { ServerProcess } from '../../support/serverProcess.ts';
import { byTurns, events, rounds, type Figure } from '../harness.ts';
import { TypingPerson } from '../typingPerson.ts';

const records = 100_000;
const batch = 5_000;
const turns = 5;
const sessions = 40;

export async function auditVerify(): Promise<Figure[]> {
  const directory = await newDataDirectory();
  const database = await SqliteDatabase.open({ directory, onLost: () => undefined });
  const audit = new AuditLog({ database, now: () => new Date() });
  const actor = { personId: newId(), sessionId: newId(), role: 'gp' as const, organisation: 'Bench', purpose: 'TREAT' };
  for (let written = 0; written < records; written += batch)
    await audit.recordAll(
      Array.from({ length: batch }, () => ({
        action: 'section:read' as const,
        outcome: 'done' as const,
        actor,
        channel: 'sync' as const,
        planId: newId(),
        sectionId: 'contacts' as const,
      })),
    );
  const stored = await auditAfter(database, 0, records);
  const bytes = stored.map(({ previous_hash, sequence, body }) => `${previous_hash}\n${sequence}\n${body}`);
  const taken = await byTurns(
    turns,
    () => seconds(async () => void (await verifyChain(database))),
    () => seconds(async () => bytes.forEach((text) => createHash('sha256').update(text).digest('hex'))),
  );
  await database.close();
  await rm(directory, { recursive: true });
  return [
    {
      name: 'audit-verify',
      unit: `seconds for ${records} records`,
      value: rounds(taken.first),
      comparedTo: { name: 'hashing the same bytes in memory', value: rounds(taken.second) },
      pairs: { ours: taken.first, theirs: taken.second },
    },
  ];
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** The first edit of a visit carries a record of the write session in its transaction; those after it carry none. */
export async function auditOverhead(): Promise<Figure[]> {
  const server = await ServerProcess.start();
  const person = await server.signIn('Anne Lindqvist');
  const planId = await person.planOf('Harald Solbakken');
  const [withRecord, without]: [number[], number[]] = [[], []];
  try {
    for (let done = 0; done < sessions; done += 1) {
      const typist = await TypingPerson.arrive({ person, planId });
      withRecord.push(typist.firstEditMs);
      without.push(await typist.press());
      typist.leave();
    }
  } finally {
    await server.kill('SIGTERM');
    await server.remove();
  }
  return [
    {
      name: 'audit-overhead',
      unit: 'ms to the acknowledgement of an edit that is recorded',
      value: events(withRecord),
      comparedTo: { name: 'the next edit, which is not', value: events(without) },
      pairs: { ours: withRecord, theirs: without },
    },
  ];
}
