/**
 * The rules that a plan is looked at with, as data: where each comes from, of when that is, for whom it holds, and which
 * settings it is computed with. Their words are in the page's texts by the same ids. What each does is in findings.ts.
 */
import { z } from 'zod';
import type { SettingName } from './settings.ts';

export const ruleIdSchema = z.enum([
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'deadlines',
  'medicine-list',
  'resuscitation',
  'team',
  'revision',
  'needs-talks',
]);
export type RuleId = z.infer<typeof ruleIdSchema>;

/** Where a rule comes from. */
export const ruleSourceSchema = z.enum([
  /** Samarbeidsavtale mellom fastleger og hjemmetjenesten i bydel Østensjø, as a GP of the district presents it. */
  'district-agreement',
  /** Helsedirektoratet: Fastlegens rolle ved kreft. */
  'gp-role',
  /** Anbefalinger om samarbeid mellom fastleger og sykehus i hovedstadsområdet. */
  'hospital-recommendations',
  /** Helsedirektoratet: Pakkeforløp hjem for pasienter med kreft. */
  'home-pathway',
  /** Our own choice for every plan. */
  'samrad',
]);
export type RuleSource = z.infer<typeof ruleSourceSchema>;

/** The date of each source, a month where no day is known; null where the source says none. */
export const sourceDates: Readonly<Record<RuleSource, string | null>> = {
  'district-agreement': null,
  'gp-role': null,
  'hospital-recommendations': '2020-08',
  'home-pathway': '2021-12-29',
  samrad: null,
};

/** For whom a rule holds, and so who may set its values otherwise. */
export const ruleScopeSchema = z.enum(['district', 'municipality', 'country', 'plan']);

export interface RuleDefinition {
  readonly id: RuleId;
  readonly source: RuleSource;
  readonly scope: z.infer<typeof ruleScopeSchema>;
  readonly settings: readonly SettingName[];
}

const agreement = (id: RuleId, ...settings: SettingName[]): RuleDefinition => ({
  id,
  source: 'district-agreement',
  scope: 'district',
  settings,
});

export const rules: readonly RuleDefinition[] = [
  agreement('R1'),
  agreement('R2', 'answerDays', 'answerDayKind', 'reminderDay', 'redDay'),
  agreement('R3', 'phoneList'),
  agreement('R4'),
  agreement('R5', 'homeVisitFrom', 'homeVisitTo'),
  agreement('R6', 'appointmentBooker'),
  agreement('R7', 'appointmentsWanted', 'appointmentMonths'),
  { id: 'R8', source: 'gp-role', scope: 'country', settings: [] },
  { id: 'R9', source: 'gp-role', scope: 'country', settings: [] },
  { id: 'R10', source: 'hospital-recommendations', scope: 'municipality', settings: [] },
  { id: 'R11', source: 'hospital-recommendations', scope: 'municipality', settings: ['adviceDays', 'answerDayKind'] },
  agreement('R12'),
  { id: 'needs-talks', source: 'home-pathway', scope: 'country', settings: [] },
  { id: 'medicine-list', source: 'samrad', scope: 'plan', settings: ['reconcileMonths'] },
  { id: 'resuscitation', source: 'samrad', scope: 'plan', settings: ['resuscitationMonths'] },
  { id: 'deadlines', source: 'samrad', scope: 'plan', settings: [] },
  { id: 'team', source: 'samrad', scope: 'plan', settings: [] },
  { id: 'revision', source: 'samrad', scope: 'plan', settings: [] },
];
