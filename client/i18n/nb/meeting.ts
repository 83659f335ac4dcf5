/** Bokmål. */
export const meeting = {};
export type MeetingTexts = typeof meeting;
