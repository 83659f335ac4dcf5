/** What was opened and closed, as acts in the order in which people would tell them: newest first. No DOM. */
import { sectionIds as planOrder, type SectionId } from '../../shared/careplan/sections.ts';
import type { ConsentInfo } from '../../shared/protocol/routes/consents.ts';

/** One act; sections that were opened or closed together are one. Times are ISO 8601 in UTC. */
export type Act = {
  readonly at: string;
  readonly name: string;
  readonly sectionIds: readonly SectionId[];
} & (
  | {
      readonly kind: 'opened';
      readonly by: string;
      readonly from: string;
      readonly until: string | null;
      readonly gaveBy: string;
      readonly how: ConsentInfo['how'];
    }
  | { readonly kind: 'closed'; readonly by: string }
  | { readonly kind: 'ran-out' }
);

/** The acts that made these consents what they are at a time. One that was replaced ended by the act that replaced it. */
export function actsOf(consents: readonly ConsentInfo[], now: string): Act[] {
  const acts = consents.flatMap((consent) => [opened(consent), ...ended(consent, now)]);
  const together = Map.groupBy(acts, ({ sectionIds: _, ...rest }) => JSON.stringify(rest));
  return [...together.values()]
    .flatMap(([first, ...others]) =>
      first ? [{ ...first, sectionIds: inPlanOrder([first, ...others].flatMap((act) => act.sectionIds)) }] : [],
    )
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

function inPlanOrder(ids: readonly SectionId[]): SectionId[] {
  return planOrder.filter((id) => ids.includes(id));
}

function opened({ sectionId, person, from, until, gaveBy, how, recordedBy, recordedAt }: ConsentInfo): Act {
  const { name } = person;
  return {
    kind: 'opened',
    at: recordedAt,
    by: recordedBy.name,
    name,
    from,
    until,
    gaveBy,
    how,
    sectionIds: [sectionId],
  };
}

function ended({ sectionId, person, until, ended: end }: ConsentInfo, now: string): Act[] {
  const { name } = person;
  if (end?.as === 'withdrawn') return [{ kind: 'closed', at: end.at, by: end.by.name, name, sectionIds: [sectionId] }];
  if (end === null && until !== null && until <= now)
    return [{ kind: 'ran-out', at: until, name, sectionIds: [sectionId] }];
  return [];
}
