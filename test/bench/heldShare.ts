/**
 * Holds a process to a small share of a core, so that it is full long before the machine is: by a control group of its own for the
 * processor, in version 1 or 2 of the kernel's interface. Only root on Linux may, and not in every container.
 */
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How often what the process may use is dealt out, microseconds: short, so that it never rests for long. The kernel deals out no less than 1000 at a time. */
const periodUs = 20_000;

const roots = [
  { directory: '/sys/fs/cgroup/cpu', limit: 'cpu.cfs_quota_us' },
  { directory: '/sys/fs/cgroup', limit: 'cpu.max' },
] as const;

/** A process that is held. */
export interface Held {
  /** Periods so far in which the process wanted to run, and those in which it had used all that it may and had to wait for the next. */
  readonly periods: () => { readonly wanted: number; readonly waited: number };
  /** Ends it. */
  readonly release: () => void;
}

/**
 * From now on the process gets this share of a core at the most.
 * @throws Error that says why it cannot be.
 */
export function holdToShare(pid: number, share: number): Held {
  const root = roots.find(({ directory }) => existsSync(join(directory, 'cgroup.procs')));
  if (!root) throw new Error('there is no control group for the processor');
  const group = join(root.directory, `samrad-bench-${pid}`);
  mkdirSync(group);
  const release = (): void => {
    if (existsSync(`/proc/${pid}`)) writeFileSync(join(root.directory, 'cgroup.procs'), String(pid));
    rmdirSync(group);
  };
  const counted = (name: string): number =>
    Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(readFileSync(join(group, 'cpu.stat'), 'utf8'))?.[1]);
  try {
    if (!existsSync(join(group, root.limit))) throw new Error(`a control group has no ${root.limit} here`);
    const quotaUs = Math.round(share * periodUs);
    if (root.limit === 'cpu.max') writeFileSync(join(group, root.limit), `${quotaUs} ${periodUs}`);
    else {
      writeFileSync(join(group, 'cpu.cfs_period_us'), String(periodUs));
      writeFileSync(join(group, root.limit), String(quotaUs));
    }
    writeFileSync(join(group, 'cgroup.procs'), String(pid));
    return { periods: () => ({ wanted: counted('nr_periods'), waited: counted('nr_throttled') }), release };
  } catch (error) {
    release();
    throw error;
  }
}
