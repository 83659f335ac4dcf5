/** What the system says of a process: processor time, memory, children. Linux only, as /proc is. */
import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks per second in /proc/<pid>/stat; fixed at 100 for programs on Linux. */
const ticksPerSecond = 100;

/** The fields after the command, which may hold spaces and is put in parentheses; the first is the state. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Processor seconds that a process has used on all its threads, in user and kernel mode. */
export function processorSeconds(pid: number): number {
  const fields = statFields(pid);
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** The same of a process and of all that it has started, directly or not. */
export function processorSecondsOfFamily(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + processorSecondsOfFamily(child), secondsOrNone(pid));
}

/** None for a process that ended meanwhile. */
function secondsOrNone(pid: number): number {
  try {
    return processorSeconds(pid);
  } catch {
    return 0;
  }
}

/** Resident memory in MiB. */
export function residentMebibytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

/** The processes that a process has started. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
}

/** Null for a process that ended meanwhile. */
function parentOf(pid: number): number | null {
  try {
    return Number(statFields(pid)[1]);
  } catch {
    return null;
  }
}
