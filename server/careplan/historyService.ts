/** Who wrote what and when, as far as a person may read; what is new to them; and the purge of what was deleted. */
import type { History, RowHistory, SectionHistory, Stamp } from '../../shared/protocol/routes/history.ts';
import { changeValueSchema } from '../../shared/careplan/change.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { auditActor, type Admittance, type CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { JournalEntry, JournalStore, PlanEntry } from '../storage/journalStore.ts';
import type { Journal } from './journal/journal.ts';
import type { Visits } from './visits.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly journal: Journal;
  readonly store: JournalStore;
  readonly visits: Visits;
  readonly audit: AuditLog;
}

interface SectionPlace {
  readonly planId: string;
  readonly sectionId: SectionId;
}

export class HistoryService {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /**
   * Who wrote what in all that the person may read, and what others have changed since their last visit. Pages ask again
   * whenever somebody has written: it is recorded once for each visit. @throws SamradError `not-found`.
   */
  async read(session: Session, planId: string): Promise<History> {
    const { careTeam, journal, store, visits, audit } = this.#parts;
    const attempt = { action: 'history:read', channel: 'rest' } as const;
    const admittance = await careTeam.admittance(session, planId, attempt);
    const { since, isNew } = await visits.touch(planId, session.personId);
    if (isNew)
      await audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, admittance.member), planId });
    await journal.upToDate(planId);
    const latest = await store.latest(planId);
    const news = since === null ? [] : await store.byOthers(planId, session.personId, since);
    const sections = sectionsOf(admittance, latest, news);
    return { since, sections, people: await this.#people(planId, sections.flatMap(stampsOf)) };
  }

  /** What is new to the person counts from now on. @throws SamradError `not-found`. */
  async markSeen(session: Session, planId: string): Promise<void> {
    const { careTeam, visits, audit } = this.#parts;
    const attempt = { action: 'history:mark-seen', channel: 'rest' } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    await audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, member), planId });
    await visits.markSeen(planId, session.personId);
  }

  /** All that is remembered of one row. @throws SamradError `not-found` where the section may not be read. */
  async row(session: Session, { planId, sectionId, rowId }: SectionPlace & { rowId: string }): Promise<RowHistory> {
    const { careTeam, journal, store, audit } = this.#parts;
    const attempt = { action: 'history:read', channel: 'rest', sectionId } as const;
    const { member, access } = await careTeam.admittance(session, planId, attempt);
    const actor = auditActor(session, member);
    if ((access.get(sectionId) ?? 'none') === 'none') throw await careTeam.refusal(actor, { ...attempt, planId });
    await audit.record({ ...attempt, outcome: 'done', actor, planId });
    await journal.upToDate(planId);
    const entries = (await store.ofRow({ planId, sectionId }, rowId)).map((entry) => ({
      ...stampOf(entry),
      value: entry.value === null ? null : changeValueSchema.parse(JSON.parse(entry.value)),
      firstAt: entry.firstAt,
    }));
    return { entries, people: await this.#people(planId, entries) };
  }

  /** Takes what has been deleted in a section away for good. @throws SamradError `not-found` where it may not be written. */
  async purge(session: Session, { planId, sectionId }: SectionPlace): Promise<void> {
    const { careTeam, journal, audit } = this.#parts;
    const attempt = { action: 'section:purge', channel: 'rest', sectionId } as const;
    const { member, access } = await careTeam.admittance(session, planId, attempt);
    const actor = auditActor(session, member);
    if (access.get(sectionId) !== 'write') throw await careTeam.refusal(actor, { ...attempt, planId });
    const record = audit.entry({ ...attempt, outcome: 'done', actor, planId });
    await journal.purge(documentName({ kind: 'section', planId, sectionId }), [record]);
  }

  /** The people of these stamps, also those who have left the team. */
  async #people(planId: string, stamps: readonly Stamp[]): Promise<History['people']> {
    const wanted = new Set(stamps.map(({ by }) => by));
    const members = await this.#parts.careTeam.everMembers(planId);
    return members
      .filter(({ personId }) => wanted.has(personId))
      .map(({ personId, name, organisation }) => ({ personId, name, organisation }));
  }
}

function sectionsOf(
  { access }: Admittance,
  latest: readonly PlanEntry[],
  news: readonly PlanEntry[],
): SectionHistory[] {
  const readable = [...access].filter(([, granted]) => granted !== 'none').map(([id]) => id);
  return readable.map((id) => {
    const entries = latest.filter(({ sectionId }) => sectionId === id);
    const last = entries.toSorted((one, other) => one.sequence - other.sequence).at(-1);
    return {
      id,
      last: last ? stampOf(last) : null,
      stamps: withoutGone(entries).map(stampOf),
      news: news.filter(({ sectionId }) => sectionId === id).map(stampOf),
    };
  });
}

function withoutGone(entries: readonly PlanEntry[]): PlanEntry[] {
  const gone = new Set(entries.filter(({ kind }) => kind === 'removed').map(({ part, row }) => `${part} ${row}`));
  return entries.filter(({ part, row }) => !gone.has(`${part} ${row}`));
}

function stampOf({ part, row, field, kind, personId, role, at }: JournalEntry): Stamp {
  return { part, row, field, kind, by: personId, role, at };
}

function stampsOf({ last, stamps, news }: SectionHistory): Stamp[] {
  return [...(last ? [last] : []), ...stamps, ...news];
}
