/** Meetings as agreed between people: made, invited to, opened, ended. What happens inside one is in live/. */
import { addDays } from '../../shared/domain/calendar/dates.ts';
import { osloDate, osloInstant, osloTime } from '../../shared/domain/calendar/oslo.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { Identification } from '../../shared/domain/identification.ts';
import { mayLead, type Member, type MeetingAction } from '../../shared/domain/policy.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import { agendaFor, fitsKind } from '../../shared/meetings/agenda.ts';
import { firstCourse, type Course, type Terms } from '../../shared/meetings/course.ts';
import { mayBeHelped, type Helper } from '../../shared/meetings/helpers.ts';
import type { ChatMessage, MeetingInfo, MeetingKind, MemberInfo } from '../../shared/protocol/types.ts';
import { auditActor, type CareTeam, type TeamMember } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditEvent, AuditLog } from '../audit/auditLog.ts';
import { isOver, type MeetingStore, type StoredMeeting } from '../storage/meetingStore.ts';

/** A meeting with the names that people need to recognise it. */
export interface MeetingRecord {
  readonly id: string;
  readonly planId: string;
  readonly patientName: string;
  readonly kind: MeetingKind;
  readonly state: MeetingInfo['state'];
  readonly startsAt: string;
  readonly convener: MemberInfo;
  readonly terms: Terms;
  readonly course: Course;
  readonly endedAt: string | null;
  readonly seriesId: string | null;
}

/** A person's place in a meeting. */
export interface Seat {
  readonly meeting: MeetingRecord;
  readonly member: Member;
  readonly mayLead: boolean;
  /** Let in before, so let in again after a reconnect or a restart. */
  readonly admitted: boolean;
}

