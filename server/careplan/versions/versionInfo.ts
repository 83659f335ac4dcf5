/** A version as it is told to one reader, and the gaps that its contact plan has. */
import type { SectionContent } from '../../../shared/careplan/content.ts';
import { contactHours, coverageOf } from '../../../shared/careplan/coverage.ts';
import { gapDetails } from '../../../shared/careplan/gaps.ts';
import { mayVersion } from '../../../shared/domain/policy.ts';
import type { Version } from '../../../shared/protocol/routes/versions.ts';
import type { TeamMember } from '../../access/careTeam.ts';
import type { Session } from '../../access/sessions.ts';
import type { StoredSignature, StoredVersion } from '../../storage/versionStore.ts';

/** The gaps of a contact plan, as details of a refusal. */
export function contactGaps(contacts: SectionContent): string[] {
  return gapDetails(coverageOf((contacts.lists['rows'] ?? []).map(({ values }) => contactHours(values))));
}

/** A version as its reader sees it. */
export function versionOf(
  version: StoredVersion,
  signatures: readonly StoredSignature[],
  reader: TeamMember,
  session: Session,
): Version {
  const { identification } = session;
  const has = (kind: StoredSignature['kind']) =>
    signatures.some((signature) => signature.kind === kind && signature.person.personId === reader.personId);
  return {
    ...version,
    sections: [...version.sections],
    signatures: [...signatures],
    may: {
      sign: mayVersion(reader, identification, 'sign') && !has('sign'),
      approve: mayVersion(reader, identification, 'approve') && !has('approve'),
      delete: signatures.length === 0 && mayDelete(version, reader, session),
    },
  };
}

/** A draft is deleted by the one who made it, or by the coordinator. */
export function mayDelete({ createdBy }: StoredVersion, member: TeamMember, { identification }: Session): boolean {
  if (!mayVersion(member, identification, 'create')) return false;
  return createdBy.personId === member.personId || member.role === 'coordinator';
}
