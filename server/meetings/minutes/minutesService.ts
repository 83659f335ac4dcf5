/** The minutes of meetings: who writes and reads them, when they are frozen, who approves them. */
import { signsIn } from '../../../shared/domain/roles.ts';
import { documentName } from '../../../shared/protocol/sync.ts';
import {
  minutesContent,
  minutesContentSchema,
  minutesHash,
  takesPartInMinutes,
} from '../../../shared/meetings/minutes.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { MeetingRecordInfo } from '../../../shared/protocol/routes/minutes.ts';
import { auditActor, type CareTeam, type TeamMember } from '../../access/careTeam.ts';
import type { Session } from '../../access/sessions.ts';
import type { AuditEvent, AuditLog } from '../../audit/auditLog.ts';
import type { LiveSections } from '../../careplan/liveSections.ts';
import type { MinutesStore } from '../../storage/minutesStore.ts';
import { memberInfo, type MeetingRecord, type MeetingService } from '../meetingService.ts';

interface Dependencies {
  readonly meetings: Pick<MeetingService, 'partOf' | 'partNow' | 'infoOf' | 'keptMessages'>;
  readonly careTeam: CareTeam;
  readonly sections: LiveSections;
  readonly store: MinutesStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** What these people may do in the minutes has become less. */
  readonly changed: (who: { planId: string; personId: string }) => Promise<unknown>;
}

type Attempt = Pick<AuditEvent, 'action' | 'channel'>;

export interface MinutesAccess {
  readonly meeting: MeetingRecord;
  readonly member: TeamMember;
  readonly leads: boolean;
  readonly access: 'write' | 'read';
}

export class MinutesService {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /**
   * What a session may do in a meeting's minutes: those who were let in write until they are frozen, others who are invited read.
   * @throws SamradError `not-found`; recorded as refused.
   */
  async access(session: Session, meetingId: string, attempt: Attempt): Promise<MinutesAccess> {
    const { meetings, careTeam, store } = this.#parts;
    const { meeting, member, leads, admitted } = await meetings.partOf(session, meetingId, attempt);
    if (!takesPartInMinutes(member.role))
      throw await careTeam.refusal(auditActor(session, member), { ...attempt, planId: meeting.planId, meetingId });
    const open = (await store.frozen(meetingId)) === null;
    return { meeting, member, leads, access: open && (admitted || leads) ? 'write' : 'read' };
  }

  /** The same for a channel that is open: null for nothing. Nobody has asked, so it is not recorded. */
  async accessNow(session: Session, meetingId: string): Promise<'write' | 'read' | null> {
    const { meetings, store } = this.#parts;
    const part = await meetings.partNow(session, meetingId);
    if (part === null || !takesPartInMinutes(part.role)) return null;
    const open = (await store.frozen(meetingId)) === null;
    return open && part.writes ? 'write' : 'read';
  }

  /** Everything that is left of a meeting. @throws SamradError `not-found`. */
  async record(session: Session, meetingId: string): Promise<MeetingRecordInfo> {
    const { meetings, careTeam, store, audit } = this.#parts;
    const attempt = { action: 'minutes:read', channel: 'rest' } as const;
    const { meeting, member, leads } = await this.access(session, meetingId, attempt);
    const actor = auditActor(session, member);
    await audit.record({ ...attempt, outcome: 'done', actor, planId: meeting.planId, meetingId });
    const [frozen, approvals, attendance, team, info] = await Promise.all([
      store.frozen(meetingId),
      store.approvals(meetingId),
      store.attendance(meetingId),
      careTeam.everMembers(meeting.planId),
      meetings.infoOf(meeting, member),
    ]);
    const content = frozen?.content ?? (await this.#written(meeting));
    const present = attendance.some(({ personId }) => personId === member.personId);
    const isOver = meeting.state === 'ended';
    const approved = approvals.some(({ personId }) => personId === member.personId);
    return {
      meeting: info,
      course: meeting.course,
      endedAt: meeting.endedAt,
      team: team.map(memberInfo),
      attendance,
      minutes: {
        content,
        hash: frozen?.hash ?? (await minutesHash(meetingId, content)),
        frozen: frozen && { at: frozen.at, by: frozen.by },
        approvals,
      },
      chat: await meetings.keptMessages(meetingId),
      mayFinish: frozen === null && isOver && leads && session.identification !== 'link',
      mayApprove: frozen !== null && !approved && mayApprove({ session, member, present }),
    };
  }

  /** Freezes what stands there. @throws SamradError `not-found`; `wrong-state` before the meeting has ended. */
  async finish(session: Session, meetingId: string): Promise<void> {
    const { careTeam, store, audit, now, changed } = this.#parts;
    const attempt = { action: 'minutes:finish', channel: 'rest' } as const;
    const { meeting, member, leads } = await this.access(session, meetingId, attempt);
    const actor = auditActor(session, member);
    const about = { planId: meeting.planId, meetingId };
    if (!leads || session.identification === 'link') throw await careTeam.refusal(actor, { ...attempt, ...about });
    if (meeting.state !== 'ended') throw new SamradError('wrong-state');
    if ((await store.frozen(meetingId)) !== null) return;
    const written = minutesContentSchema.safeParse(await this.#written(meeting));
    if (!written.success) throw new SamradError('too-large');
    const hash = await minutesHash(meetingId, written.data);
    const at = now().toISOString();
    const entry = audit.entry({ ...attempt, outcome: 'done', actor, ...about, detail: hash });
    await store.freeze({ meetingId, content: written.data, hash, at, by: member.personId }, [entry]);
    const team = await careTeam.members(meeting.planId);
    await Promise.all(team.map(({ personId }) => changed({ planId: meeting.planId, personId })));
  }

  /** @throws SamradError `not-found`; `wrong-state` where they are not frozen, or say something else than what was read. */
  async approve(session: Session, meetingId: string, hash: string): Promise<void> {
    const { careTeam, store, audit, now } = this.#parts;
    const attempt = { action: 'minutes:approve', channel: 'rest' } as const;
    const { meeting, member } = await this.access(session, meetingId, attempt);
    const actor = auditActor(session, member);
    const about = { planId: meeting.planId, meetingId };
    const attendance = await store.attendance(meetingId);
    const present = attendance.some(({ personId }) => personId === member.personId);
    if (!mayApprove({ session, member, present })) throw await careTeam.refusal(actor, { ...attempt, ...about });
    if ((await store.frozen(meetingId))?.hash !== hash) throw new SamradError('wrong-state');
    const entry = audit.entry({ ...attempt, outcome: 'done', actor, ...about, detail: hash });
    const approval = { meetingId, personId: member.personId, role: member.role, at: now().toISOString() };
    await store.approve(approval, [entry]);
  }

  #written({ id: meetingId, planId, terms }: MeetingRecord) {
    const name = documentName({ kind: 'minutes', planId, meetingId });
    return this.#parts.sections.open(name, (section) => section.read((doc) => minutesContent(doc, terms.agenda)));
  }
}

/** Those who were there, and the patient's GP, patient and coordinator also where they were not; never by a link alone. */
function mayApprove({ session, member, present }: { session: Session; member: TeamMember; present: boolean }): boolean {
  if (session.identification === 'link') return false;
  const always = member.role === 'gp' || member.role === 'coordinator' || member.role === 'patient';
  return always || (present && (signsIn(member.role) || member.role === 'relative'));
}
