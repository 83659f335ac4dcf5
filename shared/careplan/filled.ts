/** Whether what a template asks for stands in the plan, as far as somebody may see it. Pure. */
import type { SectionId } from './sections.ts';
import type { Heading, Place } from './templates.ts';
import type { SectionView } from './view.ts';

/**
 * `apart`: no section tells whether it was thought of. `closed`: all that could hold it is closed to this person, so
 * nothing is said of it.
 */
export type HeadingState = 'filled' | 'missing' | 'apart' | 'closed';

/** `viewOf` answers null for sections that the person may not read. */
export function headingState({ places }: Heading, viewOf: (section: SectionId) => SectionView | null): HeadingState {
  const telling = places.filter(({ what }) => what !== 'open');
  if (telling.length === 0) return 'apart';
  const readable = telling.flatMap((place) => {
    const view = viewOf(place.section);
    return view === null ? [] : [{ place, view }];
  });
  if (readable.length === 0) return 'closed';
  return readable.some(({ place, view }) => isFilled(place, view)) ? 'filled' : 'missing';
}

function isFilled(place: Place, view: SectionView): boolean {
  switch (place.what) {
    case 'all':
      return filledParts(view).size > 0;
    case 'parts':
      return place.parts.some((part) => filledParts(view).has(part));
    case 'row':
      return (view.lists['rows'] ?? []).some(({ values }) => values[place.field] === place.value);
    case 'open':
      return false;
  }
}

/** The ids of prose, single values and lists in which something stands. */
function filledParts({ prose, record, lists }: SectionView): ReadonlySet<string> {
  return new Set(
    [
      ...Object.entries(prose).filter(([, words]) => words !== ''),
      ...Object.entries(record).filter(([, value]) => value !== '' && value !== false),
      ...Object.entries(lists).filter(([, rows]) => rows.length > 0),
    ].map(([id]) => id),
  );
}
