/** REST: what the rules find in a plan, and the rules themselves with their values. */
import { z } from 'zod';
import { findingSchema } from '../../domain/rules/finding.ts';
import { settingSchemas, settingsSchema, type SettingName } from '../../domain/rules/settings.ts';
import { none, planParams, type RouteGroup } from './route.ts';

/** A value that a municipality or a district has set, with where it says so. `on` is an ISO date. */
const overrideSchema = z.object({
  name: z.enum(Object.keys(settingSchemas) as [SettingName, ...SettingName[]]),
  by: z.enum(['municipality', 'district']),
  source: z.string(),
  on: z.iso.date(),
});

/** The values that hold in one area. Both names are empty where the defaults hold: no area is known. */
const areaRulesSchema = z.object({
  municipality: z.string(),
  district: z.string(),
  settings: settingsSchema,
  overrides: z.array(overrideSchema),
});
export type AreaRules = z.infer<typeof areaRulesSchema>;

export const ruleRoutes = {
  /** What is due, late or missing now, of what I may read; with the values that it was computed with. */
  findings: {
    method: 'GET',
    path: '/api/plans/:planId/findings',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ findings: z.array(findingSchema), settings: settingsSchema }),
  },
  /** The values of the rules in every area where I am in a patient's team; the defaults where I am in none. */
  rules: {
    method: 'GET',
    path: '/api/rules',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ areas: z.array(areaRulesSchema).min(1) }),
  },
} as const satisfies RouteGroup;
