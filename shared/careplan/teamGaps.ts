/** The roles that a care team should have and this one lacks. Pure: who stands in the section `team`, the phase, and the day. */
import { textOf, type RowView } from './view.ts';

/** Expected of every team, in the order in which they are missed; each with the roles of the section `team` that fill it. */
const expected = {
  gp: ['gp'],
  'contact-doctor': ['contact-doctor'],
  'cancer-nurse': ['cancer-nurse'],
  coordinator: ['coordinator'],
  'home-care': ['home-care', 'primary-contact'],
  palliative: ['palliative'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TeamRole = keyof typeof expected;
export const expectedRoles = Object.keys(expected) as readonly TeamRole[];

/** The phases in which a palliative team is expected. */
const palliativePhases: readonly string[] = ['palliative', 'end-of-life'];

interface Team {
  /** The rows of the section `team`. */
  readonly rows: readonly RowView[];
  /** The phase as the section `phase` has it; '' where it is not known to the one who asks. */
  readonly phase: string;
  /** The ISO date. */
  readonly today: string;
}

/** The expected roles that nobody fills today. */
export function teamGaps({ rows, phase, today }: Team): TeamRole[] {
  const present = new Set(rows.filter((row) => !isFormer(row, today)).map(({ values }) => textOf(values, 'role')));
  return expectedRoles
    .filter((role) => role !== 'palliative' || palliativePhases.includes(phase))
    .filter((role) => !expected[role].some((filling) => present.has(filling)));
}

/** Whether somebody's time in the team is over: the last day is that of `to`. */
export function isFormer({ values }: RowView, today: string): boolean {
  const to = textOf(values, 'to');
  return to !== '' && to < today;
}
