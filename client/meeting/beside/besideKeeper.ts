/** Who sits beside me as I have said it, whom the convener has noted, and who has come beside the others since I last looked. */
import type { Helper } from '../../../shared/meetings/helpers.ts';
import type { MeetingInfo } from '../../../shared/protocol/types.ts';
import type { MeetingState } from '../state.ts';
import { besideOthers, without, type Beside } from './besideNews.ts';

export interface BesideView {
  readonly noted: readonly Helper[];
  readonly now: readonly Helper[];
  /** Who has come beside the others, until it is seen. */
  readonly news: readonly Beside[];
}

export class BesideKeeper {
  #noted: readonly Helper[] = [];
  #now: readonly Helper[] = [];
  #news: readonly Beside[] = [];

  get view(): BesideView {
    return { noted: this.#noted, now: this.#now, news: this.#news };
  }

  get now(): Helper[] {
    return [...this.#now];
  }

  /** The meeting as it is agreed, for the person of this id. */
  agreed({ terms }: Pick<MeetingInfo, 'terms'>, personId: string | undefined): void {
    this.#noted = terms.helpers
      .filter((helper) => helper.personId === personId)
      .map(({ name, relation }) => ({ name, relation }));
  }

  /** I have said who is here. */
  said(beside: readonly Helper[]): void {
    this.#now = beside;
  }

  /** I have seen who came beside the others. */
  seen(): void {
    this.#news = [];
  }

  /** Who came beside somebody while I was in the room is news; no longer when they have gone. */
  stateChanged(before: MeetingState, after: MeetingState): void {
    if (after.name !== 'inRoom') this.#news = [];
    if (after.name !== 'inRoom' || before.name !== 'inRoom' || before.meeting === after.meeting) return;
    const now = besideOthers(after.meeting);
    const still = this.#news.filter((one) => without([one], now).length === 0);
    this.#news = [...still, ...without(without(now, besideOthers(before.meeting)), still)];
  }
}
