/** One page with one section open: a stock client that is cut off, comes back, and remembers what was acknowledged. */
import * as Y from 'yjs';
import { proseOf, recordOf, rowsOf } from '../../../shared/careplan/document.ts';
import { sections, type SectionId } from '../../../shared/careplan/sections.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';
import { applyEdit, typed, type Edit } from './edits.ts';

export class Page {
  readonly client: StockClient;
  readonly sectionId: SectionId;
  readonly #undo: Y.UndoManager;
  /** The clock of this page that the server has called durable. */
  acknowledged = 0;
  /** The code with which the server closed for good, or null. */
  refusedWith: number | null = null;

  constructor(at: { person: Person; planId: string; sectionId: SectionId }) {
    this.client = new StockClient(at);
    this.sectionId = at.sectionId;
    const { doc, provider } = this.client;
    provider.maxBackoffTime = 100;
    provider.on('closed', ({ code }) => (this.refusedWith = code));
    const types = sections[at.sectionId].parts.map(({ kind, id }) =>
      kind === 'prose' ? proseOf(doc, id) : kind === 'record' ? recordOf(doc) : rowsOf(doc, id),
    );
    this.#undo = new Y.UndoManager(types, { trackedOrigins: new Set([typed]) });
  }

  edit(edit: Edit): void {
    applyEdit(this.client.doc, sections[this.sectionId], this.#undo, edit);
  }

  /** Asks for an echo where the line is up; what it is about counts as saved when it comes. */
  confirm(): void {
    const { doc, provider } = this.client;
    if (!provider.synced) return;
    const clock = Y.getState(doc.store, doc.clientID);
    void this.client.durable().then(() => (this.acknowledged = Math.max(this.acknowledged, clock)));
  }

  /** The line is cut, as by a network that is lost; the page comes back by itself. */
  cut(): void {
    this.client.provider.ws?.close();
  }

  goOffline(): void {
    this.client.provider.disconnect();
  }

  /** A page of an earlier release comes back from offline: it knows an older shape of the sections. */
  comeBackOutdated(): void {
    this.client.provider.params = { schema: String(sections[this.sectionId].schema - 1) };
    this.client.provider.connect();
  }

  /** The page is loaded anew; what it held unsaved is merged. */
  comeBack(): void {
    const { provider } = this.client;
    // A connection that is being made may be the old page's.
    if (!provider.synced) this.goOffline();
    this.refusedWith = null;
    provider.params = {};
    provider.connect();
  }

  /** Resolves when in step with the server. */
  async inStep(): Promise<void> {
    const { provider } = this.client;
    while (!provider.synced) await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  }

  /** Resolves when all that was written here is saved, however often the line is lost meanwhile. */
  async saved(): Promise<void> {
    for (;;) {
      await this.inStep();
      const lost = new Promise<boolean>((resolve) =>
        this.client.provider.once('connection-close', () => resolve(false)),
      );
      if (await Promise.race([this.client.durable().then(() => true), lost])) return;
    }
  }
}
