/** Somebody who types at the end of a paragraph of their own, with the stock client, and remembers when each key was pressed. */
import * as Y from 'yjs';
import { proseOf } from '../../shared/careplan/document.ts';
import type { Person } from '../support/person.ts';
import { StockClient } from '../support/stockClient.ts';

export class TypingPerson {
  readonly #client: StockClient;
  readonly #text: Y.XmlText;
  /** By the clock of the letter. */
  readonly #pressed = new Map<number, number>();

  /** How long the first edit took to be acknowledged, ms: the paragraph that all others are written in. */
  readonly firstEditMs: number;

  private constructor(client: StockClient, text: Y.XmlText, firstEditMs: number) {
    this.#client = client;
    this.#text = text;
    this.firstEditMs = firstEditMs;
  }

  /** Opens the section and makes a paragraph. */
  static async arrive({ person, planId }: { person: Person; planId: string }): Promise<TypingPerson> {
    const client = await new StockClient({ person, planId, sectionId: 'working-notes' }).open();
    const text = new Y.XmlText('a');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    const begun = performance.now();
    const notes = proseOf(client.doc, 'notes');
    notes.insert(notes.length, [paragraph]);
    await client.durable();
    return new TypingPerson(client, text, performance.now() - begun);
  }

  get doc(): Y.Doc {
    return this.#client.doc;
  }

  /** Presses one key; answers the milliseconds until the edit was acknowledged as durable. */
  async press(): Promise<number> {
    const at = performance.now();
    this.#pressed.set(Y.getState(this.doc.store, this.doc.clientID), at);
    this.#text.insert(this.#text.length, 'a');
    await this.#client.durable();
    return performance.now() - at;
  }

  /** When the letter with this clock was typed. */
  pressedAt(clock: number): number | undefined {
    return this.#pressed.get(clock);
  }

  leave(): void {
    this.#client.close();
  }
}
