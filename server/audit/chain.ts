/** Verifies the audit log: whether each record follows the one before it and says what it said when it was written. */
import { auditAfter, auditHash, auditStart, saysGone } from '../storage/auditStore.ts';
import type { Database } from '../storage/database.ts';
import type { Anchor } from './anchors.ts';

/**
 * `missing`: its number does not follow; `misplaced`: it follows another record; `changed`: it says something else;
 * `rewritten`: it is not the one that an anchor names; `cut-off`: it was there when an anchor was kept, and is not any more;
 * `beginning-gone`: those before it are gone, and the log does not say that they went by time.
 */
export type ChainFault = 'missing' | 'misplaced' | 'changed' | 'rewritten' | 'cut-off' | 'beginning-gone';

export interface ChainReport {
  /** Records that fit. */
  readonly records: number;
  /** The hash of the last of them; '' where there are none. Kept elsewhere, it shows later whether the end was cut off. */
  readonly newestHash: string;
  /** The first record that does not fit, or null. */
  readonly broken: { readonly sequence: number; readonly fault: ChainFault } | null;
}

/** Records that are held in memory at the same time. */
const batch = 5_000;

/** Reads the whole chain, and looks whether it is the one that was anchored. */
export async function verifyChain(
  database: Pick<Database, 'read'>,
  anchors: readonly Anchor[] = [],
): Promise<ChainReport> {
  const anchored = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  const last = Math.max(0, ...anchored.keys());
  const start = await auditStart(database);
  if (start.through > 0 && !(await saysGone(database, start)))
    return { records: 0, newestHash: '', broken: { sequence: start.through + 1, fault: 'beginning-gone' } };
  let records = 0;
  let newestHash = start.hash;
  for (;;) {
    const next = await auditAfter(database, start.through + records, batch);
    for (const record of next) {
      const fault =
        faultOf(record, { sequence: start.through + records + 1, previousHash: newestHash }) ??
        ((anchored.get(record.sequence) ?? record.hash) === record.hash ? null : 'rewritten');
      if (fault !== null) return { records, newestHash, broken: { sequence: record.sequence, fault } };
      newestHash = record.hash;
      records += 1;
    }
    if (next.length < batch) {
      const newest = start.through + records;
      const broken = last > newest ? ({ sequence: newest + 1, fault: 'cut-off' } as const) : null;
      return { records, newestHash, broken };
    }
  }
}

function faultOf(
  record: Awaited<ReturnType<typeof auditAfter>>[number],
  expected: { sequence: number; previousHash: string },
): ChainFault | null {
  if (record.sequence !== expected.sequence) return 'missing';
  if (record.previous_hash !== expected.previousHash) return 'misplaced';
  return record.hash === auditHash(record) ? null : 'changed';
}
