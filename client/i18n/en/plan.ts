/** English. */
import type { PlanTexts } from '../nb/plan.ts';

export const plan: PlanTexts = {};
