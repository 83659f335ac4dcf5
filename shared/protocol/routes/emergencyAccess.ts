/** REST: emergency access, for professionals outside the team, and what patient and coordinator are told of it. */
import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { coreProfessionals, roleSchema } from '../../domain/roles.ts';
import { instantSchema } from '../types.ts';
import { none, type RouteGroup } from './route.ts';

/** Roles that may open a plan so: a coordinator changes the team, which nobody does in an emergency. */
export const emergencyRoles = coreProfessionals.filter((role) => role !== 'coordinator');

const emergencySchema = z.object({
  id: idSchema,
  planId: idSchema,
  patientName: z.string(),
  name: z.string(),
  role: roleSchema,
  organisation: z.string(),
  reason: z.string(),
  at: instantSchema,
  until: instantSchema,
});
export type Emergency = z.infer<typeof emergencySchema>;

export const emergencyRoutes = {
  /**
   * Opens the plan of a patient in whose team I am not, to read for a few hours. `patient` is a national identity number, or
   * the whole name where only one is called so. `bad-request` with details as in shared/domain/membership.ts.
   */
  openEmergency: {
    method: 'POST',
    path: '/api/emergency-access',
    access: 'session',
    params: none,
    body: z.object({
      patient: z.string().trim().min(1).max(120),
      role: z.enum(emergencyRoles),
      organisation: z.string().trim().min(1).max(120),
      reason: z.string().trim().min(10).max(500),
    }),
    output: z.object({ planId: idSchema }),
  },
  /** Who has opened plans of which I am patient or coordinator, and I have not said that I have seen it. */
  emergencies: {
    method: 'GET',
    path: '/api/emergency-access',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ emergencies: z.array(emergencySchema) }),
  },
  acknowledgeEmergency: {
    method: 'POST',
    path: '/api/emergency-access/:emergencyId/seen',
    access: 'session',
    params: z.object({ emergencyId: idSchema }),
    body: none,
    output: none,
  },
} as const satisfies RouteGroup;
