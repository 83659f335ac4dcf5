/** A part of the bench in a process of its own, asked one thing at a time: load, and servers to compare with. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

/** An answer, or the text of the error that there was instead. */
const answerSchema = z.union([z.object({ answer: z.unknown() }), z.object({ error: z.string() })]);

export class Child {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Starts a module that calls `answerTo`. */
  static start(modulePath: string, nodeOptions: readonly string[] = []): Child {
    return new Child(fork(modulePath, { execArgv: [...nodeOptions] }));
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Asks and waits. @throws Error where the other side failed or ended. */
  async ask<Answer>(question: object, schema: z.ZodType<Answer>): Promise<Answer> {
    const answered = Promise.race([once(this.#process, 'message'), this.#failure()]);
    this.#process.send(question);
    const received = answerSchema.parse((await answered)[0]);
    if ('error' in received) throw new Error(received.error);
    return schema.parse(received.answer);
  }

  /** Lets the process go; it ends by itself. */
  async stop(): Promise<void> {
    if (!this.#process.connected) return;
    const ended = once(this.#process, 'exit');
    this.#process.disconnect();
    await ended;
  }

  async #failure(): Promise<never> {
    await once(this.#process, 'exit');
    throw new Error('a process of the bench ended before it answered');
  }
}

/** The other side: answers every question that fits the schema, one after the other. */
export function answerTo<Question>(
  schema: z.ZodType<Question>,
  answer: (question: Question) => Promise<unknown>,
): void {
  process.on('message', (question: unknown) => {
    Promise.resolve()
      .then(() => answer(schema.parse(question)))
      .then(
        (value) => process.send?.({ answer: value ?? null }),
        (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
