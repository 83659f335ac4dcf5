/** What the parts of a plan ask of the plan around them. */
import type { SectionId } from '../../shared/careplan/sections.ts';

/** A section, or a row of it. */
export interface Origin {
  readonly sectionId: SectionId;
  readonly rowId: string | null;
}

/** Asks to be taken to a section, or to a row of it. */
export class GoEvent extends CustomEvent<Origin> {
  constructor(origin: Origin) {
    super('samrad-go', { bubbles: true, detail: origin });
  }
}

/** Asks for a new task that comes from here. */
export class MakeTaskEvent extends CustomEvent<Origin> {
  constructor(origin: Origin) {
    super('samrad-make-task', { bubbles: true, detail: origin });
  }
}
