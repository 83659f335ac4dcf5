/**
 * A device's own network: a namespace of the kernel with two links to this machine, as a laptop has Wi-Fi and a cable. Links go
 * down and come back, another one is taken, UDP is forbidden, the lid is closed. Everything in it is made here and goes with
 * it. Needs root and the system's iproute2.
 */
import { execFile, execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Another subnet each. The device has one of them at a time. */
export type LinkName = 'wifi' | 'cable';

const links: Readonly<Record<LinkName, { readonly subnet: number }>> = { wifi: { subnet: 1 }, cable: { subnet: 2 } };
const linkNames: readonly LinkName[] = ['wifi', 'cable'];
const prefix = 'samrad-';
const run = promisify(execFile);

/** The next name of this process. */
let made = 0;

/** Why no network of a device's own can be made here; null where it can. */
export function whyNoNetworks(): string | null {
  if (process.getuid?.() !== 0) return 'only root may make network namespaces';
  try {
    const name = `${prefix}${process.pid}-try`;
    execFileSync('ip', ['netns', 'add', name], { stdio: 'pipe' });
    execFileSync('ip', ['netns', 'del', name], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `network namespaces cannot be made: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}

export class NetworkNamespace {
  /** Where this machine is reached from the device, whichever link it has. */
  readonly serverAddress: string;
  readonly #name: string;
  /** The first two numbers of all its addresses. */
  readonly #network: string;
  readonly #folder: string;

  private constructor(parts: { name: string; network: string; folder: string }) {
    this.#name = parts.name;
    this.#network = parts.network;
    this.#folder = parts.folder;
    this.serverAddress = `${parts.network}.0.1`;
  }

  /** A device with Wi-Fi. @throws Error where none can be made. */
  static async create(): Promise<NetworkNamespace> {
    await removeLeftOver();
    made += 1;
    const folder = await mkdtemp(join(tmpdir(), 'samrad-network-'));
    const network = new NetworkNamespace({ name: `${prefix}${process.pid}-${made}`, network: freeNetwork(), folder });
    try {
      await network.#make();
    } catch (error) {
      await network.remove();
      throw error;
    }
    return network;
  }

  /** A script that starts a browser in this network. It becomes the browser, with all descriptors that it was given. */
  async browserInside(executablePath: string): Promise<string> {
    const script = join(this.#folder, 'browser.sh');
    await writeFile(script, `#!/bin/sh\nexec ip netns exec ${this.#name} ${executablePath} "$@"\n`, { mode: 0o755 });
    return script;
  }

  /** The device has this link and no other: one goes, the other comes with another address and another way out. */
  async take(link: LinkName): Promise<void> {
    for (const other of linkNames) if (other !== link) await this.#pull(other);
    await this.#plugIn(link);
  }

  /** No network at all. */
  async pullAll(): Promise<void> {
    for (const link of linkNames) await this.#pull(link);
  }

  /** From now on nothing leaves the device by UDP. */
  async forbidUdp(): Promise<void> {
    await this.#inside('rule', 'add', 'pref', '1', 'ipproto', 'udp', 'blackhole');
  }

  /** What closing a laptop does: every process of the device stands still, and its network is gone. */
  async closeLid(): Promise<void> {
    await this.pullAll();
    await this.#signalAll('SIGSTOP');
  }

  /** The processes go on as if no time had passed, and the network is found again. */
  async openLid(): Promise<void> {
    await this.#signalAll('SIGCONT');
    await this.take('wifi');
  }

  /** Takes the network away with all in it. May be called again, and by whoever stopped half-way. */
  async remove(): Promise<void> {
    await run('ip', ['netns', 'del', this.#name]).catch(() => undefined);
    // The outer ends go with the inner ones, a moment later; where those were never moved inside they go here.
    for (const link of linkNames) await run('ip', ['link', 'del', this.#outer(link)]).catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #make(): Promise<void> {
    await run('ip', ['netns', 'add', this.#name]);
    await this.#inside('link', 'set', 'lo', 'up');
    for (const link of linkNames) {
      const outer = this.#outer(link);
      await run('ip', ['link', 'add', outer, 'type', 'veth', 'peer', 'name', link, 'netns', this.#name]);
      await run('ip', ['addr', 'add', `${this.#network}.${links[link].subnet}.1/24`, 'dev', outer]);
      // An address that a link gives itself some seconds later would be one more change of network.
      await run('ip', ['link', 'set', outer, 'addrgenmode', 'none']);
      await this.#inside('link', 'set', link, 'addrgenmode', 'none');
      await run('ip', ['link', 'set', outer, 'up']);
    }
    // An address stays for as long as its own end of the link is up, whatever becomes of the other end.
    await run('ip', ['addr', 'add', `${this.serverAddress}/32`, 'dev', this.#outer('wifi')]);
    await this.take('wifi');
  }

  async #plugIn(link: LinkName): Promise<void> {
    const { subnet } = links[link];
    await this.#inside('link', 'set', link, 'up');
    await this.#inside('addr', 'replace', `${this.#network}.${subnet}.2/24`, 'dev', link);
    await this.#inside('route', 'replace', 'default', 'via', `${this.#network}.${subnet}.1`);
  }

  async #pull(link: LinkName): Promise<void> {
    await this.#inside('addr', 'flush', 'dev', link);
    await this.#inside('link', 'set', link, 'down');
  }

  async #signalAll(signal: NodeJS.Signals): Promise<void> {
    const { stdout } = await run('ip', ['netns', 'pids', this.#name]);
    for (const pid of stdout.split('\n').filter(Boolean)) signalTo(Number(pid), signal);
  }

  #outer(link: LinkName): string {
    return `${this.#name.replace(prefix, 'sr')}${link.slice(0, 1)}`;
  }

  async #inside(...args: string[]): Promise<void> {
    await run('ip', ['-n', this.#name, ...args]);
  }
}

/** Two numbers under which nothing on this machine has an address. */
function freeNetwork(): string {
  const taken = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address);
  for (;;) {
    const network = `10.${randomInt(64, 255)}`;
    if (!taken.some((address) => address.startsWith(`${network}.`))) return network;
  }
}

/** What a process that was killed in the middle left behind. */
async function removeLeftOver(): Promise<void> {
  const { stdout } = await run('ip', ['netns', 'list']);
  for (const [, name = '', pid = ''] of stdout.matchAll(/^(samrad-(\d+)-\w+)/gm))
    if (!signalTo(Number(pid), 0)) await run('ip', ['netns', 'del', name]).catch(() => undefined);
}

/** Answers whether the process is there; 0 only asks. */
function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
