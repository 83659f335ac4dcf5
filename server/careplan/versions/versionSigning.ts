/** Signing versions, and setting the plan *godkjent* as it is in one. Each does so in their own time; both freeze a draft for good. */
import { sectionContentSchema } from '../../../shared/careplan/content.ts';
import { signatureSeal, type SignatureKind } from '../../../shared/careplan/seal.ts';
import type { Version } from '../../../shared/protocol/routes/versions.ts';
import type { Session } from '../../access/sessions.ts';
import type { AuditLog } from '../../audit/auditLog.ts';
import { memberInfo } from '../../meetings/meetingService.ts';
import type { StoredSignature, VersionStore } from '../../storage/versionStore.ts';
import type { PlanNotices } from '../planNotices.ts';
import type { VersionEvent, VersionGate, VersionReaderOf } from './versionGate.ts';
import { contactGaps, versionOf } from './versionInfo.ts';

interface Dependencies {
  readonly gate: VersionGate;
  readonly store: VersionStore;
  readonly notices: PlanNotices;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

/** `hash` is that of the version that the person saw: nobody signs what they did not see. */
interface Seen {
  readonly planId: string;
  readonly versionId: string;
  readonly hash: string;
}

export class VersionSigning {
  readonly #gate: VersionGate;
  readonly #store: VersionStore;
  readonly #notices: PlanNotices;
  readonly #audit: AuditLog;
  readonly #now: () => Date;

  constructor({ gate, store, notices, audit, now }: Dependencies) {
    this.#gate = gate;
    this.#store = store;
    this.#notices = notices;
    this.#audit = audit;
    this.#now = now;
  }

  /** Signing twice is signing once. @throws SamradError `not-found`, or `wrong-state` where another version was seen. */
  async sign(session: Session, { planId, versionId, hash }: Seen): Promise<Version> {
    const event = { action: 'version:sign', channel: 'rest', planId, versionId } as const;
    const signer = await this.#gate.allowed(session, event, 'sign');
    return this.#put(session, signer, { kind: 'sign', event, hash });
  }

  /**
   * Approves a version; what counts is the contact plan that is frozen in it.
   * @throws SamradError as `sign` does, or `contacts-incomplete` with the gaps as details.
   */
  async approve(session: Session, { planId, versionId, hash }: Seen): Promise<Version> {
    const event = { action: 'version:approve', channel: 'rest', planId, versionId } as const;
    const signer = await this.#gate.allowed(session, event, 'approve');
    await this.#gate.version(event, signer.actor);
    const contacts = await this.#store.section(versionId, 'contacts');
    if (contacts === null) throw await this.#gate.notFound(event, signer.actor);
    const details = contactGaps(sectionContentSchema.parse(JSON.parse(contacts.content)));
    if (details.length > 0)
      throw await this.#gate.notNow(event, signer.actor, { code: 'contacts-incomplete', details });
    return this.#put(session, signer, { kind: 'approve', event, hash });
  }

  async #put(
    session: Session,
    { member, actor }: VersionReaderOf,
    { kind, event, hash: seen }: { kind: SignatureKind; event: VersionEvent; hash: string },
  ): Promise<Version> {
    const version = await this.#gate.version(event, actor);
    if (version.hash !== seen) throw await this.#gate.notNow(event, actor, { code: 'wrong-state' });
    const mine = (signature: StoredSignature) =>
      signature.kind === kind && signature.person.personId === member.personId;
    const before = await this.#signaturesOf(version);
    if (before.some(mine)) return versionOf(version, before, member, session);
    const sealed = { kind, person: memberInfo(member), at: this.#now().toISOString(), versionHash: version.hash };
    const record = this.#audit.entry({ ...event, outcome: 'done', actor, detail: version.hash });
    try {
      await this.#store.sign(version.id, { ...sealed, hash: await signatureSeal(sealed) }, [record]);
    } catch (error) {
      // The same may have come twice at once, or the draft have been deleted meanwhile.
      await this.#gate.version(event, actor);
      if (!(await this.#signaturesOf(version)).some(mine)) throw error;
    }
    this.#notices.tell(event.planId, 'versions');
    return versionOf(version, await this.#signaturesOf(version), member, session);
  }

  async #signaturesOf({ id, planId }: { id: string; planId: string }): Promise<StoredSignature[]> {
    return (await this.#store.signatures(planId)).get(id) ?? [];
  }
}
