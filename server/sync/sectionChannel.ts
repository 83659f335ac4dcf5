/** One page's channel to one section: what it may, it does; what it may not, closes the channel and is seen by nobody. */
import { closeCode } from '../../shared/protocol/sync.ts';
import type { Query } from '../storage/database.ts';
import type { Author } from '../storage/sectionLog.ts';
import type { Log } from '../log.ts';
import { SectionClosed, type EditOutcome, type LiveSection, type Subscriber } from '../careplan/liveSection.ts';
import { MalformedUpdate } from '../careplan/updates.ts';
import {
  durableMessage,
  isEmptyUpdate,
  missingMessage,
  stateVectorMessage,
  updateMessage,
  type ChannelMessage,
  type ChannelWire,
} from './wire.ts';

interface Parts {
  readonly section: LiveSection;
  readonly wire: ChannelWire;
  /** Null for one who may only read. */
  readonly writer: Author | null;
  /** Called with every edit of the page. */
  readonly onEdit: () => void;
  /** The audit record of a write session, written with its first edit. */
  readonly writeRecord: () => Query;
  /** Records an edit that was refused. */
  readonly recordRefusal: () => Promise<void>;
  readonly log: Log;
}

export class SectionChannel {
  readonly #parts: Parts;
  readonly #subscriber: Subscriber;
  readonly #unsubscribe: () => void;
  #hasWritten = false;
  /** The outcome of the last edit; edits settle in order, so it stands for all before it. */
  #lastEdit: Promise<EditOutcome> = Promise.resolve('applied');
  /** An echo held back because the edits before it build on something that the server does not have. */
  #heldToken: Uint8Array | null = null;
  /** Asked for what is missing, and nothing that fits has come yet: asking again would bring the same answer. */
  #hasAsked = false;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#subscriber = {
      receive: (update) => parts.wire.send(updateMessage(update)),
      interrupt: () => this.#end(closeCode.tryAgain),
    };
    this.#unsubscribe = parts.section.subscribe(this.#subscriber);
    if (parts.writer) this.#askForMissing();
  }

  /** Takes a message from the page. */
  handle(received: ChannelMessage): void {
    if (this.#closed) return;
    switch (received.kind) {
      case 'state-vector':
        return this.#answerStateVector(received.stateVector);
      case 'missing':
        return this.#takeMissing(received.update);
      case 'update':
        return this.#takeUpdate(received.update);
      case 'durable':
        return this.#echoWhenDurable(received.token);
      case 'awareness':
      case 'query-awareness':
        // A section carries no presence; a stock page sends it unasked.
        return;
    }
  }

  /** The page has gone. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#unsubscribe();
  }

  #answerStateVector(stateVector: Uint8Array): void {
    try {
      this.#parts.wire.send(missingMessage(this.#parts.section.missingFor(stateVector)));
    } catch {
      this.#end(closeCode.badMessage);
    }
  }

  #askForMissing(): void {
    this.#parts.wire.send(stateVectorMessage(this.#parts.section.stateVector()));
  }

  /** A page that comes back says all that it knows; what is known here already makes nobody a writer. */
  #takeMissing(update: Uint8Array): void {
    try {
      if (!this.#parts.section.knows(update)) this.#takeUpdate(update);
    } catch (error) {
      this.#failed(error);
    }
  }

  #takeUpdate(update: Uint8Array): void {
    const { writer, recordRefusal, log } = this.#parts;
    if (isEmptyUpdate(update)) return;
    if (writer) return this.#write(update, writer);
    recordRefusal().catch((error: unknown) => log.error({ err: error }, 'a refused edit could not be recorded'));
    this.#end(closeCode.notAllowed);
  }

  #write(update: Uint8Array, writer: Author): void {
    const { section, onEdit, writeRecord } = this.#parts;
    onEdit();
    const alongside = this.#hasWritten ? [] : [writeRecord()];
    this.#hasWritten = true;
    const edit = section.write({ update, author: writer, from: this.#subscriber, alongside });
    this.#lastEdit = edit;
    edit.then(
      (outcome) => this.#settled(outcome),
      (error: unknown) => this.#failed(error),
    );
  }

  #settled(outcome: EditOutcome): void {
    if (this.#closed) return;
    if (outcome === 'pending') {
      if (!this.#hasAsked) this.#askForMissing();
      this.#hasAsked = true;
      return;
    }
    this.#hasAsked = false;
    if (this.#heldToken) this.#parts.wire.send(durableMessage(this.#heldToken));
    this.#heldToken = null;
  }

  #failed(error: unknown): void {
    if (error instanceof MalformedUpdate) return this.#end(closeCode.badMessage);
    if (!(error instanceof SectionClosed)) this.#parts.log.error({ err: error }, 'an edit could not be stored');
    this.#end(closeCode.tryAgain);
  }

  #echoWhenDurable(token: Uint8Array): void {
    this.#lastEdit.then(
      (outcome) => {
        if (this.#closed) return;
        if (outcome === 'applied') this.#parts.wire.send(durableMessage(token));
        else this.#heldToken = token;
      },
      () => undefined,
    );
  }

  #end(code: number): void {
    if (this.#closed) return;
    this.close();
    this.#parts.wire.close(code);
  }
}
