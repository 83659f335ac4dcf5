/** What a screen reader is told, politely, when something changes in the meeting that the eyes would see by themselves. */
import type { HostingTexts } from '../i18n/nb/hosting.ts';
import type { LineTexts } from '../i18n/nb/line.ts';
import type { MeetingTexts } from '../i18n/nb/meeting.ts';
import type { SharedTexts } from '../../shared/i18n/nb.ts';
import type { MeetingSnapshot } from '../../shared/protocol/types.ts';
import { pointTitle } from './agenda/pointTitle.ts';
import type { MeetingState } from './state.ts';

interface Words {
  readonly meeting: MeetingTexts;
  readonly shared: SharedTexts;
  readonly hosting: HostingTexts;
  readonly line: LineTexts;
}

/** The sentences for a change from one state to the next; none where nothing is worth saying. */
export function announcements(before: MeetingState, after: MeetingState, words: Words): string[] {
  if (after.name !== 'inRoom') return [];
  const say = words.meeting.announce;
  if (before.name === 'lobby') return [say.admitted];
  if (before.name !== 'inRoom') return [];
  if (after.connection !== before.connection) {
    // Who came and went meanwhile is left unsaid: after a restart all come back one by one. A knock waits for an answer.
    return after.connection === 'live'
      ? [say.live, ...knocks(before.meeting, after.meeting, words)]
      : [say.reconnecting];
  }
  return before.meeting === after.meeting ? [] : changes(before.meeting, after.meeting, words);
}

function knocks(before: MeetingSnapshot, after: MeetingSnapshot, { meeting, shared }: Words): string[] {
  const waiting = new Set(before.lobby.map(({ id }) => id));
  return after.lobby
    .filter(({ id }) => !waiting.has(id))
    .map(({ name, role }) => meeting.announce.knocked(name, shared.roles[role]));
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
    ...others
      .filter(({ id, handRaisedAt }) => handRaisedAt !== null && known.get(id)?.handRaisedAt === null)
      .map(({ name }) => say.hand(name)),
    ...others.filter(({ id, screen }) => screen && known.get(id)?.screen === false).map(({ name }) => say.screen(name)),
  ];
}
