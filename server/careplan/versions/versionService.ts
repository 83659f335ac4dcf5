/** Making and deleting versions of a plan, and restoring a section from one. A signed version is corrected by a new one, never changed. */
import * as Y from 'yjs';
import { sectionContentSchema } from '../../../shared/careplan/content.ts';
import { restoreSection } from '../../../shared/careplan/restore.ts';
import { sectionIds, sections as table, type SectionId } from '../../../shared/careplan/sections.ts';
import type { Version } from '../../../shared/protocol/routes/versions.ts';
import { documentName } from '../../../shared/protocol/sync.ts';
import type { Session } from '../../access/sessions.ts';
import type { AuditActor, AuditLog } from '../../audit/auditLog.ts';
import { memberInfo } from '../../meetings/meetingService.ts';
import type { VersionStore } from '../../storage/versionStore.ts';
import type { LiveSections } from '../liveSections.ts';
import type { PlanContents } from '../planContents.ts';
import type { PlanNotices } from '../planNotices.ts';
import { freezeSections, sealVersion } from './freezing.ts';
import type { VersionEvent, VersionGate } from './versionGate.ts';
import { mayDelete, versionOf } from './versionInfo.ts';

interface Dependencies {
  readonly gate: VersionGate;
  readonly sections: LiveSections;
  readonly contents: PlanContents;
  readonly store: VersionStore;
  readonly notices: PlanNotices;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export interface NewVersion {
  readonly planId: string;
  readonly name: string;
  readonly reason: string;
  /** The signed version that this one corrects, or null. */
  readonly corrects: string | null;
}

/** Preparations are not shared, so they are not signed either. */
const frozenIds = sectionIds.filter((id) => id !== 'working-notes');

export class VersionService {
  readonly #gate: VersionGate;
  readonly #sections: LiveSections;
  readonly #contents: PlanContents;
  readonly #store: VersionStore;
  readonly #notices: PlanNotices;
  readonly #audit: AuditLog;
  readonly #now: () => Date;

  constructor({ gate, sections: live, contents, store, notices, audit, now }: Dependencies) {
    this.#gate = gate;
    this.#sections = live;
    this.#contents = contents;
    this.#store = store;
    this.#notices = notices;
    this.#audit = audit;
    this.#now = now;
  }