interface Dependencies {
  readonly store: MeetingStore;
  readonly careTeam: CareTeam;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export class MeetingService {
  readonly #store: MeetingStore;
  readonly #careTeam: CareTeam;
  readonly #audit: AuditLog;
  readonly #now: () => Date;
  readonly #reachListeners = new Set<(meetingId: string) => void>();
  readonly #turnedOutListeners = new Set<(who: { planId: string; personId: string }) => void>();
  readonly #termsListeners = new Set<(agreed: AgreedAnew) => void>();

  constructor({ store, careTeam, audit, now }: Dependencies) {
    this.#store = store;
    this.#careTeam = careTeam;
    this.#audit = audit;
    this.#now = now;
  }

  /**
   * Makes a meeting of the plan's team. `startsAt` null means now; without `terms` it has what its kind has. People who are not
   * members are left out.
   * @throws SamradError `not-found` where the person may not; `bad-request` where the agenda is not one of its kind.
   */
  async create(
    session: Session,
    input: {
      planId: string;
      kind: MeetingKind;
      startsAt: string | null;
      invited: readonly string[];
      terms?: Terms | undefined;
      repeats?: Repeats | undefined;
    },
  ): Promise<MeetingInfo> {
    const attempt = { action: 'meeting:create', channel: 'rest' } as const;
    const member = await this.#careTeam.memberOf(session, input.planId, attempt, 'meeting');
    const actor = auditActor(session, member);
    if (session.identification === 'link' || !mayLead(member, 'create'))
      throw await this.#careTeam.refusal(actor, { ...attempt, planId: input.planId });
    const team = await this.#careTeam.members(input.planId);
    const invited = invitedOf(team, member.personId, input.invited);
    const seriesId = input.repeats && input.startsAt !== null ? newId() : null;
    const [first = this.#now().toISOString(), ...later] = timesOf(input.startsAt, input.repeats);
    const meeting: StoredMeeting = {
      id: newId(),
      planId: input.planId,
      kind: input.kind,
      state: 'scheduled',
      startsAt: first,
      convenerId: member.personId,
      terms: agreed({ kind: input.kind, team, invited, terms: input.terms }),
      course: null,
      endedAt: null,
      seriesId,
    };
    for (const one of [meeting, ...later.map((startsAt) => ({ ...meeting, id: newId(), startsAt }))]) {
      const event = { ...attempt, outcome: 'done', actor, planId: input.planId, meetingId: one.id } as const;
      await this.#store.add(one, invited, [this.#audit.entry(event)]);
    }
    return await this.#info(await this.#record(meeting), member);
  }

  /** The meetings that I am invited to and that have not ended. */
  async upcoming(session: Session): Promise<MeetingInfo[]> {
    const members = new Map(
      (await this.#careTeam.memberships(session, 'meeting')).map((member) => [member.planId, member]),
    );
    const meetings = (await this.#store.upcoming(session.personId)).filter(
      ({ id }) => session.meetingId === null || session.meetingId === id,
    );
    const mine = meetings.flatMap((meeting) => {
      const member = members.get(meeting.planId);
      return member ? [{ meeting, member }] : [];
    });
    await this.#audit.recordAll(mine.map(({ meeting, member }) => this.#reading(session, meeting, member)));
    return Promise.all(mine.map(async ({ meeting, member }) => this.#info(await this.#record(meeting), member)));
  }

  /** The meetings of a plan that I am invited to, those that are over too. @throws SamradError `not-found`. */
  async ofPlan(session: Session, planId: string): Promise<MeetingInfo[]> {
    const attempt = { action: 'meeting:read', channel: 'rest' } as const;
    const member = await this.#careTeam.memberOf(session, planId, attempt, 'plan');
    await this.#audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, member), planId });
    const meetings = await this.#store.ofPlan(planId, session.personId);
    return Promise.all(meetings.map(async (meeting) => this.#info(await this.#record(meeting), member)));
  }

  /**
   * A member's part in a meeting that they are invited to or lead, over or not; one who came by a link only while they are in.
   * @throws SamradError `not-found`; recorded as refused.
   */
  async partOf(session: Session, meetingId: string, attempt: AuditAttempt) {
    const { seat, member } = await this.#seat(session, meetingId, attempt, 'plan');
    return { meeting: seat.meeting, member, leads: seat.mayLead, admitted: seat.admitted };
  }

  /** The same at this moment, null for no part. Nobody has asked for it: it is not recorded. */
  async partNow(session: Session, meetingId: string): Promise<{ role: Member['role']; writes: boolean } | null> {
    const meeting = await this.#store.find(meetingId);
    const reach = meeting && (await this.#careTeam.reachNow(session, meeting.planId));
    if (!meeting || !reach) return null;
    const invitee = (await this.#store.invitees(meetingId)).get(session.personId);
    const leads = mayLead(reach.member, 'admit', meeting.convenerId);
    return invitee || leads ? { role: reach.member.role, writes: leads || invitee?.admitted === true } : null;
  }

  /** A meeting by its id, for the server's own use. @throws SamradError `not-found`. */
  async recordOf(meetingId: string): Promise<MeetingRecord> {
    const stored = await this.#store.find(meetingId);
    if (stored === null) throw new SamradError('not-found');
    return this.#record(stored);
  }

  /** The meetings that were made together with this one and come after it; itself first. */
  async following({ id, seriesId, startsAt }: MeetingRecord): Promise<string[]> {
    if (seriesId === null) return [id];
    const later = (await this.#store.ofSeries(seriesId, startsAt)).map((meeting) => meeting.id);
    return [id, ...later.filter((meetingId) => meetingId !== id)];
  }

  /** A meeting as a member may see it. */
  infoOf(meeting: MeetingRecord, member: Member): Promise<MeetingInfo> {
    return this.#info(meeting, member);
  }

  /** One meeting that I am invited to. @throws SamradError `not-found`. */
  async read(session: Session, meetingId: string): Promise<MeetingInfo> {
    const { seat, member } = await this.#seat(session, meetingId, { action: 'meeting:read', channel: 'rest' });
    await this.#audit.record(this.#reading(session, seat.meeting, member));
    return this.#info(seat.meeting, member);
  }

  /**
   * The meeting and the session's place in it.
   * @throws SamradError `not-found` when it is unknown or the person is not invited; recorded as refused.
   */
  async seatOf(session: Session, meetingId: string): Promise<Seat> {
    return (await this.#seat(session, meetingId, { action: 'meeting:join', channel: 'socket' })).seat;
  }

  /** Asks whether the session's person may do this to the meeting. @throws SamradError `not-found`; recorded as refused. */
  async requireLead(session: Session, meetingId: string, action: MeetingAction, attempt: AuditAttempt) {
    const { seat, member } = await this.#seat(session, meetingId, attempt);
    if (!mayLead(member, action, seat.meeting.convener.personId))
      throw await this.#careTeam.refusal(auditActor(session, member), {
        ...attempt,
        planId: seat.meeting.planId,
        meetingId,
      });
    return { meeting: seat.meeting, member };
  }

  /** Who is invited, as members of the team; those who have left it are gone. */
  async invitedMembers(meeting: MeetingRecord): Promise<TeamMember[]> {
    const [invitees, team] = await Promise.all([
      this.#store.invitees(meeting.id),
      this.#careTeam.members(meeting.planId),
    ]);
    return team.filter(({ personId }) => invitees.has(personId));
  }

  /** Calls the listener when the links into a meeting reach less than before; answers the way to stop listening. */
  onReachChanged(listener: (meetingId: string) => void): () => void {
    this.#reachListeners.add(listener);
    return () => this.#reachListeners.delete(listener);
  }

  /**
   * Changes what is agreed of a meeting that is not over. Links of those who are invited no longer stop working.
   * @throws SamradError `not-found`, `meeting-ended`; `bad-request` where the agenda is not one of its kind.
   */
  async change(
    session: Session,
    meetingId: string,
    input: { startsAt: string; invited: readonly string[]; terms: Terms },
  ): Promise<MeetingInfo> {
    const attempt = { action: 'meeting:change', channel: 'rest' } as const;
    const { meeting, member } = await this.requireLead(session, meetingId, 'change', attempt);
    if (isOver(meeting.state)) throw new SamradError('meeting-ended');
    const team = await this.#careTeam.members(meeting.planId);
    const invited = invitedOf(team, meeting.convener.personId, input.invited);
    const terms = agreed({
      kind: meeting.kind,
      team,
      invited,
      terms: { ...input.terms, endToEnd: meeting.terms.endToEnd },
    });
    const entry = this.#audit.entry({
      ...attempt,
      outcome: 'done',
      actor: auditActor(session, member),
      planId: meeting.planId,
      meetingId,
    });
    const linksUntil = new Date(Date.parse(input.startsAt) + linkMs).toISOString();
    await this.#store.change(meetingId, { startsAt: input.startsAt, linksUntil, terms, invited }, [entry]);
    this.#reachChanged(meetingId);
    for (const listener of this.#termsListeners) listener({ meetingId, terms, invited, by: member });
    return this.#info((await this.#seat(session, meetingId, attempt)).seat.meeting, member);
  }

  /** Calls a meeting off, and those after it in its series; nothing happens to one that is over. Answers what was called off. @throws SamradError `not-found`; `wrong-state` while it goes on. */
  async cancel(session: Session, meetingId: string, { following }: { following: boolean }): Promise<string[]> {
    const attempt = { action: 'meeting:cancel', channel: 'rest' } as const;
    const { meeting, member } = await this.requireLead(session, meetingId, 'change', attempt);
    if (isOver(meeting.state)) return [];
    if (meeting.state === 'open') throw new SamradError('wrong-state');
    const actor = auditActor(session, member);
    const cancelled = following ? await this.following(meeting) : [meetingId];
    const at = this.#now().toISOString();
    for (const id of cancelled) {
      const event = { ...attempt, outcome: 'done', actor, planId: meeting.planId, meetingId: id } as const;
      await this.#store.end(id, { state: 'cancelled', at }, [this.#audit.entry(event)]);
      this.#reachChanged(id);
    }
    return cancelled;
  }

  /** Hears of somebody who has less of a meeting than before; answers the way to stop listening. */
  onTurnedOut(listener: (who: { planId: string; personId: string }) => void): () => void {
    this.#turnedOutListeners.add(listener);
    return () => this.#turnedOutListeners.delete(listener);
  }

  /** Hears of what is agreed anew; answers the way to stop listening. */
  onTermsChanged(listener: (agreed: AgreedAnew) => void): () => void {
    this.#termsListeners.add(listener);
    return () => this.#termsListeners.delete(listener);
  }

  /** Remembers that somebody was let in (or turned away), so that a restart does not ask again. */
  async recordAdmission(input: About & { admitted: boolean }): Promise<void> {
    const entry = this.#done(input.admitted ? 'meeting:admit' : 'meeting:decline', input);
    await this.#store.setAdmitted(input.meetingId, input.personId, input.admitted, [entry]);
    if (!input.admitted) this.#reachChanged(input.meetingId);
  }

  /** Takes somebody out of the room who has to be let in again. */
  async recordPutBack(about: About): Promise<void> {
    const entry = this.#done('meeting:put-back', about);
    await this.#store.setAdmitted(about.meetingId, about.personId, false, [entry]);
    this.#turnedOut(about);
  }

  /** Takes somebody off the list of those who are invited. */
  async recordRemoval(about: About): Promise<void> {
    await this.#store.removeInvitee(about.meetingId, about.personId, [this.#done('meeting:remove', about)]);
    this.#turnedOut(about);
  }

  /** Remembers where the meeting is. */
  async recordStep({
    course,
    step,
    ...about
  }: Omit<About, 'personId'> & { course: Course; step: string }): Promise<void> {
    await this.#store.setCourse(about.meetingId, course, [this.#done('meeting:steer', about, step)]);
  }

  async keepMessage(meetingId: string, message: ChatMessage): Promise<void> {
    await this.#store.addMessage(meetingId, message);
  }

  keptMessages(meetingId: string): Promise<ChatMessage[]> {
    return this.#store.messages(meetingId);
  }

  /** Records that somebody in the meeting was said to be who they say. */
  async recordConfirmation(about: About): Promise<void> {
    await this.#store.write([this.#done('meeting:confirm', about)]);
  }

  /** Records that somebody came, waits, or went. */
  async recordPresence(input: {
    meetingId: string;
    member: Member;
    identification: Identification;
    beside: readonly Helper[];
    event: 'joined' | 'left' | 'waiting';
  }): Promise<void> {
    const actions = { joined: 'meeting:join', left: 'meeting:leave', waiting: 'meeting:wait' } as const;
    const { meetingId, member, identification, beside, event } = input;
    const entry = this.#audit.entry({
      action: actions[event],
      outcome: 'done',
      actor: actorOf(member),
      channel: 'socket',
      planId: member.planId,
      meetingId,
    });
    if (event === 'waiting') return this.#store.write([entry]);
    const at = this.#now().toISOString();
    const present = event === 'joined';
    const told = present && beside.length > 0 ? [this.#besideEntry(meetingId, member, beside)] : [];
    await this.#store.setPresence({ meetingId, member, identification, present, beside, at }, [entry, ...told]);
  }

  /** Records who sits beside somebody in the room from now on. */
  async recordBeside(input: { meetingId: string; member: Member; beside: readonly Helper[] }): Promise<void> {
    const { meetingId, member, beside } = input;
    const { personId } = member;
    const entry = this.#besideEntry(meetingId, member, beside);
    await this.#store.setBeside({ meetingId, personId, beside, at: this.#now().toISOString() }, [entry]);
  }

  /** Records a request that was refused inside a meeting. */
  async recordRefusal(input: {
    session: Session;
    meetingId: string | null;
    request: string;
    code: string;
  }): Promise<void> {
    await this.#audit.record({
      action: 'meeting:request',
      outcome: 'refused',
      actor: auditActor(input.session),
      channel: 'socket',
      ...(input.meetingId === null ? {} : { meetingId: input.meetingId }),
      detail: `${input.request} ${input.code}`,
    });
  }

  async markOpen(meetingId: string): Promise<void> {
    await this.#store.open(meetingId);
  }

  async end(input: { meeting: MeetingRecord; by: Member }): Promise<void> {
    const { meeting, by } = input;
    const entry = this.#done('meeting:end', { meetingId: meeting.id, planId: meeting.planId, by });
    await this.#store.end(input.meeting.id, { state: 'ended', at: this.#now().toISOString() }, [entry]);
    this.#reachChanged(input.meeting.id);
  }

  /** How many sit there: their names are in the meeting's own record, which goes when its time has come. */
  #besideEntry(meetingId: string, member: Member, beside: readonly Helper[]) {
    const about = { meetingId, planId: member.planId, by: member };
    return this.#done('meeting:beside', about, String(beside.length));
  }

  #done(action: AuditEvent['action'], about: Omit<About, 'personId'> & { personId?: string }, detail?: string) {
    return this.#audit.entry({
      action,
      outcome: 'done',
      actor: actorOf(about.by),
      channel: 'socket',
      planId: about.planId,
      meetingId: about.meetingId,
      ...(about.personId !== undefined && { subjectId: about.personId }),
      ...(detail !== undefined && { detail }),
    });
  }

  #turnedOut({ meetingId, planId, personId }: About): void {
    this.#reachChanged(meetingId);
    for (const listener of this.#turnedOutListeners) listener({ planId, personId });
  }

  #reachChanged(meetingId: string): void {
    for (const listener of this.#reachListeners) listener(meetingId);
  }

  async #seat(
    session: Session,
    meetingId: string,
    attempt: AuditAttempt,
    reach: 'meeting' | 'plan' = 'meeting',
  ): Promise<{ seat: Seat; member: TeamMember }> {
    const stored =
      session.meetingId === null || session.meetingId === meetingId ? await this.#store.find(meetingId) : null;
    if (stored === null) throw await this.#careTeam.refusal(auditActor(session), { ...attempt, meetingId });
    const member = await this.#careTeam.memberOf(session, stored.planId, { ...attempt, meetingId }, reach);
    const invitee = (await this.#store.invitees(meetingId)).get(session.personId);
    const leads = mayLead(member, 'admit', stored.convenerId);
    if (!invitee && !leads)
      throw await this.#careTeam.refusal(auditActor(session, member), { ...attempt, meetingId, planId: stored.planId });
    const meeting = await this.#record(stored);
    return { seat: { meeting, member, mayLead: leads, admitted: invitee?.admitted ?? false }, member };
  }

  async #record(meeting: StoredMeeting): Promise<MeetingRecord> {
    const { convenerId, terms: stored, course, ...rest } = meeting;
    const terms = stored ?? usualTerms(meeting.kind, []);
    const [patientName, convener] = await Promise.all([
      this.#careTeam.patientName(meeting.planId),
      this.#careTeam.everMember(meeting.planId, convenerId),
    ]);
    return { ...rest, patientName, convener: memberInfo(convener), terms, course: course ?? firstCourse(terms) };
  }

