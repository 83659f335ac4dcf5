/** Owns the list of those who have a place in a meeting, in the order in which they came. One person has one place. */
import type { Participant } from './participant.ts';

export class Participants {
  readonly #byPerson = new Map<string, Participant>();

  get all(): Participant[] {
    return [...this.#byPerson.values()];
  }

  get empty(): boolean {
    return this.#byPerson.size === 0;
  }

  of(personId: string): Participant | undefined {
    return this.#byPerson.get(personId);
  }

  find(participantId: string): Participant | undefined {
    return this.all.find(({ id }) => id === participantId);
  }

  /** The places in the room that others have, those included whose line is down and those who are on their way in. */
  takenByOthers(participant: Participant): number {
    return this.all.filter((one) => one !== participant && (one.inRoom || one.state.name === 'connecting')).length;
  }

  add(participant: Participant): void {
    this.#byPerson.set(participant.member.personId, participant);
  }

  /** Answers whether the participant was in the list. */
  remove(participant: Participant): boolean {
    const { personId } = participant.member;
    return this.#byPerson.get(personId) === participant && this.#byPerson.delete(personId);
  }
}
