/** Meetings as agreed between people: made, invited to, opened, ended. What happens inside one is in live/. */
import { newId } from '../../shared/domain/ids.ts';
import { mayLead, type Member, type MeetingAction } from '../../shared/domain/policy.ts';
import type { MeetingInfo, MeetingKind, MemberInfo } from '../../shared/protocol/types.ts';
import { auditActor, type CareTeam, type TeamMember } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditEvent, AuditLog } from '../audit/auditLog.ts';
import type { MeetingStore, StoredMeeting } from '../storage/meetingStore.ts';

/** A meeting with the names that people need to recognise it. */
export interface MeetingRecord {
  readonly id: string;
  readonly planId: string;
  readonly patientName: string;
  readonly kind: MeetingKind;
  readonly state: 'scheduled' | 'open' | 'ended';
  readonly startsAt: string;
  readonly convener: MemberInfo;
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

  constructor({ store, careTeam, audit, now }: Dependencies) {
    this.#store = store;
    this.#careTeam = careTeam;
    this.#audit = audit;
    this.#now = now;
  }

  /**
   * Makes a meeting of the plan's team. `startsAt` null means now. People who are not members are left out.
   * @throws SamradError `not-found` where the person may not.
   */
  async create(
    session: Session,
    input: { planId: string; kind: MeetingKind; startsAt: string | null; invited: readonly string[] },
  ): Promise<MeetingInfo> {
    const attempt = { action: 'meeting:create', channel: 'rest' } as const;
    const member = await this.#careTeam.memberOf(session, input.planId, attempt, 'meeting');
    const actor = auditActor(session, member);
    if (session.identification === 'link' || !mayLead(member, 'create'))
      throw await this.#careTeam.refusal(actor, { ...attempt, planId: input.planId });
    const team = new Set((await this.#careTeam.members(input.planId)).map(({ personId }) => personId));
    const invited = new Set([member.personId, ...input.invited.filter((personId) => team.has(personId))]);
    const meeting: StoredMeeting = {
      id: newId(),
      planId: input.planId,
      kind: input.kind,
      state: 'scheduled',
      startsAt: input.startsAt ?? this.#now().toISOString(),
      convenerId: member.personId,
    };
    await this.#store.add(
      meeting,
      [...invited],
      [this.#audit.entry({ ...attempt, outcome: 'done', actor, planId: input.planId, meetingId: meeting.id })],
    );
    return this.#info(await this.#record(meeting), member);
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

  /** Remembers that somebody was let in (or turned away), so that a restart does not ask again. */
  async recordAdmission(input: {
    meetingId: string;
    planId: string;
    by: Member;
    personId: string;
    admitted: boolean;
  }): Promise<void> {
    const entry = this.#audit.entry({
      action: input.admitted ? 'meeting:admit' : 'meeting:decline',
      outcome: 'done',
      actor: actorOf(input.by),
      channel: 'socket',
      planId: input.planId,
      meetingId: input.meetingId,
      subjectId: input.personId,
    });
    await this.#store.setAdmitted(input.meetingId, input.personId, input.admitted, [entry]);
    if (!input.admitted) this.#reachChanged(input.meetingId);
  }

  /** Records that somebody in the meeting was said to be who they say. */
  async recordConfirmation(input: { meetingId: string; planId: string; by: Member; personId: string }): Promise<void> {
    await this.#audit.record({
      action: 'meeting:confirm',
      outcome: 'done',
      actor: actorOf(input.by),
      channel: 'socket',
      planId: input.planId,
      meetingId: input.meetingId,
      subjectId: input.personId,
    });
  }

  /** Records that somebody came, waits, or went. */
  async recordPresence(input: {
    meetingId: string;
    member: Member;
    event: 'joined' | 'left' | 'waiting';
  }): Promise<void> {
    const actions = { joined: 'meeting:join', left: 'meeting:leave', waiting: 'meeting:wait' } as const;
    await this.#audit.record({
      action: actions[input.event],
      outcome: 'done',
      actor: actorOf(input.member),
      channel: 'socket',
      planId: input.member.planId,
      meetingId: input.meetingId,
    });
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
    await this.#store.setState(meetingId, 'open', []);
  }

  async end(input: { meeting: MeetingRecord; by: Member }): Promise<void> {
    const entry = this.#audit.entry({
      action: 'meeting:end',
      outcome: 'done',
      actor: actorOf(input.by),
      channel: 'socket',
      planId: input.meeting.planId,
      meetingId: input.meeting.id,
    });
    await this.#store.setState(input.meeting.id, 'ended', [entry]);
    this.#reachChanged(input.meeting.id);
  }

  #reachChanged(meetingId: string): void {
    for (const listener of this.#reachListeners) listener(meetingId);
  }

  async #seat(session: Session, meetingId: string, attempt: AuditAttempt): Promise<{ seat: Seat; member: TeamMember }> {
    const stored =
      session.meetingId === null || session.meetingId === meetingId ? await this.#store.find(meetingId) : null;
    if (stored === null) throw await this.#careTeam.refusal(auditActor(session), { ...attempt, meetingId });
    const member = await this.#careTeam.memberOf(session, stored.planId, { ...attempt, meetingId }, 'meeting');
    const invitee = (await this.#store.invitees(meetingId)).get(session.personId);
    const leads = mayLead(member, 'admit', stored.convenerId);
    if (!invitee && !leads)
      throw await this.#careTeam.refusal(auditActor(session, member), { ...attempt, meetingId, planId: stored.planId });
    const meeting = await this.#record(stored);
    return { seat: { meeting, member, mayLead: leads, admitted: invitee?.admitted ?? false }, member };
  }

  async #record(meeting: StoredMeeting): Promise<MeetingRecord> {
    const { convenerId, ...rest } = meeting;
    const [patientName, convener] = await Promise.all([
      this.#careTeam.patientName(meeting.planId),
      this.#careTeam.everMember(meeting.planId, convenerId),
    ]);
    return { ...rest, patientName, convener: memberInfo(convener) };
  }

  #reading(session: Session, meeting: { id: string; planId: string }, member: TeamMember): AuditEvent {
    const actor = auditActor(session, member);
    const { id: meetingId, planId } = meeting;
    return { action: 'meeting:read', outcome: 'done', actor, channel: 'rest', planId, meetingId };
  }

  #info(meeting: MeetingRecord, member: Member): MeetingInfo {
    return { ...meeting, mayLead: mayLead(member, 'invite', meeting.convener.personId) };
  }
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
