/** Whether what a template asks for stands in the plan, as far as somebody may see it. Pure. */
import type { SectionId } from './sections.ts';
import type { Heading, Place } from './templates.ts';
import type { SectionView } from './view.ts';

/** `closed`: all that could hold it is closed to this person, so nothing is said of it. */
export type HeadingState = 'filled' | 'missing' | 'closed';

/** `viewOf` answers null for sections that the person may not read. */
export function headingState({ places }: Heading, viewOf: (section: SectionId) => SectionView | null): HeadingState {
  const readable = places.flatMap((place) => {
    const view = viewOf(place.section);
    return view === null ? [] : [{ place, view }];
  });
  if (readable.length === 0) return 'closed';
  return readable.some(({ place, view }) => isFilled(place, view)) ? 'filled' : 'missing';
}

function isFilled({ parts }: Place, { prose, record, lists }: SectionView): boolean {
  const filled = [
    ...Object.entries(prose).filter(([, words]) => words !== ''),
    ...Object.entries(record).filter(([, value]) => value !== '' && value !== false),
    ...Object.entries(lists).filter(([, rows]) => rows.length > 0),
  ].map(([id]) => id);
  return parts === undefined ? filled.length > 0 : parts.some((part) => filled.includes(part));
}
