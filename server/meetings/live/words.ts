/** Owns what is written in a live meeting: the chat, and captions by a human captioner. Gone with the meeting unless the chat is kept. */
import { newId } from '../../../shared/domain/ids.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { PushData } from '../../../shared/protocol/pushes.ts';
import type { ChatMessage } from '../../../shared/protocol/types.ts';
import type { Participant } from './participant.ts';
import type { Participants } from './participants.ts';

interface Settings {
  readonly participants: Participants;
  /** What was kept from before this meeting came to life here. */
  readonly kept: readonly ChatMessage[];
  /** Puts a message on disk, where the chat is kept. */
  readonly keep: (message: ChatMessage) => Promise<void>;
  readonly now: () => Date;
}

/** The most messages that one who comes in is given. */
const mostMessages = 300;

export class Words {
  readonly #settings: Settings;
  readonly #messages: ChatMessage[];

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#messages = [...settings.kept];
  }

  /** What has been written so far. */
  get messages(): readonly ChatMessage[] {
    return this.#messages;
  }

  /** Says something to all who are in the room. The same `id` again is the same message. */
  async say({ member }: Participant, { id, text }: { id: string; text: string }): Promise<void> {
    if (this.#messages.some((message) => message.id === id)) return;
    const { personId, name, role } = member;
    const message = { id, personId, name, role, text, at: this.#settings.now().toISOString() };
    await this.#settings.keep(message);
    if (this.#messages.some((known) => known.id === id)) return;
    this.#messages.push(message);
    if (this.#messages.length > mostMessages) this.#messages.shift();
    this.#tell('meeting:said', message);
  }

  /** What is being said, as a captioner writes it. @throws SamradError `not-found` for one who is no captioner. */
  caption(
    participant: Participant,
    { line, text, isDone }: { line: 'first' | 'second'; text: string; isDone: boolean },
  ): void {
    if (!participant.mayCaption) throw new SamradError('not-found');
    const { id, member } = participant;
    this.#tell('meeting:captioned', { participantId: id, name: member.name, line, text, isDone, id: newId() });
  }

  #tell<Name extends 'meeting:said' | 'meeting:captioned'>(name: Name, data: PushData<Name>): void {
    for (const participant of this.#settings.participants.all)
      if (participant.state.name === 'joined') participant.push(name, data);
  }
}
