/** REST: what an administrator keeps besides the people: areas with the values of their rules, and organisations; and where a plan belongs. */
import { z } from 'zod';
import { settingSchemas, type SettingName } from '../../domain/rules/settings.ts';
import { none, planParams, type RouteGroup } from './route.ts';

/** `district` is '' for a whole municipality. */
const areaSchema = z.object({
  municipality: z.string().trim().min(1).max(80),
  district: z.string().trim().max(80),
});
export type AreaName = z.infer<typeof areaSchema>;

const settingNameSchema = z.enum(Object.keys(settingSchemas) as [SettingName, ...SettingName[]]);

/** A value as it was set; `on` is an ISO date. */
const areaValueSchema = z.object({ name: settingNameSchema, value: z.unknown(), source: z.string(), on: z.iso.date() });
const areaWithValuesSchema = areaSchema.extend({ values: z.array(areaValueSchema) });
export type AreaWithValues = z.infer<typeof areaWithValuesSchema>;

const organisationSchema = z.object({
  name: z.string().trim().min(1).max(120),
  /** Its number in Enhetsregisteret. */
  number: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const administrationRoutes = {
  /** For administrators: every area, with what has been set there. */
  areas: {
    method: 'GET',
    path: '/api/areas',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ areas: z.array(areaWithValuesSchema) }),
  },
  addArea: { method: 'POST', path: '/api/areas', access: 'session', params: none, body: areaSchema, output: none },
  /** Sets a value of the rules in an area from today on; without `value` what was set there is taken away. `bad-request` for a value that does not fit. */
  setAreaValue: {
    method: 'POST',
    path: '/api/areas/value',
    access: 'session',
    params: none,
    body: areaSchema.extend({
      name: settingNameSchema,
      value: z.unknown().optional(),
      source: z.string().trim().max(200),
    }),
    output: none,
  },
  /** The organisations that people work in, to choose from. */
  organisations: {
    method: 'GET',
    path: '/api/organisations',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ organisations: z.array(organisationSchema) }),
  },
  putOrganisation: {
    method: 'POST',
    path: '/api/organisations',
    access: 'session',
    params: none,
    body: organisationSchema,
    output: none,
  },
  /** It is no longer chosen from; what was written with its name stays. */
  endOrganisation: {
    method: 'POST',
    path: '/api/organisations/end',
    access: 'session',
    params: none,
    body: z.object({ name: z.string().max(120) }),
    output: none,
  },
  /** Where a plan belongs, null where nobody has said, and the areas to choose from. */
  planArea: {
    method: 'GET',
    path: '/api/plans/:planId/area',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ area: areaSchema.nullable(), areas: z.array(areaSchema), mayPlace: z.boolean() }),
  },
  /** Says where a plan belongs; the values of that area hold for it from now on. */
  placePlan: {
    method: 'POST',
    path: '/api/plans/:planId/area',
    access: 'session',
    params: planParams,
    body: areaSchema,
    output: none,
  },
} as const satisfies RouteGroup;
