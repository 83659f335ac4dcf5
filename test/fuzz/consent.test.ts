/**
 * People gain and lose consent while others write. What must hold, by the order of events in this process:
 *
 * A person may hold a section from the moment a consent is asked for until the moment its withdrawal is answered. Each
 * word is written once and stands nowhere else. A frame with a word in it may come to a person only if some such time of
 * theirs began before the frame came and ended after the word was sent. So what is still on the line when a withdrawal is
 * answered may arrive, and nothing that was written after it, ever; and after a channel is closed nothing comes on it.
 */
import { afterAll, expect, test } from 'vitest';
import { sectionsByConsent } from '../../shared/domain/consent.ts';
import { sections, type SectionId } from '../../shared/careplan/sections.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { Listener } from '../support/listener.ts';
import type { Person } from '../support/person.ts';
import { Random, seedOf } from '../support/random.ts';
import type { ReceivedFrame } from '../support/rawConnection.ts';
import { startTeam, wordUpdate, type TeamPlan } from '../support/teamPlan.ts';

const firstSeed = seedOf('CONSENT', 20261123);
const runs = Number(process.env['CONSENT_RUNS'] ?? 1);
const steps = 250;
const readers = { Inger: 'relative', Marte: 'relative', Bjørn: 'volunteer', Lina: 'allied' } as const;
/** Where the readers meet: enough that each is often open for one and closed for another. */
const contested: readonly SectionId[] = ['what-matters', 'disease', 'wishes', 'faith', 'daily-life', 'zones'];

let plan: TeamPlan | null = null;

afterAll(async () => {
  await plan?.server.stop();
  await plan?.server.remove();
});

interface Word {
  readonly sectionId: SectionId;
  readonly sentAt: number;
}

/** When a person might hold a section; `to` is Infinity while it is open. */
interface Span {
  readonly sectionId: SectionId;
  readonly from: number;
  to: number;
}

interface Writer {
  readonly role: Role;
  readonly listener: Listener;
}

class Reader {
  readonly person: Person;
  readonly listener: Listener;
  readonly sectionIds: readonly SectionId[];
  readonly spans: Span[] = [];
  readonly channels = new Map<number, SectionId>();

  constructor(person: Person, listener: Listener, sectionIds: readonly SectionId[]) {
    this.person = person;
    this.listener = listener;
    this.sectionIds = sectionIds;
  }

  get isFull(): boolean {
    return this.channels.size > 40;
  }
}

class Run {
  readonly #random: Random;
  readonly #plan: TeamPlan;
  readonly #patient: Person;
  readonly #writers: readonly Writer[];
  readonly #readers: Reader[];
  readonly #lines = new Map<SectionId, { readonly listener: Listener; readonly channel: number }>();
  readonly words = new Map<string, Word>();
  readonly heardAt = new Map<ReceivedFrame, number>();
  /** Counts events: what has a smaller number was before. */
  #clock = 0;
  readonly #run: number;
  counts = { opened: 0, cut: 0, heard: 0, written: 0, writtenWhileClosed: 0 };

