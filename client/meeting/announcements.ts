/** What a screen reader is told, politely, when something changes in the meeting that the eyes would see by themselves. */
import type { BesideTexts } from '../i18n/nb/beside.ts';
import type { HostingTexts } from '../i18n/nb/hosting.ts';
import type { LineTexts } from '../i18n/nb/line.ts';
import type { MeetingTexts } from '../i18n/nb/meeting.ts';
import type { SharedTexts } from '../../shared/i18n/nb.ts';
import type { MeetingSnapshot } from '../../shared/protocol/types.ts';
import { besideOthers, without, type Beside } from './beside/besideNews.ts';
import { helperNames } from './beside/besideWords.ts';
import { pointTitle } from './agenda/pointTitle.ts';
import type { MeetingState } from './state.ts';

interface Words {
  readonly meeting: MeetingTexts;
  readonly shared: SharedTexts;
  readonly hosting: HostingTexts;
  readonly line: LineTexts;
  readonly beside: BesideTexts;
}

/** The sentences for a change from one state to the next; none where nothing is worth saying. */
export function announcements(before: MeetingState, after: MeetingState, words: Words): string[] {
  if (after.name !== 'inRoom') return [];
  const say = words.meeting.announce;
  // Whoever comes in is told who else is before the cameras: a voice is not enough to know it by.
  const there = besides(besideOthers(after.meeting), words, 'there');
  if (before.name === 'lobby') return [say.admitted, ...there];
  if (before.name !== 'inRoom') return there;
  if (after.connection !== before.connection) {
    // Who came and went meanwhile is left unsaid: after a restart all come back one by one. A knock waits for an answer.
    return after.connection === 'live'
      ? [say.live, ...knocks(before.meeting, after.meeting, words), ...besideNews(before.meeting, after.meeting, words)]
      : [say.reconnecting];
  }
  return before.meeting === after.meeting ? [] : changes(before.meeting, after.meeting, words);
}

function knocks(before: MeetingSnapshot, after: MeetingSnapshot, { meeting, shared, beside }: Words): string[] {
  const waiting = new Set(before.lobby.map(({ id }) => id));
  return after.lobby
    .filter(({ id }) => !waiting.has(id))
    .flatMap(({ id, name, role, beside: helpers }) => [
      meeting.announce.knocked(name, shared.roles[role]),
      ...besides(
        helpers.map((helper) => ({ personId: id, name, helper })),
        { beside },
        'there',
      ),
    ]);
}

function besides(
  some: readonly Beside[],
  { beside }: Pick<Words, 'beside'>,
  what: 'there' | 'news' | 'gone',
): string[] {
  return some.map(({ name, helper }) => beside[what](helperNames([helper], beside), name));
}

/** Who came beside one of those who are there, and who went from beside them. */
function besideNews(before: MeetingSnapshot, after: MeetingSnapshot, words: Words): string[] {
  const [were, are] = [besideOthers(before), besideOthers(after)];
  const still = new Set(after.participants.map(({ personId }) => personId));
  return [
    ...besides(without(are, were), words, 'news'),
    ...besides(
      without(were, are).filter(({ personId }) => still.has(personId)),
      words,
      'gone',
    ),
  ];
}

/** Where the meeting is now, where that is another place than before. */
function course(before: MeetingSnapshot, { kind, terms, course: now }: MeetingSnapshot, { hosting }: Words): string[] {
  const say = hosting.announce;
  const point = terms.agenda.find(({ id }) => id === now.point);
  const moved = point && now.point !== before.course.point ? [say.point(pointTitle(kind, point))] : [];
  const locked = now.locked === before.course.locked ? [] : [now.locked ? say.locked : say.unlocked];
  return [...moved, ...locked];
}

/** My own picture, which others stop seeing without my doing. */
function ownPicture(before: MeetingSnapshot, after: MeetingSnapshot, { line }: Words): string[] {
  const restsIn = ({ me, participants }: MeetingSnapshot): boolean =>
    participants.find(({ id }) => id === me)?.cameraRests ?? false;
  const [rested, rests] = [restsIn(before), restsIn(after)];
  if (rested === rests) return [];
  if (rests) return [line.rests.begins];
  // Whoever turned the camera off meanwhile is not told that it is back.
  return after.participants.some(({ id, camera }) => id === after.me && camera) ? [line.rests.ends] : [];
}

function changes(before: MeetingSnapshot, after: MeetingSnapshot, words: Words): string[] {
  const say = words.meeting.announce;
  const known = new Map(before.participants.map((participant) => [participant.id, participant]));
  const still = new Set(after.participants.map(({ id }) => id));
  const others = after.participants.filter(({ id }) => id !== after.me);
  return [
    ...course(before, after, words),
    ...knocks(before, after, words),
    ...ownPicture(before, after, words),
    ...others.filter(({ id }) => !known.has(id)).map(({ name }) => say.came(name)),
    ...before.participants.filter(({ id }) => !still.has(id)).map(({ name }) => say.went(name)),
    ...besideNews(before, after, words),
    ...others
      .filter(({ id, handRaisedAt }) => handRaisedAt !== null && known.get(id)?.handRaisedAt === null)
      .map(({ name }) => say.hand(name)),
    ...others.filter(({ id, screen }) => screen && known.get(id)?.screen === false).map(({ name }) => say.screen(name)),
  ];
}
