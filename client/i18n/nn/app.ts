/** Nynorsk. */
import type { AppTexts } from '../nb/app.ts';

export const app: AppTexts = {};
