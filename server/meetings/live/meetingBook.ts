/** Owns what a live meeting writes down: who came, waited and went, who was let in by whom, that it opened and ended. */
import type { Log } from '../../log.ts';
import type { MeetingRecord, MeetingService } from '../meetingService.ts';
import type { Participant } from './participant.ts';

interface Settings {
  readonly record: MeetingRecord;
  readonly service: Pick<
    MeetingService,
    'recordAdmission' | 'recordConfirmation' | 'recordPresence' | 'markOpen' | 'end'
  >;
  readonly log: Log;
}

export class MeetingBook {
  readonly #settings: Settings;
  #opened: Promise<void> | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Somebody is in the room; the first one opens the meeting. */
  async joined({ member }: Participant): Promise<void> {
    const { record, service } = this.#settings;
    await Promise.all([service.recordPresence({ meetingId: record.id, member, event: 'joined' }), this.#open()]);
  }

  async waiting({ member }: Participant): Promise<void> {
    const { record, service } = this.#settings;
    await service.recordPresence({ meetingId: record.id, member, event: 'waiting' });
  }

  /** Somebody went. There is nobody left to tell when it can't be written, so that is logged. */
  async left({ member }: Participant): Promise<void> {
    const { record, service, log } = this.#settings;
    await service
      .recordPresence({ meetingId: record.id, member, event: 'left' })
      .catch((error: unknown) => log.error({ err: error }, 'leaving was not recorded'));
  }

  async admission(by: Participant, { member }: Participant, admitted: boolean): Promise<void> {
    const { record, service } = this.#settings;
    const about = { meetingId: record.id, planId: record.planId, personId: member.personId };
    await service.recordAdmission({ ...about, by: by.member, admitted });
  }

  async confirmed(by: Participant, { member }: Participant): Promise<void> {
    const { record, service } = this.#settings;
    const about = { meetingId: record.id, planId: record.planId, personId: member.personId };
    await service.recordConfirmation({ ...about, by: by.member });
  }

  async ended(by: Participant): Promise<void> {
    await this.#settings.service.end({ meeting: this.#settings.record, by: by.member });
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
