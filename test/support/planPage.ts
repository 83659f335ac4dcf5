/** The page's own connection and sections, run in Node as a signed-in person against a real server. */
import { EventEmitter, once } from 'node:events';
import { WebSocket } from 'ws';
import type { KeptContent } from '../../client/api/offline/keptContent.ts';
import type { SectionKeep } from '../../client/api/offline/keptPlans.ts';
import type { EditShelf } from '../../client/api/offline/store.ts';
import { SectionSession } from '../../client/api/plan/sectionSession.ts';
import { PlanConnection } from '../../client/api/planConnection.ts';
import { sections, type SectionId } from '../../shared/careplan/sections.ts';
import { syncPath } from '../../shared/protocol/sync.ts';
import type { Person } from './person.ts';

/** What a device keeps, without a device: outlives the sections that use it, like a browser's database outlives a page. */
export class ShelfInMemory implements EditShelf {
  readonly edits = new Map<number, Uint8Array<ArrayBuffer>>();
  #lastId = 0;
  readonly #listeners = new Set<() => void>();

  put(update: Uint8Array<ArrayBuffer>): Promise<number> {
    this.edits.set(++this.#lastId, update);
    this.#tell();
    return Promise.resolve(this.#lastId);
  }

  remove(ids: readonly number[]): Promise<void> {
    for (const id of ids) this.edits.delete(id);
    this.#tell();
    return Promise.resolve();
  }

  load(): Promise<readonly { id: number; update: Uint8Array<ArrayBuffer> }[]> {
    return Promise.resolve([...this.edits].map(([id, update]) => ({ id, update })));
  }

  /** Resolves when this many edits lie here. */
  async holds(count: number): Promise<void> {
    while (this.edits.size !== count)
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Where a section is kept, without a device. */
export class KeepInMemory implements SectionKeep {
  content: KeptContent | null = null;
  readonly #changes = new EventEmitter();

  load(): Promise<KeptContent | null> {
    return Promise.resolve(this.content);
  }

  put(content: KeptContent): Promise<void> {
    return this.#set(content);
  }

  remove(): Promise<void> {
    return this.#set(null);
  }

  /** Resolves when something is kept, or nothing any more. */
  async holds(wanted: 'something' | 'nothing'): Promise<void> {
    while ((this.content === null) !== (wanted === 'nothing')) await once(this.#changes, 'change');
  }

  #set(content: KeptContent | null): Promise<void> {
    this.content = content;
    this.#changes.emit('change');
    return Promise.resolve();
  }
}

/** A device that can't store anything. */
export const brokenShelf: EditShelf = {
  put: () => Promise.reject(new Error('the disk is full')),
  remove: () => Promise.reject(new Error('the disk is full')),
  load: () => Promise.reject(new Error('the disk is full')),
};

export interface PlanPage {
  readonly connection: PlanConnection;
  /** Takes the network away, and tells the page as a browser's window does. */
  unplug(): void;
  /** Gives it back. */
  plugIn(): void;
  /** The sockets that were opened, newest last. */
  readonly sockets: readonly WebSocket[];
}

/** Where nobody answers. */
const nowhere = 'ws://127.0.0.1:9';

/** A page's connection, signed in as a person. */
export function planPage(person: Person): PlanPage {
  const sockets: WebSocket[] = [];
  const network = new EventTarget();
  let plugged = true;
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL) {
      super(plugged ? address : nowhere, { headers: { cookie: person.cookie, origin: person.url } });
      sockets.push(this);
    }
  }
  const connection = new PlanConnection({
    url: person.url.replace('http', 'ws') + syncPath,
    WebSocket: SignedInSocket as unknown as typeof globalThis.WebSocket,
    network,
  });
  return {
    connection,
    sockets,
    unplug: () => {
      plugged = false;
      network.dispatchEvent(new Event('offline'));
    },
    plugIn: () => {
      plugged = true;
      network.dispatchEvent(new Event('online'));
    },
  };
}

/** A section on such a page. */
export function openSection(
  page: PlanPage,
  options: {
    planId: string;
    sectionId: SectionId;
    access?: 'read' | 'write';
    shelf?: EditShelf;
    keep?: SectionKeep;
    reachable?: boolean;
  },
): SectionSession {
  const { planId, sectionId, access = 'write', shelf = new ShelfInMemory(), keep, reachable } = options;
  const { connection } = page;
  return new SectionSession({ connection, planId, section: sections[sectionId], access, shelf, keep, reachable });
}

/** Resolves when the section satisfies a condition; asked again at every change of its state or its content. */
export async function until(session: SectionSession, condition: (session: SectionSession) => boolean): Promise<void> {
  while (!condition(session))
    await new Promise<void>((resolve) => {
      const done = (): void => {
        unsubscribe();
        session.doc.off('update', done);
        resolve();
      };
      const unsubscribe = session.subscribe(done);
      session.doc.on('update', done);
    });
}