  #reading(session: Session, meeting: { id: string; planId: string }, member: TeamMember): AuditEvent {
    const actor = auditActor(session, member);
    const { id: meetingId, planId } = meeting;
    return { action: 'meeting:read', outcome: 'done', actor, channel: 'rest', planId, meetingId };
  }

  async #info({ course: _, endedAt: __, ...meeting }: MeetingRecord, member: Member): Promise<MeetingInfo> {
    const invited = [...(await this.#store.invitees(meeting.id)).keys()];
    return { ...meeting, invited, mayLead: mayLead(member, 'invite', meeting.convener.personId) };
  }
}

/** What is agreed of a meeting from now on, and who said so. */
export interface AgreedAnew {
  readonly meetingId: string;
  readonly terms: Terms;
  /** Everybody who is invited, the convener too. */
  readonly invited: readonly string[];
  readonly by: Member;
}

/** What is done to somebody in a meeting, and by whom. */
interface About {
  readonly meetingId: string;
  readonly planId: string;
  readonly by: Member;
  readonly personId: string;
}

/** A link lives until a day after the meeting's start. */
export const linkMs = 24 * 3_600_000;

interface Repeats {
  readonly everyWeeks: number;
  readonly times: number;
}

/** When the meetings of a series begin: on the same weekday, when the clocks in Norway show the same time. */
function timesOf(startsAt: string | null, repeats: Repeats | undefined): string[] {
  if (startsAt === null) return [];
  const first = new Date(startsAt);
  const [date, time] = [osloDate(first), osloTime(first)];
  const later = Array.from({ length: (repeats?.times ?? 1) - 1 }, (_, index) =>
    osloInstant(addDays(date, 7 * (index + 1) * (repeats?.everyWeeks ?? 1)), time).toISOString(),
  );
  return [startsAt, ...later];
}

