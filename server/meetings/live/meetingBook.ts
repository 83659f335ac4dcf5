/** Owns what a live meeting writes down: who came, waited and went, who was let in by whom, that it opened and ended. */
import type { Member } from '../../../shared/domain/policy.ts';
import type { Log } from '../../log.ts';
import type { Course, Terms } from '../../../shared/meetings/course.ts';
import type { Helper } from '../../../shared/meetings/helpers.ts';
import type { ChatMessage } from '../../../shared/protocol/types.ts';
import type { MeetingRecord, MeetingService } from '../meetingService.ts';
import type { Participant } from './participant.ts';

/** What a live meeting has of the meetings' books. */
export type Books = Pick<
  MeetingService,
  | 'recordAdmission'
  | 'recordBeside'
  | 'recordConfirmation'
  | 'recordPresence'
  | 'recordPutBack'
  | 'recordRemoval'
  | 'recordStep'
  | 'keepMessage'
  | 'keptMessages'
  | 'markOpen'
  | 'end'
>;

interface Settings {
  readonly record: MeetingRecord;
  readonly service: Books;
  /** Takes back a person's link into the meeting, and what was opened by it. */
  readonly endLink: (about: { meetingId: string; personId: string; by: Member }) => Promise<void>;
  readonly log: Log;
}

export class MeetingBook {
  readonly #settings: Settings;
  #opened: Promise<void> | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Somebody is in the room; the first one opens the meeting. */
  async joined({ member, identification, beside }: Participant): Promise<void> {
    const { record, service } = this.#settings;
    const presence = { meetingId: record.id, member, identification, beside, event: 'joined' } as const;
    await Promise.all([service.recordPresence(presence), this.#open()]);
  }

  async waiting({ member, identification, beside }: Participant): Promise<void> {
    const { record, service } = this.#settings;
    await service.recordPresence({ meetingId: record.id, member, identification, beside, event: 'waiting' });
  }

  /** Somebody went. There is nobody left to tell when it can't be written, so that is logged. */
  async left({ member, identification, beside }: Participant): Promise<void> {
    const { record, service, log } = this.#settings;
    await service
      .recordPresence({ meetingId: record.id, member, identification, beside, event: 'left' })
      .catch((error: unknown) => log.error({ err: error }, 'leaving was not recorded'));
  }

  /** Who sits beside somebody in the room from now on. */
  async besides({ member }: Participant, beside: readonly Helper[]): Promise<void> {
    const { record, service } = this.#settings;
    await service.recordBeside({ meetingId: record.id, member, beside });
  }

  async admission(by: Participant, { member }: Participant, admitted: boolean): Promise<void> {
    await this.#settings.service.recordAdmission({ ...this.#about(member), by: by.member, admitted });
  }

  async confirmed(by: Participant, { member }: Participant): Promise<void> {
    await this.#settings.service.recordConfirmation({ ...this.#about(member), by: by.member });
  }

  async putBack(by: Participant, { member }: Participant): Promise<void> {
    await this.#settings.service.recordPutBack({ ...this.#about(member), by: by.member });
  }

  /** Takes somebody off the list of those who are invited. */
  async removed(by: Participant, { member }: Participant): Promise<void> {
    await this.#settings.service.recordRemoval({ ...this.#about(member), by: by.member });
  }

  /** What somebody came by stops working. */
  async linkEnded({ member }: Participant, by: Member): Promise<void> {
    await this.#settings.endLink({ ...this.#about(member), by });
  }

  /** A step of the meeting's course; `step` says which in a word of ours. */
  async steered(by: Participant, step: string, course: Course): Promise<void> {
    const { record, service } = this.#settings;
    await service.recordStep({ meetingId: record.id, planId: record.planId, by: by.member, step, course });
  }

  /** Keeps a message of the chat, where that is agreed. */
  async wrote(message: ChatMessage, terms: Pick<Terms, 'keepChat'>): Promise<void> {
    const { record, service } = this.#settings;
    if (terms.keepChat) await service.keepMessage(record.id, message);
  }

  /** What was kept of the chat. */
  written(): Promise<ChatMessage[]> {
    const { record, service } = this.#settings;
    return service.keptMessages(record.id);
  }

  async ended(by: Participant): Promise<void> {
    await this.#settings.service.end({ meeting: this.#settings.record, by: by.member });
  }

  #about({ personId }: Member) {
    const { id: meetingId, planId } = this.#settings.record;
    return { meetingId, planId, personId };
  }

  #open(): Promise<void> {
    const { record, service } = this.#settings;
    if (record.state === 'open') return Promise.resolve();
    this.#opened ??= service.markOpen(record.id).catch((error: unknown) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }
}
