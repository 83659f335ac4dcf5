/** What a rule found in a plan: that something is due, late, missing or out of the ordinary. It travels, so it is a schema. */
import { z } from 'zod';
import { sectionIdSchema, type SectionId } from '../../careplan/sections.ts';
import { roleSchema } from '../roles.ts';
import { ruleIdSchema, type RuleId } from './rules.ts';

/** Every case of every rule, `<rule>.<case>`. Its words are in the page's texts under the same key. */
export const findingKindSchema = z.enum([
  'R1.no-message',
  'R1.draft',
  'R1.rejected',
  'R1.partly',
  'R2.reminder',
  'R2.last-day',
  'R2.late',
  'R3.nobody-rung',
  'R4.no-agreed-time',
  'R5.outside-hours',
  'R6.no-owner',
  'R7.too-few',
  'R8.letter',
  'R8.call',
  'R9.gaps',
  'R9.holiday-gaps',
  'R9.gp-away',
  'R10.admitted',
  'R10.discharged',
  'R11.no-date',
  'R11.waiting',
  'R11.late',
  'deadlines.today',
  'deadlines.late',
  'medicine-list.never',
  'medicine-list.old',
  'medicine-list.new-letter',
  'medicine-list.unresolved',
  'resuscitation.undated',
  'resuscitation.old',
  'team.no-role',
  'revision.due',
  'revision.late',
  'needs-talks.no-diagnosis',
  'needs-talks.first',
  'needs-talks.second',
  'needs-talks.third',
  'needs-talks.ask-again',
]);
export type FindingKind = z.infer<typeof findingKindSchema>;

/** A value that the words of a finding put in, in their order. */
export const findingParamSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), value: z.string() }),
  z.object({ kind: z.literal('date'), value: z.iso.date() }),
  z.object({ kind: z.literal('count'), value: z.number() }),
  /** A role of the team, by the words that the section `team` has for it. */
  z.object({ kind: z.literal('team-role'), value: z.string() }),
]);
export type FindingParam = z.infer<typeof findingParamSchema>;

/** `late` is red, `missing` and `warning` say what to look at, `due` is still in time. */
export const findingLevels = ['late', 'missing', 'due', 'warning'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** A task that would settle the finding, for a person to accept. Its words are those of the finding's rule. */
export const proposalSchema = z.object({ kind: z.literal('gp-appointment'), ownerRole: roleSchema });

/** Sections beside the subject's own that a rule's findings tell something of: who may not read them is not told either. */
export const alsoRestsOn: Readonly<Partial<Record<RuleId, readonly SectionId[]>>> = {
  // The windows of the talks are counted from the day of the diagnosis.
  'needs-talks': ['disease'],
};

export const findingSchema = z.object({
  rule: ruleIdSchema,
  kind: findingKindSchema,
  level: z.enum(findingLevels),
  /** The last instant in time; null where the finding is not about a time. */
  dueAt: z.iso.datetime().nullable(),
  /** What it is about. Only those who may read the section are told; of a row, also its owner. */
  subject: z.object({ sectionId: sectionIdSchema, rowId: z.string().nullable() }),
  params: z.array(findingParamSchema),
  proposal: proposalSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;