/** What a kind of meeting has where nothing else is agreed. */
function usualTerms(kind: MeetingKind, team: readonly Member[]): Terms {
  return {
    withPatient: true,
    professionalsFirst: false,
    agenda: agendaFor(kind, team),
    keepChat: false,
    linkCode: false,
    endToEnd: false,
    externalVideo: null,
    helpers: [],
  };
}

interface Agreeing {
  readonly kind: MeetingKind;
  readonly team: readonly Member[];
  readonly invited: readonly string[];
  readonly terms: Terms | undefined;
}

/**
 * What is agreed, or what is usual; a point whose owner has left the team has none, and nobody helps one who is not invited.
 * @throws SamradError `bad-request`.
 */
function agreed({ kind, team, invited, terms }: Agreeing): Terms {
  if (!terms) return usualTerms(kind, team);
  if (!fitsKind(kind, terms.agenda)) throw new SamradError('bad-request');
  const known = new Set(team.map(({ personId }) => personId));
  const agenda = terms.agenda.map((point) => {
    const ownerId = point.ownerId !== null && known.has(point.ownerId) ? point.ownerId : null;
    return { ...point, ownerId, callIn: point.callIn && ownerId !== null };
  });
  const helped = team.filter(({ personId, role }) => invited.includes(personId) && mayBeHelped(role));
  const helpers = helped.flatMap(({ personId }) => terms.helpers.find((helper) => helper.personId === personId) ?? []);
  // Where sound and picture are at another place, there is nothing to encrypt here.
  return { ...terms, agenda, helpers, endToEnd: terms.endToEnd && terms.externalVideo === null };
}

/** Those of a list who are in the team, with the convener. */
function invitedOf(team: readonly Member[], convenerId: string, wanted: readonly string[]): string[] {
  const known = new Set(team.map(({ personId }) => personId));
  return [...new Set([convenerId, ...wanted.filter((personId) => known.has(personId))])];
}

type AuditAttempt = Pick<AuditEvent, 'action' | 'channel' | 'detail'>;

function actorOf(member: Member) {
  return { personId: member.personId, role: member.role, organisation: member.organisation };
}

/** What pages may know of a member. */
export function memberInfo(member: Member): MemberInfo {
  const { personId, name, role, organisation } = member;
  return { personId, name, role, organisation };
}
