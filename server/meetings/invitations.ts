/** Links into a meeting: one per invited person, made by those who lead it, redeemed once and bound to a browser. */
import { newId } from '../../shared/domain/ids.ts';
import type { Member } from '../../shared/domain/policy.ts';
import { signsIn } from '../../shared/domain/roles.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { Language, MemberInfo } from '../../shared/protocol/types.ts';
import { auditActor, type CareTeam } from '../access/careTeam.ts';
import { hashSecret } from '../access/secrets.ts';
import type { Device, Started } from '../access/session.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { AuditActor, AuditLog } from '../audit/auditLog.ts';
import { isOver, type MeetingStore } from '../storage/meetingStore.ts';
import type { LinkStore } from '../storage/linkStore.ts';
import { LinkCodes, type CodeProblem } from './linkCodes.ts';
import type { MeetingMails } from './meetingMails.ts';
import { linkMs, memberInfo, type MeetingService } from './meetingService.ts';

/** A browser that is known again: a link is bound to it. */
export type BoundDevice = Device & { readonly browserSecret: string };

/** The outcome of redeeming: where to go, and the session to put in the cookie, unless the person has one already. */
export interface Redeemed {
  readonly meetingId: string;
  readonly started: Started | null;
}

/** A link, whose it is, and where they are written to. */
interface Issued {
  readonly member: MemberInfo;
  readonly token: string;
  readonly email: string | null;
}

interface Dependencies {
  readonly meetings: MeetingService;
  readonly careTeam: CareTeam;
  readonly meetingStore: MeetingStore;
  readonly linkStore: LinkStore;
  readonly sessions: Sessions;
  readonly mails: MeetingMails;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export class Invitations {
  readonly #parts: Dependencies;
  readonly #codes: LinkCodes;

  constructor(parts: Dependencies) {
    this.#parts = parts;
    this.#codes = new LinkCodes(parts);
  }

  /**
   * New links for everyone who is invited; links made before stop working.
   * @throws SamradError `not-found` where the person may not, `meeting-ended`.
   */
  async createLinks(session: Session, meetingId: string): Promise<Issued[]> {
    const { meetings, meetingStore, mails, audit, now } = this.#parts;
    const attempt = { action: 'link:create', channel: 'rest' } as const;
    const { meeting, member } = await meetings.requireLead(session, meetingId, 'invite', attempt);
    if (isOver(meeting.state)) throw new SamradError('meeting-ended');
    const invited = (await meetings.invitedMembers(meeting)).filter(({ personId }) => personId !== member.personId);
    const addresses = await mails.addresses(invited.map(({ personId }) => personId));
    const issued = invited.map((invitee) => ({
      member: memberInfo(invitee),
      token: newId(),
      email: addresses.get(invitee.personId) ?? null,
    }));
    const start = Math.max(Date.parse(meeting.startsAt), now().getTime());
    // Or a day after it was made, where that is later.
    const expiresAt = new Date(start + linkMs).toISOString();
    await meetingStore.replaceLinks(
      meetingId,
      issued.map(({ member: { personId }, token }) => ({
        tokenHash: hashSecret(token),
        meetingId,
        personId,
        expiresAt,
      })),
      issued.map(({ member: { personId } }) =>
        audit.entry({
          ...attempt,
          outcome: 'done',
          actor: auditActor(session, member),
          planId: meeting.planId,
          meetingId,
          subjectId: personId,
        }),
      ),
    );
    return issued;
  }

  /**
   * Makes new links and mails them to everyone whose address is known or given; for a series, those of each meeting to come.
   * @throws SamradError as `createLinks`, `mail-not-set-up`.
   */
  async send(
    session: Session,
    meetingId: string,
    input: {
      language: Language;
      emails: readonly { personId: string; email: string }[];
      urlOf: (token: string) => string;
    },
  ): Promise<{ issued: Issued[]; mailed: string[] }> {
    const { meetings, mails, audit } = this.#parts;
    const attempt = { action: 'link:create', channel: 'rest' } as const;
    const { meeting, member } = await meetings.requireLead(session, meetingId, 'invite', attempt);
    mails.requireMail();
    const given = new Map(input.emails.map(({ personId, email }) => [personId, email]));
    const sent: Issued[][] = [];
    for (const id of await meetings.following(meeting)) {
      const issued = (await this.createLinks(session, id)).map((one) => ({
        ...one,
        email: given.get(one.member.personId) ?? one.email,
      }));
      const recipients = issued.flatMap(({ member: to, token, email }) =>
        email === null
          ? []
          : [
              {
                member: to,
                address: email,
                language: input.language,
                link: signsIn(to.role) ? null : input.urlOf(token),
              },
            ],
      );
      const known = new Map(recipients.map(({ member: to, address }) => [to.personId, address]));
      await mails.invite(id, recipients, known);
      const actor = auditActor(session, member);
      const about = { planId: meeting.planId, meetingId: id };
      for (const { member: to } of recipients)
        await audit.record({
          action: 'meeting:mail',
          outcome: 'done',
          channel: 'rest',
          actor,
          ...about,
          subjectId: to.personId,
        });
      sent.push(issued);
    }
    const [issued = []] = sent;
    return { issued, mailed: issued.flatMap(({ member: to, email }) => (email === null ? [] : to.personId)) };
  }

  /**
   * Takes back a link; resolves when whoever came by it is out.
   * @throws SamradError `not-found` where the person may not.
   */
  async revoke(session: Session, { meetingId, personId }: { meetingId: string; personId: string }): Promise<void> {
    const { meetings, linkStore, audit } = this.#parts;
    const attempt = { action: 'link:revoke', channel: 'rest' } as const;
    const { meeting, member } = await meetings.requireLead(session, meetingId, 'invite', attempt);
    const actor = auditActor(session, member);
    const invited = (await meetings.invitedMembers(meeting)).some((invitee) => invitee.personId === personId);
    const about = { planId: meeting.planId, meetingId, ...(invited && { subjectId: personId }) };
    await linkStore.write([
      linkStore.remove({ meetingId, personId }),
      audit.entry({ ...attempt, outcome: 'done', actor, ...about }),
    ]);
    await this.#endSessions({ meetingId, personId }, actor);
  }

  /** Ends what a link reaches for one who was taken out of the meeting; resolves when they are out. */
  async endLink({ meetingId, personId, by }: { meetingId: string; personId: string; by: Member }): Promise<void> {
    const { linkStore } = this.#parts;
    await linkStore.write([linkStore.remove({ meetingId, personId })]);
    const { role, organisation } = by;
    await this.#endSessions({ meetingId, personId }, { personId: by.personId, role, organisation });
  }

  async #endSessions({ meetingId, personId }: { meetingId: string; personId: string }, by: AuditActor): Promise<void> {
    const { sessions } = this.#parts;
    const byLink = (await sessions.allOf(personId)).filter((held) => held.meetingId === meetingId);
    await sessions.endThese(byLink, by);
  }

