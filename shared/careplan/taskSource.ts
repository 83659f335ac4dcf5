/** Where a task comes from: written into the task's field `source` when it is made, read where one jumps back. */
import { idSchema } from '../domain/ids.ts';
import { sectionIdSchema, type SectionId } from './sections.ts';

/** A section, a row of it, a meeting, or a point of the checklist of a transition. */
export type TaskSource =
  | { readonly kind: 'section'; readonly sectionId: SectionId; readonly rowId: string | null }
  | { readonly kind: 'meeting'; readonly meetingId: string }
  | { readonly kind: 'transition'; readonly transitionId: string; readonly point: string };

/** The stored form: `<section>`, `<section>/<row>`, `meeting/<id>` or `transition/<id>/<point>`. */
export function writeSource(source: TaskSource): string {
  switch (source.kind) {
    case 'section':
      return source.rowId === null ? source.sectionId : `${source.sectionId}/${source.rowId}`;
    case 'meeting':
      return `meeting/${source.meetingId}`;
    case 'transition':
      return `transition/${source.transitionId}/${source.point}`;
  }
}

/** The source that a stored text names; null where it names none. */
export function readSource(stored: string): TaskSource | null {
  const [first = '', second, third, ...more] = stored.split('/');
  if (more.length > 0) return null;
  if (first === 'meeting' && third === undefined) return isId(second) ? { kind: 'meeting', meetingId: second } : null;
  if (first === 'transition')
    return isId(second) && third ? { kind: 'transition', transitionId: second, point: third } : null;
  const sectionId = sectionIdSchema.safeParse(first);
  if (!sectionId.success || third !== undefined || second === '') return null;
  return { kind: 'section', sectionId: sectionId.data, rowId: second ?? null };
}

function isId(text: string | undefined): text is string {
  return idSchema.safeParse(text).success;
}
