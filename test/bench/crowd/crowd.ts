/** A browser page full of light participants, each with a line of its own to a server. The same for whatever server it is. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Line, LineConsumer, LineSetup, Signal } from './messages.ts';

interface Member {
  readonly line: Line;
  readonly setup: LineSetup;
}

export class Crowd {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #members: Member[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
  }

  /** Opens the page that is served at this address. */
  static async open(browser: Browser, url: string): Promise<Crowd> {
    const context = await browser.newContext({ viewport: { width: 320, height: 200 } });
    const page = await context.newPage();
    const crowd = new Crowd(context, page);
    await page.exposeFunction('signal', (member: number, signal: Signal) => crowd.#carryOut(member, signal));
    await page.goto(url);
    await page.waitForFunction(() => window.crowd !== undefined);
    return crowd;
  }

  /** Comes in on this line and begins to send. */
  async add(line: Line): Promise<void> {
    const member = this.#members.length;
    const setup = await line.open();
    this.#members.push({ line, setup });
    await this.#page.evaluate(([participant, transports]) => window.crowd?.send(participant, transports), [
      member,
      setup,
    ] as const);
  }

  /** Everybody receives all that is sent now. Answers how many streams that is. */
  async receiveAll(): Promise<number> {
    let streams = 0;
    for (const [member, { setup }] of this.#members.entries())
      streams += await this.#page.evaluate(
        async ([participant, transports]) => (await window.crowd?.receive(participant, transports)) ?? 0,
        [member, setup] as const,
      );
    return streams;
  }

  async close(): Promise<void> {
    await this.#context.close();
    await Promise.all(this.#members.map(({ line }) => line.close()));
  }

  async #carryOut(member: number, signal: Signal): Promise<readonly LineConsumer[]> {
    const line = this.#members[member]?.line;
    if (!line) throw new Error('nobody of this number');
    switch (signal.ask) {
      case 'connect':
        await line.connect(signal.transportId, signal.dtlsParameters);
        return [];
      case 'produce':
        await line.produce(signal.transportId, signal.kind, signal.rtpParameters);
        return [];
      case 'consume':
        return line.consume(signal.rtpCapabilities);
      case 'resume':
        await line.resume(signal.consumerIds);
        return [];
    }
  }
}
