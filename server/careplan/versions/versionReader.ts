/** Reading versions: the list, one of them with the sections that the reader may read now, whether it is unchanged, and whether the plan is approved. */
import { sha256 } from '../../../shared/careplan/canonical.ts';
import { changeCount, compareContent } from '../../../shared/careplan/compare.ts';
import { sectionContentSchema, type SectionContent } from '../../../shared/careplan/content.ts';
import { mayVersion } from '../../../shared/domain/policy.ts';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import type { Verification } from '../../../shared/protocol/routes/versions.ts';
import type { CareTeam } from '../../access/careTeam.ts';
import type { Session } from '../../access/sessions.ts';
import type { AuditLog } from '../../audit/auditLog.ts';
import { memberInfo } from '../../meetings/meetingService.ts';
import type { VersionStore } from '../../storage/versionStore.ts';
import type { PlanContents } from '../planContents.ts';
import { verify } from './verification.ts';
import type { VersionGate } from './versionGate.ts';
import { contactGaps, versionOf } from './versionInfo.ts';

interface Dependencies {
  readonly gate: VersionGate;
  readonly careTeam: CareTeam;
  readonly contents: PlanContents;
  readonly store: VersionStore;
  readonly audit: AuditLog;
}

export class VersionReader {
  readonly #gate: VersionGate;
  readonly #careTeam: CareTeam;
  readonly #contents: PlanContents;
  readonly #store: VersionStore;
  readonly #audit: AuditLog;

  constructor({ gate, careTeam, contents, store, audit }: Dependencies) {
    this.#gate = gate;
    this.#careTeam = careTeam;
    this.#contents = contents;
    this.#store = store;
    this.#audit = audit;
  }

  /** @throws SamradError `not-found` for those who may read nothing of the plan. */
  async list(session: Session, planId: string): Promise<RouteOutput<'versions'>> {
    const event = { action: 'version:list', channel: 'rest', planId } as const;
    const { member, actor } = await this.#gate.reader(session, event);
    const { identification } = session;
    const may = {
      create: mayVersion(member, identification, 'create'),
      ask: mayVersion(member, identification, 'ask'),
    };
    const [versions, signatures, requests] = await Promise.all([
      this.#store.list(planId),
      this.#store.signatures(planId),
      this.#store.requests(planId),
    ]);
    await this.#audit.record({ ...event, outcome: 'done', actor });
    const seen = requests.filter(({ personId }) => may.create || personId === member.personId);
    return {
      versions: versions.map((version) => versionOf(version, signatures.get(version.id) ?? [], member, session)),
      requests: await Promise.all(
        seen.map(async ({ personId, at }) => ({
          person: memberInfo(await this.#careTeam.everMember(planId, personId)),
          at,
        })),
      ),
      may,
    };
  }

  /** Whether the plan is approved and how much has changed since; the gaps of its contact plan as it is now. */
  async approval(session: Session, planId: string): Promise<RouteOutput<'approval'>> {
    const event = { action: 'version:list', channel: 'rest', planId } as const;
    const { actor, ids } = await this.#gate.reader(session, event);
    const states = await this.#contents.at(planId, [...ids]);
    const present = states.map(({ content }) => content);
    const contacts = present.find(({ section }) => section === 'contacts');
    await this.#audit.record({ ...event, outcome: 'done', actor });
    return { approved: await this.#approved(planId, present), gaps: contacts ? contactGaps(contacts) : [] };
  }

  /** A version with what was frozen of the sections that the reader may read now. @throws SamradError `not-found`. */
  async read(session: Session, planId: string, versionId: string): Promise<RouteOutput<'version'>> {
    const event = { action: 'version:read', channel: 'rest', planId, versionId } as const;
    const { member, actor, ids } = await this.#gate.reader(session, event);
    const version = await this.#gate.version(event, actor);
    const signatures = await this.#store.signatures(planId);
    const sections = (await this.#store.sections(versionId)).filter(({ section }) => ids.has(section));
    const detail = sections.map(({ section }) => section).join(' ');
    await this.#audit.record({ ...event, outcome: 'done', actor, detail });
    return {
      version: versionOf(version, signatures.get(versionId) ?? [], member, session),
      contents: await Promise.all(
        sections.map(async ({ section, salt, content, document }) => ({
          section,
          salt,
          content,
          documentHash: await sha256(document),
        })),
      ),
    };
  }

  /** Recomputes all of a version. @throws SamradError `not-found`. */
  async verification(session: Session, planId: string, versionId: string): Promise<Verification> {
    const event = { action: 'version:verify', channel: 'rest', planId, versionId } as const;
    const { actor, ids } = await this.#gate.reader(session, event);
    const version = await this.#gate.version(event, actor);
    const [sections, signatures, plan, gone, recordedHash] = await Promise.all([
      this.#store.sections(versionId),
      this.#store.signatures(planId),
      this.#store.list(planId),
      this.#store.goneNumbers(planId),
      this.#audit.hashOfVersion(planId, versionId),
    ]);
    const own = signatures.get(versionId) ?? [];
    const answer = await verify({ version, sections, signatures: own, plan, gone, recordedHash }, ids);
    await this.#audit.record({ ...event, outcome: 'done', actor, detail: answer.fits ? 'fits' : 'changed' });
    return answer;
  }

  async #approved(planId: string, present: readonly SectionContent[]): Promise<RouteOutput<'approval'>['approved']> {
    const [versions, signatures] = await Promise.all([this.#store.list(planId), this.#store.signatures(planId)]);
    for (const { id, number } of versions) {
      const approval = signatures.get(id)?.find(({ kind }) => kind === 'approve');
      if (!approval) continue;
      const frozen = new Map((await this.#store.sections(id)).map(({ section, content }) => [section, content]));
      const changes = present.reduce((sum, content) => sum + changesSince(frozen.get(content.section), content), 0);
      return { number, at: approval.at, changes };
    }
    return null;
  }
}

/** What no version holds (working notes) has no changes since. */
function changesSince(frozen: string | undefined, present: SectionContent): number {
  if (frozen === undefined) return 0;
  const before = sectionContentSchema.safeParse(JSON.parse(frozen));
  return before.success ? changeCount(compareContent(before.data, present)) : 0;
}