  /**
   * Redeems a link for this browser. A professional's link only leads to the meeting: they sign in themselves.
   * @throws SamradError `link-unknown`, `link-expired`, `link-used`, `link-code-needed`, `link-code-wrong`, `link-code-spent`, `sign-in-first`, `meeting-ended`; recorded as refused.
   */
  async redeem(input: {
    token: string;
    code?: string | undefined;
    device: BoundDevice;
    session: Session | null;
  }): Promise<Redeemed> {
    const { linkStore, meetingStore, careTeam, sessions, now } = this.#parts;
    const tokenHash = hashSecret(input.token);
    const link = await linkStore.find(tokenHash);
    if (link === null) throw await this.#refuse('link-unknown', input.session);
    const meeting = await meetingStore.find(link.meetingId);
    if (meeting === null) throw await this.#refuse('link-unknown', input.session);
    const found = { meetingId: meeting.id, planId: meeting.planId, subjectId: link.personId };
    if (link.expiresAt <= now().toISOString()) throw await this.#refuse('link-expired', input.session, found);
    if (isOver(meeting.state)) throw await this.#refuse('meeting-ended', input.session, found);
    const team = await careTeam.members(meeting.planId);
    const member = team.find(({ personId }) => personId === link.personId);
    if (!member) throw await this.#refuse('link-unknown', input.session, found);

    const isMine = input.session?.personId === link.personId;
    if (isMine && input.session !== null && input.session.identification !== 'link')
      return { meetingId: meeting.id, started: null };
    if (signsIn(member.role)) throw await this.#refuse('sign-in-first', input.session, found);
    const browserHash = hashSecret(input.device.browserSecret);
    if (link.browserHash !== null && link.browserHash !== browserHash)
      throw await this.#refuse('link-used', input.session, found);
    if (meeting.terms?.linkCode && link.browserHash === null) {
      const problem = await this.#codes.problem(link, tokenHash, input.code);
      if (problem !== null) throw await this.#refuse(problem, input.session, found);
    }
    if (!(await linkStore.bind(tokenHash, browserHash))) throw await this.#refuse('link-used', input.session, found);
    if (isMine && input.session?.meetingId === meeting.id) return { meetingId: meeting.id, started: null };
    const started = await sessions.start({
      personId: link.personId,
      identification: 'link',
      meetingId: meeting.id,
      expiresAt: new Date(link.expiresAt),
      device: input.device,
      earlier: input.session,
    });
    return { meetingId: meeting.id, started };
  }

  async #refuse(
    code: 'link-unknown' | 'link-expired' | 'link-used' | CodeProblem | 'sign-in-first' | 'meeting-ended',
    session: Session | null,
    found: { meetingId?: string; planId?: string; subjectId?: string } = {},
  ): Promise<SamradError> {
    const actor = session ? auditActor(session) : null;
    const event = { action: 'link:redeem', outcome: 'refused', channel: 'rest', detail: code } as const;
    await this.#parts.audit.record({ ...event, actor, ...found });
    return new SamradError(code);
  }
}
