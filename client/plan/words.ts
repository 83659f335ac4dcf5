/** Words of the plan that are put together: labels by id, lists of names, days of the week. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import { language, texts } from '../i18n/texts.ts';

/** The label of a field of a section. */
export function fieldLabel(sectionId: SectionId, fieldId: string): string {
  return texts().shared.sections[sectionId].fields[fieldId] ?? fieldId;
}

/** The words of a choice. `''` is "not chosen". */
export function choiceText(sectionId: SectionId, fieldId: string, value: string): string {
  const { sections, notChosen } = texts().shared;
  return value === '' ? notChosen : (sections[sectionId].choices?.[fieldId]?.[value] ?? value);
}

/** «Kari, Anne og Per» */
export function listOf(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
}

/** «mandag–fredag og søndag», «alle dager». `weekdays` are ISO numbers, 1 = Monday. */
export function daysOf(weekdays: readonly number[]): string {
  const { long, every, span } = texts().plan.weekdays;
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  if (days.length === long.length) return every;
  const name = (day: number): string => long[day - 1] ?? '';
  return listOf(
    runsOf(days).flatMap((run) => {
      const [first = 0] = run;
      const last = run.at(-1) ?? first;
      // Two days in a row are said as two, not as a span.
      return run.length > 2 ? [span(name(first), name(last))] : run.map(name);
    }),
  );
}

function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
