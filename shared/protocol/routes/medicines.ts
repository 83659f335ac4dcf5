/** REST: the reconciliation of medicines, where it is decided rather than written: the patient's own words, the signature. */
import { z } from 'zod';
import { medicineListSchema } from '../../careplan/medicines.ts';
import { idSchema } from '../../domain/ids.ts';
import { instantSchema, memberSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

/** SHA-256 as hex. */
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const medicinesRoutes = {
  /** Who signed last and what, so that the page can say what has changed since; and whether I may sign. */
  medicinesState: {
    method: 'GET',
    path: '/api/plans/:planId/medicines/state',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({
      signed: z.object({ by: memberSchema, at: instantSchema, hash: hashSchema, list: medicineListSchema }).nullable(),
      /** `signed`: the list is as it was signed. */
      state: z.enum(['unsigned', 'signed', 'reopened']),
      unresolved: z.number().int(),
      maySign: z.boolean(),
    }),
  },
  /**
   * Signs the list as the doctor saw it: `hash` is of its canonical form. `wrong-state` while lines are unresolved
   * (details `unresolved:<count>`) and when the list is another by now (details `changed`).
   */
  signMedicines: {
    method: 'POST',
    path: '/api/plans/:planId/medicines/sign',
    access: 'session',
    params: planParams,
    body: z.object({ hash: hashSchema }),
    output: z.object({ at: instantSchema }),
  },
  /**
   * What the patient takes, in their own words; `''` takes it back. `lineId` names a line of the list; with a `name`
   * it may be a new one, whose id the page chooses, so that a call that arrives twice makes one line.
   */
  setOwnMedicine: {
    method: 'POST',
    path: '/api/plans/:planId/medicines/own',
    access: 'session',
    params: planParams,
    body: z.object({
      lineId: idSchema,
      name: z.string().trim().min(1).max(200).optional(),
      text: z.string().trim().max(2_000),
    }),
    output: none,
  },
} as const satisfies RouteGroup;
