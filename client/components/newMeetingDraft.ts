/** What somebody has filled in about a meeting that is not made yet, and what is wrong with it. Without DOM. */
import type { MeetingKind, MemberInfo } from '../../shared/protocol/types.ts';

export interface NewMeetingDraft {
  readonly kind: MeetingKind;
  readonly when: 'now' | 'later';
  /** As an input of type datetime-local gives it: local time to the minute, or empty. */
  readonly localTime: string;
  readonly invited: ReadonlySet<string>;
}

/** A meeting as it is asked for. */
export interface NewMeeting {
  readonly kind: MeetingKind;
  /** ISO 8601 in UTC; null is now. */
  readonly startsAt: string | null;
  readonly invited: readonly string[];
}

export type DraftProblem = 'nobody-invited' | 'no-time' | 'time-passed';

const minuteMs = 60 * 1000;

/** The first thing that must be put right, or null. `now` in milliseconds since 1970. */
export function problemOf(draft: NewMeetingDraft, now: number): DraftProblem | null {
  if (draft.when === 'later') {
    const startsAt = Date.parse(draft.localTime);
    if (Number.isNaN(startsAt)) return 'no-time';
    // The field knows no seconds: the minute that has begun is the earliest that it offers.
    if (startsAt <= now - minuteMs) return 'time-passed';
  }
  return draft.invited.size === 0 ? 'nobody-invited' : null;
}

/** The GPs that could be invited, where none of them is: easily forgotten, so it must be meant. */
export function gpsLeftOut(draft: NewMeetingDraft, others: readonly MemberInfo[]): readonly MemberInfo[] {
  const gps = others.filter((member) => member.role === 'gp');
  return gps.some((gp) => draft.invited.has(gp.personId)) ? [] : gps;
}

/** A draft without problems as a meeting to ask for. */
export function meetingOf(draft: NewMeetingDraft): NewMeeting {
  return {
    kind: draft.kind,
    startsAt: draft.when === 'now' ? null : new Date(draft.localTime).toISOString(),
    invited: [...draft.invited],
  };
}
