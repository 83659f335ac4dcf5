/** Bokmål. */
export const plan = {};
export type PlanTexts = typeof plan;