  /**
   * Freezes the plan as it is now, as a draft that waits for signatures.
   * @throws SamradError `not-found`; `bad-request` for a correction without a reason, `wrong-state` for one of a draft.
   */
  async create(session: Session, { planId, name, reason, corrects }: NewVersion): Promise<Version> {
    const event = { action: 'version:create', channel: 'rest', planId } as const;
    const { member, actor } = await this.#gate.allowed(session, event, 'create');
    if (corrects !== null) await this.#mayCorrect(event, actor, { versionId: corrects, reason });
    const at = this.#now().toISOString();
    const frozen = await freezeSections(await this.#contents.at(planId, frozenIds));
    const about = { planId, name, reason, corrects, createdAt: at, createdBy: memberInfo(member) };
    for (;;) {
      const place = await this.#nextPlace(planId);
      const version = await sealVersion({ ...about, ...place }, frozen);
      const done = { ...event, versionId: version.id, outcome: 'done', actor, detail: version.hash } as const;
      try {
        await this.#store.add(version, frozen, [this.#audit.entry(done)]);
      } catch (error) {
        // Somebody else made one at the same time and has the number.
        if ((await this.#nextPlace(planId)).number === place.number) throw error;
        continue;
      }
      this.#notices.tell(planId, 'versions');
      return versionOf(version, [], member, session);
    }
  }

  /** The patient asks for a new version; asking twice is asking once. @throws SamradError `not-found`. */
  async ask(session: Session, planId: string): Promise<void> {
    const event = { action: 'version:ask', channel: 'rest', planId } as const;
    const { member, actor } = await this.#gate.allowed(session, event, 'ask');
    const by = { personId: member.personId, at: this.#now().toISOString() };
    await this.#store.ask(planId, by, [this.#audit.entry({ ...event, outcome: 'done', actor })]);
    this.#notices.tell(planId, 'versions');
  }

  /** Deletes a draft, so that what stood in it is found nowhere. @throws SamradError `not-found`; `wrong-state` where somebody has signed. */
  async delete(session: Session, { planId, versionId }: { planId: string; versionId: string }): Promise<void> {
    const event = { action: 'version:delete', channel: 'rest', planId, versionId } as const;
    const { member, actor } = await this.#gate.allowed(session, event, 'create');
    const version = await this.#gate.version(event, actor);
    if (!mayDelete(version, member, session)) throw await this.#gate.notFound(event, actor);
    await this.#mustBeDraft(event, actor);
    const by = { personId: member.personId, at: this.#now().toISOString() };
    try {
      await this.#store.remove(version, by, [this.#audit.entry({ ...event, outcome: 'done', actor })]);
      await this.#store.eraseTraces();
    } catch (error) {
      // It may have been deleted or signed meanwhile; the database keeps what is signed.
      await this.#gate.version(event, actor);
      await this.#mustBeDraft(event, actor);
      throw error;
    }
    this.#notices.tell(planId, 'versions');
  }

  /**
   * Brings the live section back to what a version says, as an edit by this person.
   * @throws SamradError `not-found` where they may not write it now; `wrong-state` where it has had another shape since.
   */
  async restore(
    session: Session,
    { planId, versionId, sectionId }: { planId: string; versionId: string; sectionId: SectionId },
  ): Promise<void> {
    const event = { action: 'version:restore', channel: 'rest', planId, versionId, sectionId } as const;
    const { member, actor, access } = await this.#gate.reader(session, event);
    if (access.get(sectionId) !== 'write') throw await this.#gate.notFound(event, actor);
    await this.#gate.version(event, actor);
    const frozen = await this.#store.section(versionId, sectionId);
    if (frozen === null) throw await this.#gate.notFound(event, actor);
    const section = table[sectionId];
    if (sectionContentSchema.parse(JSON.parse(frozen.content)).schema !== section.schema)
      throw await this.#gate.notNow(event, actor, { code: 'wrong-state' });
    const earlier = new Y.Doc();
    Y.applyUpdate(earlier, frozen.document);
    const author = { personId: member.personId, role: member.role, sessionId: session.id };
    const record = this.#audit.entry({ ...event, outcome: 'done', actor });
    await this.#sections.open(documentName({ kind: 'section', planId, sectionId }), (live) =>
      live.edit(author, [record], (doc) => restoreSection(doc, earlier, section)),
    );
  }

  async #mayCorrect(
    event: VersionEvent,
    actor: AuditActor,
    { versionId, reason }: { versionId: string; reason: string },
  ): Promise<void> {
    const { id, planId } = await this.#gate.version(event, actor, versionId);
    const isSigned = (await this.#store.signatures(planId)).has(id);
    if (!isSigned) throw await this.#gate.notNow(event, actor, { code: 'wrong-state' });
    if (reason === '') throw await this.#gate.notNow(event, actor, { code: 'bad-request', details: ['reason'] });
  }

  async #mustBeDraft(event: VersionEvent & { versionId: string }, actor: AuditActor): Promise<void> {
    if (!(await this.#store.signatures(event.planId)).has(event.versionId)) return;
    throw await this.#gate.notNow(event, actor, { code: 'wrong-state' });
  }

  /** The number that a new version of a plan has, and the hash of the newest that is signed. */
  async #nextPlace(planId: string): Promise<{ number: number; previousHash: string | null }> {
    const [versions, signatures, gone] = await Promise.all([
      this.#store.list(planId),
      this.#store.signatures(planId),
      this.#store.goneNumbers(planId),
    ]);
    const newestSigned = versions.find(({ id }) => signatures.has(id));
    const number = Math.max(0, ...gone, ...versions.map((version) => version.number)) + 1;
    return { number, previousHash: newestSigned?.hash ?? null };
  }
}
