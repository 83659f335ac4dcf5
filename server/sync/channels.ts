/** Opens channels: finds out what a person may do with a document, records it, and joins them to it. Knows nothing of sockets. */
import { sections } from '../../shared/careplan/sections.ts';
import { minutesSchema } from '../../shared/meetings/minutes.ts';
import { closeCode, parseDocumentName, type DocumentRef } from '../../shared/protocol/sync.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { AccessChanges } from '../access/accessChanges.ts';
import { auditActor, type Admittance, type CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { MinutesService } from '../meetings/minutes/minutesService.ts';
import type { AuditEvent, AuditLog } from '../audit/auditLog.ts';
import type { Guard } from '../guard/guard.ts';
import type { Log } from '../log.ts';
import type { LiveSections } from '../careplan/liveSections.ts';
import type { PlanNotices } from '../careplan/planNotices.ts';
import { AccessWatch } from './accessWatch.ts';
import { NoticesChannel } from './noticesChannel.ts';
import { PlanPresences } from './planPresences.ts';
import { PresenceChannel } from './presenceChannel.ts';
import { SectionChannel } from './sectionChannel.ts';
import type { ChannelMessage, ChannelWire } from './wire.ts';

/** An open channel. */
export interface Channel {
  handle(received: ChannelMessage): void;
  close(): void;
}

export interface OpenRequest {
  readonly session: Session;
  readonly documentName: string;
  /** The schema of the section that the page knows. */
  readonly schema: number;
  readonly wire: ChannelWire;
  /** Whether the page has gone meanwhile; asked again after each wait. */
  readonly isGone: () => boolean;
}

/** The channel, or the code with which it is refused. */
export type OpenResult = { readonly channel: Channel } | { readonly refused: number };

/** Null: rights have changed while they were looked up. */
type Opened = OpenResult | null;

/** How often rights may change while a channel is being opened before the page is told to come again. */
const openingLimit = 3;

interface Parts {
  readonly sections: LiveSections;
  readonly minutes: Pick<MinutesService, 'access' | 'accessNow'>;
  readonly careTeam: CareTeam;
  readonly changes: AccessChanges;
  readonly notices: PlanNotices;
  readonly audit: AuditLog;
  readonly guard: Pick<Guard, 'mayMove' | 'note'>;
  /** The person has done something. */
  readonly used: (session: Session) => void;
  readonly log: Log;
}

export class Channels {
  readonly #parts: Parts;
  readonly #presences = new PlanPresences();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Opens a document for a session, or says why not. Unknown and forbidden are answered alike. */
  async open(request: OpenRequest): Promise<OpenResult> {
    const ref = parseDocumentName(request.documentName);
    if (ref === null) return { refused: closeCode.unknown };
    const watch = this.#watch(request, ref);
    const opened = await this.#openWatched(request, ref, watch);
    if ('refused' in opened) watch.end();
    return opened;
  }

  #watch({ session, wire }: OpenRequest, ref: DocumentRef): AccessWatch {
    const { planId } = ref;
    const { changes, careTeam, minutes, log } = this.#parts;
    return new AccessWatch({
      changes,
      who: { planId, personId: session.personId },
      reachNow: async () => {
        const reach = await careTeam.reachNow(session, planId);
        const inMinutes = ref.kind === 'minutes' ? await minutes.accessNow(session, ref.meetingId) : null;
        return reach && { ...reach, minutes: inMinutes };
      },
      close: (code) => wire.close(code),
      onError: (error) => log.error({ err: error }, 'rights could not be looked up'),
    });
  }

  async #openWatched(request: OpenRequest, ref: DocumentRef, watch: AccessWatch): Promise<OpenResult> {
    try {
      for (let opening = 0; opening < openingLimit; opening += 1) {
        watch.look();
        const opened = await this.#openOnce(request, ref, watch);
        if (opened !== null) return opened;
      }
      return { refused: closeCode.tryAgain };
    } catch (error) {
      if (error instanceof SamradError && error.code === 'not-found') return { refused: closeCode.unknown };
      this.#parts.log.error({ err: error }, 'a channel could not be opened');
      return { refused: closeCode.tryAgain };
    }
  }

  #openOnce(request: OpenRequest, ref: DocumentRef, watch: AccessWatch): Promise<Opened> {
    switch (ref.kind) {
      case 'section':
        return this.#openSection(request, ref, watch);
      case 'presence':
        return this.#openPresence(request, ref, watch);
      case 'minutes':
        return this.#openMinutes(request, ref, watch);
      case 'notices':
        return this.#openNotices(request, ref, watch);
    }
  }

  async #openSection(
    request: OpenRequest,
    ref: DocumentRef & { kind: 'section' },
    watch: AccessWatch,
  ): Promise<Opened> {
    const { session, wire } = request;
    const { careTeam, audit, log } = this.#parts;
    const attempt = { action: 'section:read', channel: 'sync', sectionId: ref.sectionId } as const;
    const { member, access } = await careTeam.admittance(session, ref.planId, attempt);
    const actor = auditActor(session, member);
    const granted = access.get(ref.sectionId);
    if (granted === 'none' || granted === undefined)
      throw await careTeam.refusal(actor, { ...attempt, planId: ref.planId });
    if (request.schema < sections[ref.sectionId].schema) return { refused: closeCode.outdatedPage };
    const event: AuditEvent = { ...attempt, outcome: 'done', actor, planId: ref.planId };
    await audit.record(event);
    return this.#parts.sections.open(request.documentName, (section): Opened => {
      if (!watch.isCurrent) return null;
      if (request.isGone()) return { refused: closeCode.tryAgain };
      const channel = new SectionChannel({
        section,
        wire,
        writer: granted === 'write' ? { personId: member.personId, role: member.role, sessionId: session.id } : null,
        onEdit: () => this.#parts.used(session),
        writeRecord: () => audit.entry({ ...event, action: 'section:write' }),
        recordRefusal: () => audit.record({ ...event, action: 'section:write', outcome: 'refused' }),
        log,
      });
      const guarded = watch.guard(channel, (reach) => {
        const now = reach?.access.get(ref.sectionId) ?? 'none';
        if (now === 'none') return closeCode.unknown;
        return granted === 'write' && now === 'read' ? closeCode.notAllowed : null;
      });
      return { channel: guarded };
    });
  }

  async #openMinutes(
    request: OpenRequest,
    ref: DocumentRef & { kind: 'minutes' },
    watch: AccessWatch,
  ): Promise<Opened> {
    const { session, wire } = request;
    const { minutes, careTeam, audit, log } = this.#parts;
    const { planId, meetingId } = ref;
    const attempt = { action: 'minutes:read', channel: 'sync' } as const;
    const { meeting, member, access: granted } = await minutes.access(session, meetingId, attempt);
    const actor = auditActor(session, member);
    if (meeting.planId !== planId) throw await careTeam.refusal(actor, { ...attempt, planId, meetingId });
    if (request.schema < minutesSchema) return { refused: closeCode.outdatedPage };
    const event: AuditEvent = { ...attempt, outcome: 'done', actor, planId, meetingId };
    await audit.record(event);
    return this.#parts.sections.open(request.documentName, (section): Opened => {
      if (!watch.isCurrent) return null;
      if (request.isGone()) return { refused: closeCode.tryAgain };
      const channel = new SectionChannel({
        section,
        wire,
        writer: granted === 'write' ? { personId: member.personId, role: member.role, sessionId: session.id } : null,
        onEdit: () => this.#parts.used(session),
        writeRecord: () => audit.entry({ ...event, action: 'minutes:write' }),
        recordRefusal: () => audit.record({ ...event, action: 'minutes:write', outcome: 'refused' }),
        log,
      });
      const guarded = watch.guard(channel, (reach) => {
        const now = reach?.minutes ?? null;
        if (now === null) return closeCode.unknown;
        return granted === 'write' && now === 'read' ? closeCode.notAllowed : null;
      });
      return { channel: guarded };
    });
  }

  async #openPresence(request: OpenRequest, { planId }: DocumentRef, watch: AccessWatch): Promise<Opened> {
    const { careTeam, audit } = this.#parts;
    const attempt = { action: 'plan:read', channel: 'sync' } as const;
    const admittance = await careTeam.admittance(request.session, planId, attempt);
    const actor = auditActor(request.session, admittance.member);
    const readable = readableSections(admittance);
    if (readable.size === 0) throw await careTeam.refusal(actor, { ...attempt, planId });
    await audit.record({ ...attempt, outcome: 'done', actor, planId });
    const team = await careTeam.members(planId);
    if (!watch.isCurrent) return null;
    if (request.isGone()) return { refused: closeCode.tryAgain };
    const place = team.findIndex(({ personId }) => personId === admittance.member.personId);
    const { presence, release } = this.#presences.take(planId);
    const { session } = request;
    const channel = new PresenceChannel({
      presence,
      wire: request.wire,
      member: admittance.member,
      place,
      readable,
      mayMove: () => this.#parts.guard.mayMove(session.personId),
      onForged: () => this.#parts.guard.note({ kind: 'forged', channel: 'sync', session, address: null }),
    });
    const leaving: Channel = {
      handle: (received) => channel.handle(received),
      close: () => {
        channel.close();
        release();
      },
    };
    const guarded = watch.guard(leaving, (reach) => {
      const now = reach ? readableSections(reach) : new Set<string>();
      if (now.size === 0) return closeCode.unknown;
      channel.see(now);
      return null;
    });
    return { channel: guarded };
  }

  /** A notice says nothing of the plan: every member may hear it, and listening is not recorded as reading. */
  async #openNotices(request: OpenRequest, { planId }: DocumentRef, watch: AccessWatch): Promise<Opened> {
    const attempt = { action: 'plan:read', channel: 'sync' } as const;
    const { personId } = await this.#parts.careTeam.memberOf(request.session, planId, attempt, 'plan');
    if (!watch.isCurrent) return null;
    if (request.isGone()) return { refused: closeCode.tryAgain };
    const { notices } = this.#parts;
    const channel = new NoticesChannel({ notices, wire: request.wire, listener: { planId, personId } });
    return { channel: watch.guard(channel, (reach) => (reach === null ? closeCode.unknown : null)) };
  }
}

function readableSections({ access }: Admittance): Set<string> {
  return new Set([...access].filter(([, granted]) => granted !== 'none').map(([id]) => id));
}
