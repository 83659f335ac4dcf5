/**
 * How long an edit takes to its durable acknowledgement, and to the others' screens: 20 people who type in one section at
 * typing speed, with the stock client. Beside it, by turns, what the disk itself needs to keep one small write.
 */
import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type * as Y from 'yjs';
import { ServerProcess } from '../support/serverProcess.ts';
import { createBenchPlans } from './benchPlans.ts';
import { DiskFlush } from './diskFlush.ts';
import { byTurns, events, type Figure } from './harness.ts';
import { TypingPerson } from './typingPerson.ts';

const writerCount = 20;
const turns = 3;
const typingMilliseconds = 5_000;
const flushesPerTurn = 100;
/** Between two keys: 60 words a minute, unevenly. */
const keyMilliseconds = { least: 100, most: 300 };

interface Typed {
  readonly acknowledged: readonly number[];
  readonly shown: readonly number[];
}

export async function editLatency(): Promise<Figure[]> {
  const { dataDirectory, planIds, writers } = await createBenchPlans({ plans: 1, writers: writerCount });
  const server = await ServerProcess.start({ dataDirectory });
  const disk = new DiskFlush(join(dataDirectory, 'bench'));
  const people: TypingPerson[] = [];
  // Every stock client listens for the end of the process.
  setMaxListeners(writerCount + 10, process);
  try {
    for (const name of writers) {
      const person = await server.signIn(name);
      people.push(await TypingPerson.arrive({ person, planId: planIds[0] ?? '' }));
    }
    const taken = await byTurns(
      turns,
      () => type(people),
      () => disk.measure(flushesPerTurn),
    );
    const commits = taken.second.flatMap(({ commit }) => commit);
    const comparedTo = {
      name: 'one row committed by SQLite (WAL, synchronous=FULL), same folder',
      value: events(commits),
    };
    const more = {
      writers: writerCount,
      fsyncOfOneLineMs: events(taken.second.flatMap(({ fsync }) => fsync)),
    };
    const figure = (name: string, pick: (typed: Typed) => readonly number[]): Figure => ({
      name,
      unit: 'ms',
      value: events(taken.first.flatMap(pick)),
      comparedTo,
      more,
    });
    return [
      figure('edit-to-acknowledgement', ({ acknowledged }) => acknowledged),
      figure('edit-to-screens', ({ shown }) => shown),
    ];
  } finally {
    people.forEach((person) => person.leave());
    disk.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

async function type(people: readonly TypingPerson[]): Promise<Typed> {
  const until = performance.now() + typingMilliseconds;
  const shown: number[] = [];
  const stops = people.map(({ doc }) => watch(doc, people, shown));
  const acknowledged = await Promise.all(people.map((person) => typeUntil(person, until)));
  stops.forEach((stop) => stop());
  return { acknowledged: acknowledged.flat(), shown };
}

async function typeUntil(person: TypingPerson, until: number): Promise<number[]> {
  const { least, most } = keyMilliseconds;
  const underway: Promise<number>[] = [];
  for (;;) {
    await pause(least + Math.random() * (most - least));
    if (performance.now() > until) return Promise.all(underway);
    underway.push(person.press());
  }
}

/** Notes for every letter of somebody else's how long after the key it came into this document. */
function watch(doc: Y.Doc, people: readonly TypingPerson[], shown: number[]): () => void {
  const note = ({ beforeState, afterState }: Y.Transaction) => {
    const now = performance.now();
    for (const person of people) {
      if (person.doc === doc) continue;
      const from = beforeState.get(person.doc.clientID) ?? 0;
      const to = afterState.get(person.doc.clientID) ?? 0;
      for (let clock = from; clock < to; clock += 1) {
        const pressed = person.pressedAt(clock);
        if (pressed !== undefined) shown.push(now - pressed);
      }
    }
  };
  doc.on('afterTransaction', note);
  return () => doc.off('afterTransaction', note);
}
