/** Opens channels: finds out what a person may do with a document, records it, and joins them to it. Knows nothing of sockets. */
import { sections } from '../../shared/careplan/sections.ts';
import { closeCode, parseDocumentName, type DocumentRef } from '../../shared/protocol/sync.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import { auditActor, type Admittance, type CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditEvent, AuditLog } from '../audit/auditLog.ts';
import type { Log } from '../log.ts';
import type { LiveSections } from '../careplan/liveSections.ts';
import type { PlanNotices } from '../careplan/planNotices.ts';
import { NoticesChannel } from './noticesChannel.ts';
import { PlanPresence } from './planPresence.ts';
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

/** As many as the page has colours. */
const presenceColors = 8;

interface Parts {
  readonly sections: LiveSections;
  readonly careTeam: CareTeam;
  readonly notices: PlanNotices;
  readonly audit: AuditLog;
  readonly log: Log;
}

export class Channels {
  readonly #parts: Parts;
  readonly #presences = new Map<string, PlanPresence>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Opens a document for a session, or says why not. Unknown and forbidden are answered alike. */
  async open(request: OpenRequest): Promise<OpenResult> {
    const ref = parseDocumentName(request.documentName);
    if (ref === null) return { refused: closeCode.unknown };
    try {
      switch (ref.kind) {
        case 'section':
          return await this.#openSection(request, ref);
        case 'presence':
          return await this.#openPresence(request, ref);
        case 'notices':
          return await this.#openNotices(request, ref);
      }
    } catch (error) {
      if (error instanceof SamradError && error.code === 'not-found') return { refused: closeCode.unknown };
      this.#parts.log.error({ err: error }, 'a channel could not be opened');
      return { refused: closeCode.tryAgain };
    }
  }

  async #openSection(request: OpenRequest, ref: DocumentRef & { kind: 'section' }): Promise<OpenResult> {
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
    return this.#parts.sections.open(request.documentName, (section): OpenResult => {
      if (request.isGone()) return { refused: closeCode.tryAgain };
      const channel: Channel = new SectionChannel({
        section,
        wire,
        writer: granted === 'write' ? { personId: member.personId, role: member.role, sessionId: session.id } : null,
        writeRecord: () => audit.entry({ ...event, action: 'section:write' }),
        recordRefusal: () => audit.record({ ...event, action: 'section:write', outcome: 'refused' }),
        log,
      });
      return { channel };
    });
  }

  async #openPresence(request: OpenRequest, ref: DocumentRef): Promise<OpenResult> {
    const { careTeam } = this.#parts;
    const attempt = { action: 'plan:read', channel: 'sync' } as const;
    const admittance = await careTeam.admittance(request.session, ref.planId, attempt);
    const readable = readableSections(admittance);
    if (readable.size === 0)
      throw await careTeam.refusal(auditActor(request.session, admittance.member), { ...attempt, planId: ref.planId });
    const actor = auditActor(request.session, admittance.member);
    await this.#parts.audit.record({ ...attempt, outcome: 'done', actor, planId: ref.planId });
    const team = await careTeam.members(ref.planId);
    if (request.isGone()) return { refused: closeCode.tryAgain };
    const { personId, name, role } = admittance.member;
    const color = team.findIndex((member) => member.personId === personId) % presenceColors;
    const presence = this.#presences.get(ref.planId) ?? new PlanPresence();
    this.#presences.set(ref.planId, presence);
    const channel = new PresenceChannel({
      presence,
      wire: request.wire,
      person: { id: personId, name, role, color },
      mayRead: (sectionId) => readable.has(sectionId),
    });
    return {
      channel: {
        handle: (received) => channel.handle(received),
        close: () => {
          channel.close();
          if (presence.empty && this.#presences.get(ref.planId) === presence) this.#presences.delete(ref.planId);
        },
      },
    };
  }

  /** A notice says nothing of the plan: every member may hear it, and listening is not recorded as reading. */
  async #openNotices({ session, wire, isGone }: OpenRequest, { planId }: DocumentRef): Promise<OpenResult> {
    const attempt = { action: 'plan:read', channel: 'sync' } as const;
    const { personId } = await this.#parts.careTeam.memberOf(session, planId, attempt, 'plan');
    if (isGone()) return { refused: closeCode.tryAgain };
    return { channel: new NoticesChannel({ notices: this.#parts.notices, wire, listener: { planId, personId } }) };
  }
}

function readableSections({ access }: Admittance): Set<string> {
  return new Set([...access].filter(([, granted]) => granted !== 'none').map(([id]) => id));
}
