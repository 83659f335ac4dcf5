/** The course of each symptom as a small picture of its own, all on the same scale and the same time: a line, its answers as dots, first and last in numbers. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import { courses, type Course, type SymptomAnswer } from './answers.ts';
import { highestScore, plot, plotPieces, spanOf, yOf, type PlotPoint, type Span } from './linePlot.ts';
import { courseName, scoreText, shortDate } from './symptomWords.ts';

/** `saved`: newest first. One answer alone has no course. */
export function courseCharts(saved: readonly SymptomAnswer[]): TemplateResult | typeof nothing {
  const newest = saved.at(0);
  const oldest = saved.at(-1);
  if (saved.length < 2 || !newest || !oldest) return nothing;
  const words = texts().forms.symptoms;
  const span = spanOf(saved);
  return html`<div class="course">
    <h3 class="course-heading">${words.course}</h3>
    <p class="muted">${words.courseHint(shortDate(oldest.on), shortDate(newest.on))}</p>
    <ul class="plain-list course-charts">
      ${courses(saved).map((course) => html`<li>${chart(course, span)}</li>`)}
    </ul>
  </div>`;
}

function chart(course: Course, span: Span): TemplateResult {
  const pieces = plotPieces(course, span);
  const name = courseName(course);
  return html`<figure class="course-chart">
    <figcaption>${name}</figcaption>
    <svg viewBox="0 0 ${plot.width} ${plot.height}" role="img" aria-label=${spokenCourse(name, course)}>
      ${[0, highestScore / 2, highestScore].map(gridLine)} ${pieces.map(line)} ${ends(pieces.flat())}
    </svg>
  </figure>`;
}

/** The scale stands clear of the first number. */
const gridLeft = 26;

function gridLine(score: number): SVGTemplateResult {
  const y = yOf(score);
  return svg`<line class="course-grid" x1=${gridLeft} x2=${plot.width - plot.right} y1=${y} y2=${y} />
    <text class="course-scale" x=${gridLeft - 6} y=${y + 4} text-anchor="end">${score}</text>`;
}

function line(piece: readonly PlotPoint[]): SVGTemplateResult {
  return svg`<polyline class="course-line" points=${piece.map(({ x, y }) => `${x},${y}`).join(' ')} />
    ${piece.map(({ x, y }) => svg`<circle class="course-dot" cx=${x} cy=${y} r="3.5" />`)}`;
}

/** The first and the last number, above their dots, or below where there is no room. */
function ends(points: readonly PlotPoint[]): SVGTemplateResult[] {
  const last = points.at(-1);
  const shown = points.length > 1 ? [points.at(0), last] : [last];
  return shown.flatMap((point) =>
    point
      ? [
          svg`<text class="course-number" x=${point.x} y=${point.score > 8 ? point.y + 17 : point.y - 7}
            text-anchor="middle">${point.score}</text>`,
        ]
      : [],
  );
}

function spokenCourse(name: string, { points }: Course): string {
  const told = points.filter(({ score }) => score !== null);
  return `${name}: ${told.map(({ answer, score }) => `${shortDate(answer.on)} ${scoreText(score)}`).join(', ')}`;
}
