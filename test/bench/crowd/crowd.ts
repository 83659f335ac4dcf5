/** A browser page full of light participants, each with a line of its own to a server. The same for whatever server it is. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Line, LineConsumer, LineSetup, PacketCounts, Signal } from './messages.ts';

/** All packets of all participants so far, at a time in milliseconds. */
export interface Packets extends PacketCounts {
  readonly at: number;
}

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

  /** The number of participants. */
  get size(): number {
    return this.#members.length;
  }

  /** Comes in on this line and begins to send. Answers the participant's number. */
  async add(line: Line): Promise<number> {
    const member = this.#members.length;
    const setup = await line.open();
    this.#members.push({ line, setup });
    await this.#page.evaluate(([participant, transports]) => window.crowd?.send(participant, transports), [
      member,
      setup,
    ] as const);
    return member;
  }

  /** One participant receives all that is sent to them now. Answers how many streams that is. */
  async receive(member: number): Promise<number> {
    const setup = this.#members[member]?.setup;
    if (!setup) throw new Error('nobody of this number');
    return this.#page.evaluate(
      async ([participant, transports]) => (await window.crowd?.receive(participant, transports)) ?? 0,
      [member, setup] as const,
    );
  }

  /** Everybody receives all that is sent now. Answers how many streams that is. */
  async receiveAll(): Promise<number> {
    let streams = 0;
    for (const member of this.#members.keys()) streams += await this.receive(member);
    return streams;
  }

  async packets(): Promise<Packets> {
    const counts = await this.#page.evaluate(async () => window.crowd?.packets());
    return { at: performance.now(), sent: counts?.sent ?? 0, received: counts?.received ?? 0 };
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
