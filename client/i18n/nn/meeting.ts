/** Nynorsk. */
import type { MeetingTexts } from '../nb/meeting.ts';

export const meeting: MeetingTexts = {};
