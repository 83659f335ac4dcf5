/** What symptoms and answers are called. */
import { dateWithYear } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { choiceText, fieldLabel } from '../words.ts';
import type { Course, Score, SymptomAnswer } from './answers.ts';

/** A symptom as it is called in the course: the patient's own by its name. */
export function courseName({ symptom, name }: Pick<Course, 'symptom' | 'name'>): string {
  return name || fieldLabel('symptoms', symptom);
}

/** «7», «Kan ikke vurdere», or a dash where nothing was answered. */
export function scoreText(score: Score): string {
  if (score === 'unable') return texts().plan.rows.unable;
  return score === null ? '–' : String(score);
}

/** «14. november 2026 kl. 10:12» */
export function whenText({ on, at }: Pick<SymptomAnswer, 'on' | 'at'>): string {
  return at === '' ? dateWithYear(on) : texts().forms.symptoms.when(dateWithYear(on), at);
}

/** «14.11.» and the hour below stand in narrow columns. */
export function shortDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${day ?? ''}.${month ?? ''}.${year ?? ''}`;
}

/** Who answered. */
export function answeredText({ answeredBy }: Pick<SymptomAnswer, 'answeredBy'>): string {
  return choiceText('symptoms', 'answered-by', answeredBy);
}
