/** Sends what waits to be sent, and tries again later what could not be. A mail is on disk before anybody is told that it goes. */
import type { Mail, MailStore } from '../storage/mailStore.ts';

/** Hands a mail over to those who carry it. @throws where they do not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

interface Parts {
  readonly store: Pick<MailStore, 'due' | 'sent' | 'failed'>;
  /** Null in the demonstration: mails stay where its mailbox shows them. */
  readonly send: SendMail | null;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

const everyMs = 15_000;
/** How long to wait after each try that failed, minutes; after the last the mail is given up. */
const waits = [1, 5, 15, 60, 240, 720];

export class Outbox {
  readonly #parts: Parts;
  readonly #timer: NodeJS.Timeout;
  #run: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.run(), everyMs).unref();
  }

  /** Sends what is due; one run after the other. */
  run(): Promise<void> {
    this.#run = this.#run.then(() => this.#all()).catch(this.#parts.onError);
    return this.#run;
  }

  /** Resolves when nothing more is sent. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#run;
  }

  async #all(): Promise<void> {
    const { store, send, now, onError } = this.#parts;
    for (const { tries, ...mail } of await store.due(now().toISOString())) {
      try {
        await send?.(mail);
        await store.sent(mail.id, now().toISOString(), send === null);
      } catch (error) {
        onError(error);
        const wait = waits[tries];
        const nextAt = wait === undefined ? null : new Date(now().getTime() + wait * 60_000).toISOString();
        await store.failed(mail.id, { tries: tries + 1, nextAt });
      }
    }
  }
}
