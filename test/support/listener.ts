/** One person's raw connection to a plan, with what came on each channel, and the words of y-websocket to speak on it. */
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { sections, type SectionId } from '../../shared/careplan/sections.ts';
import { documentName, message } from '../../shared/protocol/sync.ts';
import type { Person } from './person.ts';
import { bytes, RawConnection, type ReceivedFrame } from './rawConnection.ts';

/** The state vector of an empty document: asks for all there is. */
const nothingKnown = Uint8Array.of(0);

export class Listener {
  readonly connection: RawConnection;
  readonly #planId: string;
  #lastChannel = 0;

  private constructor(connection: RawConnection, planId: string) {
    this.connection = connection;
    this.#planId = planId;
  }

  static async open(person: Person, planId: string): Promise<Listener> {
    const connection = await RawConnection.open({ url: person.url, cookie: person.cookie });
    return new Listener(connection, planId);
  }

  /** Asks for a section and for all that is in it; answers the channel, without waiting. */
  ask(sectionId: SectionId): number {
    const channel = (this.#lastChannel += 1);
    const name = documentName({ kind: 'section', planId: this.#planId, sectionId });
    this.connection.openChannel(channel, name, sections[sectionId].schema);
    this.connection.sendData(channel, syncMessage(0, nothingKnown));
    return channel;
  }

  /** Opens presence or notices; resolves with the channel once the server listens to it. */
  async attend(kind: 'presence' | 'notices'): Promise<number> {
    const channel = (this.#lastChannel += 1);
    this.connection.openChannel(channel, documentName({ kind, planId: this.#planId }));
    await this.echo(channel);
    return channel;
  }

  write(channel: number, update: Uint8Array): void {
    this.connection.sendData(channel, syncMessage(2, update));
  }

  /** Resolves when the server has dealt with all that was sent on a channel. */
  async echo(channel: number): Promise<void> {
    this.connection.sendData(channel, Uint8Array.of(message.durable, 1, 1));
    const before = this.#on(channel, message.durable).length;
    await this.connection.frame(() => this.#on(channel, message.durable).length > before);
  }

  /** What the server answered to the question for all there is: its content, or the code with which it closed the channel. */
  async answer(channel: number): Promise<{ content: string } | { closed: number }> {
    const found = await this.connection.frame(
      (frame) =>
        frame.kind !== 'heartbeat' &&
        frame.channel === channel &&
        (frame.kind === 'close' || (frame.bytes[0] === message.sync && frame.bytes[1] === 1)),
    );
    if (found.kind === 'data') return { content: Buffer.from(found.bytes).toString('latin1') };
    return { closed: found.kind === 'close' ? found.code : 0 };
  }

  /** Everything that came on a channel, as text in which words can be looked for. */
  heard(channel?: number): string {
    return this.connection.frames
      .flatMap((frame) => (isData(frame) && (channel ?? frame.channel) === frame.channel ? [frame.bytes] : []))
      .map((data) => Buffer.from(data).toString('latin1'))
      .join('\n');
  }

  /** The topics told on a channel of notices so far. */
  topics(channel: number): string[] {
    return this.#on(channel, message.notice).map((data) => {
      const decoder = createDecoder(data);
      readVarUint(decoder);
      return readVarString(decoder);
    });
  }

  /** Resolves when this many notices of a topic have come. */
  async told(channel: number, topic: string, times: number): Promise<void> {
    await this.connection.frame(() => this.topics(channel).filter((told) => told === topic).length >= times);
  }

  close(): void {
    this.connection.close();
  }

  #on(channel: number, type: number): Uint8Array[] {
    return this.connection.frames.flatMap((frame) =>
      isData(frame) && frame.channel === channel && frame.bytes[0] === type ? [frame.bytes] : [],
    );
  }
}

function isData(frame: ReceivedFrame): frame is ReceivedFrame & { kind: 'data' } {
  return frame.kind === 'data';
}

function syncMessage(type: number, content: Uint8Array): Uint8Array {
  return bytes((encoder) => {
    writeVarUint(encoder, message.sync);
    writeVarUint(encoder, type);
    writeVarUint8Array(encoder, content);
  });
}
