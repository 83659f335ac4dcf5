/** Where the line of a symptom runs in its picture. Lines are drawn between answers that follow one another; a gap stays a gap. Pure. */
import { whenOf, type Course, type SymptomAnswer } from './answers.ts';

/** The picture's own units; the scale is 0 at the bottom and 10 at the top. */
export const plot = { width: 260, height: 84, left: 40, right: 12, top: 16, bottom: 10 } as const;
export const highestScore = 10;

/** One answer in the picture. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

/** The span of time that all pictures share, in ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the first saved answer to the last. */
export function spanOf(saved: readonly SymptomAnswer[]): Span {
  const times = saved.map(timeOf);
  return { from: Math.min(...times), to: Math.max(...times) };
}

/** The line in pieces: each piece is answers with a number that no missing answer parts. */
export function plotPieces({ points }: Pick<Course, 'points'>, span: Span): PlotPoint[][] {
  const pieces: PlotPoint[][] = [[]];
  for (const { answer, score } of points) {
    if (typeof score === 'number') pieces.at(-1)?.push({ x: xOf(timeOf(answer), span), y: yOf(score), score });
    else pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** The height of a score in the picture. */
export function yOf(score: number): number {
  const { height, top, bottom } = plot;
  return round(height - bottom - (score / highestScore) * (height - top - bottom));
}

function xOf(time: number, { from, to }: Span): number {
  const { width, left, right } = plot;
  const inner = width - left - right;
  return round(left + (to === from ? inner : ((time - from) / (to - from)) * inner));
}

/** As of UTC, whatever the device: only the distance between answers counts. */
function timeOf(answer: SymptomAnswer): number {
  return Date.parse(`${whenOf(answer)}:00Z`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
