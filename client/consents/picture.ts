/** Who sees what: for every person and section the right by role, or the consent that stands now. No DOM. */
import { sectionIds, sections, type SectionId } from '../../shared/careplan/sections.ts';
import { isStanding, sectionsByConsent } from '../../shared/domain/consent.ts';
import type { MemberInfo } from '../../shared/protocol/types.ts';
import type { ConsentInfo } from '../../shared/protocol/routes/consents.ts';

/** `closed` and `opened`: the patient decides. */
export type Cell =
  | { readonly kind: 'write' | 'read' | 'none' | 'closed' }
  | { readonly kind: 'opened'; readonly consents: readonly ConsentInfo[] };

export interface PersonPicture {
  readonly member: MemberInfo;
  readonly cells: ReadonlyMap<SectionId, Cell>;
  /** Consents that stand now or will, in the order of the plan. */
  readonly coming: readonly ConsentInfo[];
  /** What the patient can open for this person. */
  readonly openable: readonly SectionId[];
}

/** The picture of one member at a time, ISO 8601 in UTC. */
export function pictureOf(member: MemberInfo, consents: readonly ConsentInfo[], now: string): PersonPicture {
  const coming = consents
    .filter(({ person, ended, until }) => person.personId === member.personId && !ended && (until ?? '~') > now)
    .toSorted((one, other) => sectionIds.indexOf(one.sectionId) - sectionIds.indexOf(other.sectionId));
  const cells = sectionIds.map((id): [SectionId, Cell] => [id, cellOf(member, id, coming, now)]);
  return { member, cells: new Map(cells), coming, openable: sectionsByConsent(member.role) };
}

/** The sections of a picture in which a cell is of one of these kinds. */
export function sectionsWith({ cells }: PersonPicture, ...kinds: readonly Cell['kind'][]): SectionId[] {
  return [...cells].filter(([, { kind }]) => kinds.includes(kind)).map(([id]) => id);
}

function cellOf(member: MemberInfo, id: SectionId, coming: readonly ConsentInfo[], now: string): Cell {
  const grant = sections[id].access[member.role];
  if (grant !== 'consent') return { kind: grant };
  const mine = coming.filter(({ sectionId }) => sectionId === id);
  return mine.some((consent) => isStanding(consent, now)) ? { kind: 'opened', consents: mine } : { kind: 'closed' };
}
