/** The zones as people use them: one plan for each problem, from green to red. Pure. */
import { textOf, type RowView } from '../../../shared/careplan/view.ts';

export const zoneLevels = ['green', 'yellow', 'red'] as const;
export type ZoneLevel = (typeof zoneLevels)[number];

/** What to see and do at one level of one problem. */
export interface Zone {
  readonly id: string;
  readonly problem: string;
  readonly level: ZoneLevel;
  readonly signs: string;
  readonly ownSteps: string;
  readonly homeCare: string;
  readonly ring: string;
}

/** All zones of a problem in the order of their levels, and the levels that nobody has written. */
export interface ZonePlan {
  readonly problem: string;
  readonly zones: readonly Zone[];
  readonly missing: readonly ZoneLevel[];
}

/** Where a row stands while it is being changed: what is typed there must not move it under the hand. */
export type HeldPlace = Pick<Zone, 'id' | 'problem' | 'level'>;

export function zoneOf({ id, values }: RowView): Zone {
  const said = (field: string): string => textOf(values, field).trim();
  return {
    id,
    problem: said('problem'),
    level: zoneLevels.find((level) => level === values['level']) ?? 'green',
    signs: said('signs'),
    ownSteps: said('own-steps'),
    homeCare: said('home-care'),
    ring: said('ring'),
  };
}

/** Gathers zones by their problem, in the order in which the problems were first named. */
export function zonePlans(zones: readonly Zone[], held: HeldPlace | null): ZonePlan[] {
  const placed = zones.map((zone) => ({ zone, ...(held?.id === zone.id ? held : zone) }));
  const groups = Map.groupBy(placed, ({ problem }) => problem.toLowerCase());
  return [...groups.values()].map((group) => ({
    problem: group[0]?.problem ?? '',
    zones: group.toSorted((a, b) => levelOrder(a.level) - levelOrder(b.level)).map(({ zone }) => zone),
    missing: zoneLevels.filter((level) => !group.some((entry) => entry.level === level)),
  }));
}

function levelOrder(level: ZoneLevel): number {
  return zoneLevels.indexOf(level);
}
