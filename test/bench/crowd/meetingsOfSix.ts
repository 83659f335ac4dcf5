/** Meetings of six light participants, one after the other, on our server and on the bare one. */
import { callMeeting } from '../../support/gathering.ts';
import { Person } from '../../support/person.ts';
import type { BareServer } from '../bare/bareServer.ts';
import { bareLine } from './bareLine.ts';
import type { Crowd } from './crowd.ts';
import { samradLine, type SamradLine } from './samradLine.ts';

const people = ['Kari Nymoen', 'Anne Lindqvist', 'Jonas Haugland', 'Sofie Amundsen', 'Fatima Yilmaz', 'Lina Strand'];
export const meetingSize = people.length;

/** Brings in one more meeting, of which all send. Answers their numbers in the crowd. */
export type BringMeeting = (crowd: Crowd) => Promise<readonly number[]>;

export async function samradMeetings(url: string): Promise<BringMeeting> {
  const persons = await Promise.all(people.map((name) => Person.signIn(url, name)));
  return async (crowd) => {
    const { meetingId } = await callMeeting(url, people.slice(1));
    const members: number[] = [];
    let leader: SamradLine | null = null;
    for (const person of persons) {
      const line: SamradLine = await samradLine(person, meetingId, leader?.page ?? null);
      leader ??= line;
      members.push(await crowd.add(line));
    }
    return members;
  };
}

export function bareMeetings(bare: BareServer): BringMeeting {
  let room = 0;
  return async (crowd) => {
    room += 1;
    const members: number[] = [];
    for (const _ of people) members.push(await crowd.add(await bareLine(bare.url, String(room))));
    return members;
  };
}
