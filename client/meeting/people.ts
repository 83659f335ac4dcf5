/** Small facts about the people in a meeting, worked out from what the server tells of them. */
import type { Participant } from '../../shared/protocol/types.ts';

const colours = 8;

/** One or two letters that stand for a name where there is no picture. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last]
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase('nb');
}

/** Which of the eight presence colours a person's badge has: always the same one for the same person. */
export function colourOf(participantId: string): number {
  return Array.from(participantId).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % colours;
}

/** Came by a link, and nobody has confirmed in this meeting who they are. */
export function isUnconfirmed({ identification, confirmedBy }: Participant): boolean {
  return identification === 'link' && confirmedBy === null;
}

/** The place of each raised hand in the order in which they went up, from 1, by participant id. */
export function handOrder(participants: readonly Participant[]): ReadonlyMap<string, number> {
  const raised = participants
    .flatMap(({ id, handRaisedAt }) => (handRaisedAt === null ? [] : [{ id, at: Date.parse(handRaisedAt) }]))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return new Map(raised.map(({ id }, index) => [id, index + 1]));
}
