/** What somebody has filled in about a meeting that is not made yet, and what is wrong with it. Without DOM. */
import { agendaFor, type AgendaPoint } from '../../shared/meetings/agenda.ts';
import type { NotedHelper } from '../../shared/meetings/helpers.ts';
import { externalVideoSchema, type Terms } from '../../shared/meetings/course.ts';
import type { MeetingInfo, MeetingKind, MemberInfo } from '../../shared/protocol/types.ts';
import { localInputValue } from '../app/dates.ts';

export interface NewMeetingDraft {
  readonly kind: MeetingKind;
  readonly when: 'now' | 'later';
  /** As an input of type datetime-local gives it: local time to the minute, or empty. */
  readonly localTime: string;
  readonly invited: ReadonlySet<string>;
  /** What is gone through. */
  readonly agenda: readonly AgendaPoint[];
  readonly professionalsFirst: boolean;
  readonly keepChat: boolean;
  /** Whether who comes by a link also writes a code from a mail. */
  readonly linkCode: boolean;
  /** Whether sound and picture are encrypted from end to end; cannot be changed later. */
  readonly endToEnd: boolean;
  /** The address of video at another place, as it is written; '' for video here. */
  readonly externalVideo: string;
  /** Who is to sit beside whom, as far as it is written. */
  readonly helpers: readonly NotedHelper[];
  /** Weeks between the meetings of a series; 0 for one that is alone. */
  readonly everyWeeks: number;
  /** How many the series has. */
  readonly times: number;
}

/** A meeting as it is asked for. */
export interface NewMeeting {
  readonly kind: MeetingKind;
  /** ISO 8601 in UTC; null is now. */
  readonly startsAt: string | null;
  readonly invited: readonly string[];
  readonly terms: Terms;
  readonly repeats: { readonly everyWeeks: number; readonly times: number } | undefined;
}

export type DraftProblem = 'nobody-invited' | 'no-time' | 'time-passed' | 'no-video' | 'half-helper';

const minuteMs = 60 * 1000;

/** The first thing that must be put right, or null. `now` in milliseconds since 1970. */
export function problemOf(draft: NewMeetingDraft, now: number): DraftProblem | null {
  if (draft.when === 'later') {
    const startsAt = Date.parse(draft.localTime);
    if (Number.isNaN(startsAt)) return 'no-time';
    // The field knows no seconds: the minute that has begun is the earliest that it offers.
    if (startsAt <= now - minuteMs) return 'time-passed';
  }
  if (draft.invited.size === 0) return 'nobody-invited';
  if (noted(draft).some(({ name, relation }) => name === '' || relation === '')) return 'half-helper';
  const address = draft.externalVideo.trim();
  return address === '' || externalVideoSchema.safeParse(address).success ? null : 'no-video';
}

/** The GPs that could be invited, where none of them is: easily forgotten, so it must be meant. */
export function gpsLeftOut(draft: NewMeetingDraft, others: readonly MemberInfo[]): readonly MemberInfo[] {
  const gps = others.filter((member) => member.role === 'gp');
  return gps.some((gp) => draft.invited.has(gp.personId)) ? [] : gps;
}

/** What is offered first: a meeting now, or `meeting` as it is agreed. */
export function draftOf(team: readonly MemberInfo[], nextFullHour: Date, meeting: MeetingInfo | null): NewMeetingDraft {
  if (meeting === null) {
    const kind = 'care-team';
    const usual = { when: 'now', localTime: localInputValue(nextFullHour), invited: new Set<string>() } as const;
    const rest = {
      professionalsFirst: false,
      keepChat: false,
      linkCode: false,
      endToEnd: false,
      externalVideo: '',
      helpers: [],
      everyWeeks: 0,
      times: 4,
    };
    return { kind, ...usual, agenda: agendaFor(kind, team), ...rest };
  }
  const { kind, startsAt, invited, terms } = meeting;
  const others = invited.filter((personId) => personId !== meeting.convener.personId);
  const localTime = localInputValue(new Date(startsAt));
  const externalVideo = terms.externalVideo ?? '';
  return { ...terms, externalVideo, kind, when: 'later', localTime, invited: new Set(others), everyWeeks: 0, times: 4 };
}

/** The helpers of those who are invited, without the blanks around what is written. */
function noted({ helpers, invited }: Pick<NewMeetingDraft, 'helpers' | 'invited'>): NotedHelper[] {
  return helpers
    .filter(({ personId }) => invited.has(personId))
    .map(({ personId, name, relation }) => ({ personId, name: name.trim(), relation: relation.trim() }));
}

/** Whether the patient is among the invited: without them the meeting is about them. */
export function isWithPatient({ invited }: Pick<NewMeetingDraft, 'invited'>, team: readonly MemberInfo[]): boolean {
  return team.some(({ personId, role }) => role === 'patient' && invited.has(personId));
}

/** A draft without problems as a meeting to ask for. */
export function meetingOf(draft: NewMeetingDraft, team: readonly MemberInfo[]): NewMeeting {
  const {
    kind,
    when,
    localTime,
    invited,
    agenda,
    professionalsFirst,
    keepChat,
    linkCode,
    endToEnd,
    everyWeeks,
    times,
  } = draft;
  const externalVideo = draft.externalVideo.trim() === '' ? null : draft.externalVideo.trim();
  return {
    kind,
    startsAt: when === 'now' ? null : new Date(localTime).toISOString(),
    invited: [...invited],
    terms: {
      withPatient: isWithPatient(draft, team),
      professionalsFirst,
      agenda: [...agenda],
      keepChat,
      linkCode,
      endToEnd: endToEnd && externalVideo === null,
      externalVideo,
      helpers: noted(draft),
    },
    repeats: when === 'later' && everyWeeks > 0 ? { everyWeeks, times } : undefined,
  };
}
