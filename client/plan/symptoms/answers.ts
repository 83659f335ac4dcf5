/** Answers to the form of symptoms (ESAS-r) as plain data, and the course of each symptom over time. Never a total. Pure. */
import { symptomScores } from '../../../shared/careplan/sections.ts';
import { textOf, type RowView } from '../../../shared/careplan/view.ts';

export type Symptom = (typeof symptomScores)[number];
/** 0–10, `unable` for "can't judge", or null where nothing was answered. */
export type Score = number | 'unable' | null;

/** One filled-in form. One without a date has been begun and not saved yet. */
export interface SymptomAnswer {
  readonly id: string;
  /** ISO date, or `''` while it is being filled in. */
  readonly on: string;
  /** `HH:MM` or `''`. */
  readonly at: string;
  readonly answeredBy: string;
  readonly scores: Readonly<Record<Symptom, Score>>;
  /** What the patient's own symptom is called. */
  readonly otherName: string;
  readonly note: string;
}

/** The answers to one symptom over time, oldest first. The patient's own symptoms are told apart by their names. */
export interface Course {
  readonly symptom: Symptom;
  /** The name of the patient's own symptom; `''` for the nine of the form. */
  readonly name: string;
  readonly points: readonly CoursePoint[];
}
interface CoursePoint {
  readonly answer: SymptomAnswer;
  readonly score: Score;
}

/** The nine symptoms that the form asks everybody for. */
export const askedSymptoms: readonly Symptom[] = symptomScores.filter((symptom) => symptom !== 'other');

export function answerOf({ id, values }: RowView): SymptomAnswer {
  const scores = Object.fromEntries(symptomScores.map((symptom) => [symptom, scoreOf(values[symptom])]));
  return {
    id,
    on: textOf(values, 'on'),
    at: textOf(values, 'at'),
    answeredBy: textOf(values, 'answered-by'),
    scores: scores as Record<Symptom, Score>,
    otherName: textOf(values, 'other-name').trim(),
    note: textOf(values, 'note').trim(),
  };
}

function scoreOf(value: unknown): Score {
  return typeof value === 'number' || value === 'unable' ? value : null;
}

/** Saved answers, newest first; those of one day by the hour. */
export function savedAnswers(answers: readonly SymptomAnswer[]): SymptomAnswer[] {
  return answers.filter(({ on }) => on !== '').toSorted((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1));
}

/** Answers that somebody has begun and not saved. */
export function begunAnswers(answers: readonly SymptomAnswer[]): SymptomAnswer[] {
  return answers.filter(({ on }) => on === '');
}

/** The symptoms that the form asks for and that have no answer yet. */
export function unanswered({ scores }: Pick<SymptomAnswer, 'scores'>): Symptom[] {
  return askedSymptoms.filter((symptom) => scores[symptom] === null);
}

/** The course of each symptom that was ever answered, in the order of the form, then the patient's own by name. */
export function courses(saved: readonly SymptomAnswer[]): Course[] {
  const oldestFirst = saved.toReversed();
  const asked = askedSymptoms.map((symptom) => ({ symptom, name: '', points: pointsOf(oldestFirst, symptom) }));
  const named = Map.groupBy(
    oldestFirst.filter(({ scores, otherName }) => scores.other !== null && otherName !== ''),
    ({ otherName }) => otherName.toLowerCase(),
  );
  const own = [...named.values()].map((answers) => ({
    symptom: 'other' as const,
    name: answers.at(-1)?.otherName ?? '',
    points: pointsOf(answers, 'other'),
  }));
  return [...asked, ...own].filter(({ points }) => points.some(({ score }) => score !== null));
}

function pointsOf(answers: readonly SymptomAnswer[], symptom: Symptom): CoursePoint[] {
  return answers.map((answer) => ({ answer, score: answer.scores[symptom] }));
}

/** When an answer was given, as text that sorts. */
export function whenOf({ on, at }: Pick<SymptomAnswer, 'on' | 'at'>): string {
  return `${on}T${at || '12:00'}`;
}
