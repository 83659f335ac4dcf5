/**
 * The values that the rules are computed with. Each is a setting that a municipality or a district may set otherwise
 * (rule R12); the defaults are what the sources of the rules say, or what we chose where a source gives no number.
 */
import { z } from 'zod';
import { roleSchema } from '../roles.ts';

const days = z.number().int().min(0).max(60);
const months = z.number().int().min(0).max(120);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Whom to ring when it is urgent: kept by the district's chief physician, so it says who keeps it and of when it is. */
export const phoneListSchema = z.object({
  owner: z.string().max(200),
  on: z.iso.date(),
  numbers: z.array(z.object({ who: z.string().max(200), phone: z.string().max(40) })).max(100),
});

export const settingSchemas = {
  /** R2: days within which a message is answered, counted from the day after it was sent. */
  answerDays: days.min(1),
  /** R2, R11: whether those days are all days or working days. */
  answerDayKind: z.enum(['calendar', 'working']),
  /** R2: the day on which the plan reminds. */
  reminderDay: days,
  /** R2: the day from which the message is shown as late. */
  redDay: days,
  /** R3: null until the district has entered it. */
  phoneList: phoneListSchema.nullable(),
  /** R5: the GP's home visits begin within these hours. */
  homeVisitFrom: clock,
  homeVisitTo: clock,
  /** R6: who books the GP where nobody else is named. */
  appointmentBooker: roleSchema,
  /** R7: appointments with the GP in `appointmentMonths`. */
  appointmentsWanted: z.number().int().min(0).max(52),
  appointmentMonths: months.min(1),
  /** R11: days within which a specialist answers a question that has no date of its own. */
  adviceDays: days.min(1),
  /** Months after which a reconciled list of medicines counts as old. */
  reconcileMonths: months.min(1),
  /** Months after which a decision about resuscitation counts as old. */
  resuscitationMonths: months.min(1),
} as const satisfies Record<string, z.ZodType>;

export type SettingName = keyof typeof settingSchemas;
export const settingNames = Object.keys(settingSchemas) as SettingName[];

export const settingsSchema = z.object(settingSchemas);
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = {
  answerDays: 3,
  answerDayKind: 'working',
  reminderDay: 2,
  redDay: 3,
  phoneList: null,
  homeVisitFrom: '13:00',
  homeVisitTo: '17:00',
  appointmentBooker: 'home-care',
  appointmentsWanted: 2,
  appointmentMonths: 12,
  adviceDays: 3,
  reconcileMonths: 3,
  resuscitationMonths: 12,
};

/** A setting that somebody has set for an area, as it is stored: from outside, so it may be of another time or form. */
export interface SettingOverride {
  readonly name: string;
  readonly value: unknown;
}

/** The defaults with overrides put over them in their order. One that does not fit is passed over: a rule must not fail by it. */
export function settingsWith(overrides: readonly SettingOverride[]): Settings {
  return overrides.reduce<Settings>((settings, { name, value }) => {
    const candidate = settingsSchema.safeParse({ ...settings, [name]: value });
    return candidate.success ? candidate.data : settings;
  }, defaultSettings);
}
