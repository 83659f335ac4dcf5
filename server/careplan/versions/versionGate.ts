/** Who may do what with the versions of a plan: asked before everything, and the place where refusals are recorded. */
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { mayVersion, type VersionAction } from '../../../shared/domain/policy.ts';
import { SamradError, type ErrorCode } from '../../../shared/protocol/errors.ts';
import { auditActor, type Admittance, type CareTeam } from '../../access/careTeam.ts';
import type { Session } from '../../access/sessions.ts';
import type { AuditActor, AuditEvent, AuditLog } from '../../audit/auditLog.ts';
import type { StoredVersion, VersionStore } from '../../storage/versionStore.ts';
import { readable } from '../planContents.ts';

/** What is wanted, as it will stand in the audit log. */
export interface VersionEvent extends Pick<AuditEvent, 'action' | 'sectionId'> {
  readonly channel: 'rest';
  readonly planId: string;
  readonly versionId?: string;
}

/** Somebody who may read something of the plan. */
export interface VersionReaderOf extends Admittance {
  readonly actor: AuditActor;
  /** The sections that they may read now. */
  readonly ids: ReadonlySet<SectionId>;
}

export class VersionGate {
  readonly #careTeam: CareTeam;
  readonly #store: VersionStore;
  readonly #audit: AuditLog;

  constructor({ careTeam, store, audit }: { careTeam: CareTeam; store: VersionStore; audit: AuditLog }) {
    this.#careTeam = careTeam;
    this.#store = store;
    this.#audit = audit;
  }

  /** One who may read versions: who reads nothing of the plan does not. @throws SamradError `not-found`. */
  async reader(session: Session, event: VersionEvent): Promise<VersionReaderOf> {
    const { planId, ...attempt } = event;
    const admittance = await this.#careTeam.admittance(session, planId, attempt);
    const actor = auditActor(session, admittance.member);
    const ids = new Set(readable(admittance.access));
    if (ids.size === 0) throw await this.notFound(event, actor);
    return { ...admittance, actor, ids };
  }

  /** One who may do this too. @throws SamradError `not-found`. */
  async allowed(session: Session, event: VersionEvent, action: VersionAction): Promise<VersionReaderOf> {
    const reader = await this.reader(session, event);
    if (mayVersion(reader.member, session.identification, action)) return reader;
    throw await this.notFound(event, reader.actor);
  }

  /** The version that an event is about. @throws SamradError `not-found`. */
  async version(event: VersionEvent, actor: AuditActor, versionId = event.versionId): Promise<StoredVersion> {
    const version = (await this.#store.list(event.planId)).find(({ id }) => id === versionId);
    if (version) return version;
    throw await this.notFound(event, actor);
  }

  /** Records a refusal; answers the error to throw, the same for unknown and forbidden. */
  notFound(event: VersionEvent, actor: AuditActor): Promise<SamradError> {
    return this.#careTeam.refusal(actor, event);
  }

  /** Records the refusal of something that this person may do, but not now; answers the error to throw. */
  async notNow(
    event: VersionEvent,
    actor: AuditActor,
    { code, details }: { code: ErrorCode; details?: readonly string[] },
  ): Promise<SamradError> {
    await this.#audit.record({ ...event, outcome: 'refused', actor, detail: code });
    return new SamradError(code, details);
  }
}