  constructor(parts: {
    random: Random;
    plan: TeamPlan;
    patient: Person;
    writers: readonly Writer[];
    readers: Reader[];
    run: number;
  }) {
    this.#random = parts.random;
    this.#plan = parts.plan;
    this.#patient = parts.patient;
    this.#writers = parts.writers;
    this.#readers = parts.readers;
    this.#run = parts.run;
    for (const { listener } of parts.readers)
      listener.connection.onFrame((frame) => this.heardAt.set(frame, (this.#clock += 1)));
  }

  async go(): Promise<void> {
    const pending = new Set<Promise<void>>();
    for (let step = 0; step < steps; step += 1) {
      const doing = this.#step();
      pending.add(doing);
      void doing.finally(() => pending.delete(doing));
      // Now and then all is awaited; most of the time several things are on their way at once.
      if (this.#random.below(4) === 0) await Promise.all(pending);
    }
    await Promise.all(pending);
    await this.#settle();
  }

  async #step(): Promise<void> {
    const reader = this.#random.pick(this.#readers);
    const sectionId = this.#random.pick(reader.sectionIds);
    switch (this.#random.below(6)) {
      case 0:
        return this.#give(reader, sectionId);
      case 1:
        return this.#withdraw(reader, sectionId);
      case 2:
      case 3:
        if (!reader.isFull) reader.channels.set(reader.listener.ask(sectionId), sectionId);
        return;
      default:
        return this.#write(this.#random.pick(contested));
    }
  }

  async #give(reader: Reader, sectionId: SectionId): Promise<void> {
    // One consent at a time for each cell, so that its time is known; one that is being withdrawn still counts.
    if (reader.spans.some((span) => span.sectionId === sectionId && span.to === Infinity)) return;
    reader.spans.push({ sectionId, from: (this.#clock += 1), to: Infinity });
    this.counts.opened += 1;
    const opening = {
      personId: reader.person.personId,
      sectionIds: [sectionId],
      from: null,
      until: null,
      recorded: null,
    };
    await this.#patient.call('giveConsent', { planId: this.#plan.planId }, opening);
  }

  async #withdraw(reader: Reader, sectionId: SectionId): Promise<void> {
    const { planId } = this.#plan;
    const span = reader.spans.find((candidate) => candidate.sectionId === sectionId && candidate.to === Infinity);
    if (!span) return;
    const { consents } = await this.#patient.call('consents', { planId }, {});
    const mine = consents.find(
      ({ ended, person, sectionId: id }) => !ended && id === sectionId && person.personId === reader.person.personId,
    );
    if (!mine) return;
    await this.#patient.call('withdrawConsents', { planId }, { consentIds: [mine.id] });
    if (span.to === Infinity) span.to = this.#clock += 1;
  }

  async #write(sectionId: SectionId): Promise<void> {
    const word = `w${this.#run}x${this.words.size}y`;
    this.words.set(word, { sectionId, sentAt: (this.#clock += 1) });
    this.counts.written += 1;
    const closed = this.#readers.some(
      ({ spans, sectionIds }) =>
        sectionIds.includes(sectionId) && !spans.some((span) => span.sectionId === sectionId && span.to === Infinity),
    );
    if (closed) this.counts.writtenWhileClosed += 1;
    const line = this.#lines.get(sectionId);
    line?.listener.write(line.channel, wordUpdate(word));
    await Promise.resolve();
  }

  /** Each contested section is open once, for somebody who may write it. */
  async prepare(): Promise<void> {
    for (const sectionId of contested) {
      const writer = this.#writers.find(({ role }) => sections[sectionId].access[role] === 'write');
      if (!writer) throw new Error(`nobody here writes ${sectionId}`);
      const channel = writer.listener.ask(sectionId);
      this.#lines.set(sectionId, { listener: writer.listener, channel });
      await writer.listener.echo(channel);
    }
  }

  /** All that was written is on disk and sent; what each reader still has on the line has come. */
  async #settle(): Promise<void> {
    for (const { listener, channel } of this.#lines.values()) await listener.echo(channel);
    for (const { listener } of this.#readers) {
      const channel = await listener.attend('notices');
      await listener.echo(channel);
    }
  }

  /** Everything that anybody heard and might not. */
  violations(): string[] {
    return this.#readers.flatMap((reader) => [...this.#overheard(reader), ...this.#afterClose(reader)]);
  }

  #overheard({ listener, spans, person }: Reader): string[] {
    return listener.connection.frames.flatMap((frame) => {
      if (frame.kind !== 'data') return [];
      const at = this.heardAt.get(frame) ?? 0;
      const text = Buffer.from(frame.bytes).toString('latin1');
      return [...text.matchAll(new RegExp(`w${this.#run}x\\d+y`, 'g'))].flatMap(([found]) => {
        const word = this.words.get(found);
        if (!word) return [`${found} was never written`];
        this.counts.heard += 1;
        const might = spans.some(
          ({ sectionId, from, to }) => sectionId === word.sectionId && from < at && to > word.sentAt,
        );
        return might
          ? []
          : [`${person.personId} heard ${found} of ${word.sectionId}, sent at ${word.sentAt}, at ${at}`];
      });
    });
  }

  #afterClose({ listener }: Reader): string[] {
    const closed = new Set<number>();
    return listener.connection.frames.flatMap((frame) => {
      if (frame.kind === 'heartbeat') return [];
      if (frame.kind === 'data') return closed.has(frame.channel) ? [`data after the close of ${frame.channel}`] : [];
      closed.add(frame.channel);
      this.counts.cut += 1;
      return [];
    });
  }
}

test.each(Array.from({ length: runs }, (_, run) => firstSeed + run))(
  'P3: with seed %i, nobody ever receives a byte of a section while they may not, however consents come and go',
  async (seed) => {
    plan ??= await startTeam({ Harald: 'patient', Anne: 'gp', ...readers });
    const { server, planId } = plan;
    const [patient, gp] = await Promise.all([server.signIn('Harald'), server.signIn('Anne')]);
    const writers: Writer[] = [
      { role: 'gp', listener: await Listener.open(gp, planId) },
      { role: 'patient', listener: await Listener.open(patient, planId) },
    ];
    const people = await Promise.all(
      Object.entries(readers).map(async ([name, role]) => {
        const person = await server.signIn(name);
        const openable = sectionsByConsent(role).filter((id) => contested.includes(id));
        return new Reader(person, await Listener.open(person, planId), openable);
      }),
    );
    const run = new Run({ random: new Random(seed), plan, patient, writers, readers: people, run: seed });
    await run.prepare();
    await run.go();
    const violations = run.violations();
    process.stdout.write(`CONSENT seed ${seed}: ${JSON.stringify(run.counts)}\n`);
    [...writers, ...people].forEach(({ listener }) => listener.close());
    expect(violations).toEqual([]);
    // A run in which nothing happens proves nothing.
    for (const count of Object.values(run.counts)) expect(count).toBeGreaterThan(5);
    const { consents } = await patient.call('consents', { planId }, {});
    const consentIds = consents.filter(({ ended }) => !ended).map(({ id }) => id);
    for (let at = 0; at < consentIds.length; at += 20)
      await patient.call('withdrawConsents', { planId }, { consentIds: consentIds.slice(at, at + 20) });
  },
);
