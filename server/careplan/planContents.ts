/** The plan's content outside the editors: all that somebody may read of it, as it is at one moment. */
import * as Y from 'yjs';
import { sectionContent, type SectionContent } from '../../shared/careplan/content.ts';
import {
  sectionIds,
  sections as table,
  type SectionDefinition,
  type SectionId,
} from '../../shared/careplan/sections.ts';
import type { SectionAccess } from '../../shared/domain/policy.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { auditActor, type CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { LiveSection } from './liveSection.ts';
import type { LiveSections } from './liveSections.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly sections: LiveSections;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

/** A section as it is now: what it says, and the state of its document as a Yjs update. */
export interface SectionState {
  readonly content: SectionContent;
  readonly document: Uint8Array;
}

/** The sections that a member may read, in the order of the plan. */
export function readable(access: ReadonlyMap<SectionId, SectionAccess>): SectionId[] {
  return sectionIds.filter((id) => (access.get(id) ?? 'none') !== 'none');
}

export class PlanContents {
  readonly #careTeam: CareTeam;
  readonly #sections: LiveSections;
  readonly #audit: AuditLog;
  readonly #now: () => Date;

  constructor({ careTeam, sections, audit, now }: Dependencies) {
    this.#careTeam = careTeam;
    this.#sections = sections;
    this.#audit = audit;
    this.#now = now;
  }

  /**
   * What the plan says now, in the sections that the session's person may read. `action` is what it is read for.
   * @throws SamradError `not-found` also where they may read none.
   */
  async read(
    session: Session,
    planId: string,
    action: 'plan:export' | 'version:read',
  ): Promise<{ at: string; sections: SectionContent[] }> {
    const attempt = { action, channel: 'rest' } as const;
    const { member, access } = await this.#careTeam.admittance(session, planId, attempt);
    const ids = readable(access);
    const actor = auditActor(session, member);
    if (ids.length === 0) throw await this.#careTeam.refusal(actor, { ...attempt, planId });
    const at = this.#now().toISOString();
    const states = await this.at(planId, ids);
    await this.#audit.record({ ...attempt, outcome: 'done', actor, planId, detail: ids.join(' ') });
    return { at, sections: states.map(({ content }) => content) };
  }

  /** These sections of a plan as they are at one moment, for services that have looked to the rights themselves. */
  at(planId: string, ids: readonly SectionId[]): Promise<SectionState[]> {
    const names = ids.map((sectionId) => documentName({ kind: 'section', planId, sectionId }));
    return this.#sections.readTogether(names, (opened) =>
      opened.flatMap((section, place) => {
        const id = ids[place];
        return id === undefined ? [] : [stateOf(section, table[id])];
      }),
    );
  }
}

function stateOf(section: LiveSection, definition: SectionDefinition): SectionState {
  return {
    content: section.read((doc) => sectionContent(doc, definition)),
    document: section.missingFor(nothingKnown),
  };
}

const nothingKnown = Y.encodeStateVector(new Y.Doc());
