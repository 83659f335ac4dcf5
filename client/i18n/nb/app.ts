/** Bokmål. */
export const app = {};
export type AppTexts = typeof app;
