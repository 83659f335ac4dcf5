/**
 * A meeting and a plan under a flood of sockets: how long joining and an edit take while another address is refused as fast as it
 * can ask, beside the same without the flood, by turns.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { MeetingPage } from '../../integration/meetings/meetingPage.ts';
import { ServerProcess } from '../../support/serverProcess.ts';
import { Child } from '../child.ts';
import { byTurns, events, rounds, type Figure } from '../harness.ts';
import { TypingPerson } from '../typingPerson.ts';

const turns = 4;
const joinsPerTurn = 15;
const editsPerTurn = 60;
/** Another address of this machine than the people's. */
const floodAddress = '127.0.0.2';
const mostTimes = 1.5;
const countSchema = z.object({ refusedPerSecond: z.number() });

interface Held {
  readonly joins: readonly number[];
  readonly edits: readonly number[];
}

export async function flood(): Promise<Figure[]> {
  const server = await ServerProcess.start();
  const attacker = Child.start(join(import.meta.dirname, 'floodProcess.ts'));
  const refused: number[] = [];
  const coordinator = await server.signIn('Kari Nymoen');
  const planId = await coordinator.planOf('Harald Solbakken');
  const { meeting } = await coordinator.call(
    'createMeeting',
    { planId },
    { kind: 'care-team', startsAt: null, invited: [] },
  );
  const typist = await TypingPerson.arrive({ person: await server.signIn('Anne Lindqvist'), planId });

  async function hold(): Promise<Held> {
    const joins: number[] = [];
    const edits: number[] = [];
    for (let done = 0; done < joinsPerTurn; done += 1) {
      const begun = performance.now();
      const page = await MeetingPage.open(coordinator);
      await page.enter(meeting.id);
      joins.push(performance.now() - begun);
      await page.get('meeting:leave', {});
      page.close();
    }
    for (let done = 0; done < editsPerTurn; done += 1) edits.push(await typist.press());
    return { joins, edits };
  }

  async function holdUnderFlood(): Promise<Held> {
    await attacker.ask({ ask: 'begin', port: server.port, from: floodAddress }, countSchema);
    const held = await hold();
    refused.push((await attacker.ask({ ask: 'end' }, countSchema)).refusedPerSecond);
    return held;
  }

  try {
    const taken = await byTurns(turns, holdUnderFlood, hold);
    const figure = (name: string, pick: (held: Held) => readonly number[]): Figure => ({
      name,
      unit: 'ms under a flood',
      value: events(taken.first.flatMap(pick)),
      comparedTo: { name: 'the same without a flood', value: events(taken.second.flatMap(pick)) },
      target: { says: `at most ${mostTimes} times`, isMet: ({ ratio }) => ratio <= mostTimes },
    });
    return [
      { name: 'flood-refused', unit: 'sockets refused per second', value: rounds(refused.slice(1)) },
      figure('flood-join', ({ joins }) => joins),
      figure('flood-edit', ({ edits }) => edits),
    ];
  } finally {
    typist.leave();
    await attacker.stop();
    await server.kill('SIGTERM');
    await server.remove();
  }
}
