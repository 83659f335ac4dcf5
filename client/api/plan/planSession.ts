/**
 * One plan, open in this page: every section that its person may read, over one connection, and who else is there.
 * When the server gives a right or takes it away, the sections that it is about are opened anew as they may be, with the
 * person's unsaved words put aside; the others are left alone.
 */
import { sections as sectionTable, type SectionId } from '../../../shared/careplan/sections.ts';
import type { SectionAccess } from '../../../shared/domain/policy.ts';
import { closeCode, documentName } from '../../../shared/protocol/sync.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import type { SectionKeep } from '../offline/keptPlans.ts';
import type { EditShelf } from '../offline/store.ts';
import type { PlanConnection } from '../planConnection.ts';
import { homecoming, isAway, type Homecoming } from './homecoming.ts';
import { PlanHistory } from './planHistory.ts';
import { PlanNotices } from './planNotices.ts';
import { PlanRights } from './planRights.ts';
import { PlanPresence } from './presence.ts';
import { PlanTalk } from './planTalk.ts';
import { SectionSession } from './sectionSession.ts';
import { unsavedText } from './unsavedText.ts';

interface Parts {
  readonly plan: PlanInfo;
  readonly connection: PlanConnection;
  readonly shelf: (document: string, person: string) => EditShelf;
  /** Asks the server for the plan as it is now. */
  readonly fetchPlan: () => Promise<PlanInfo>;
  /** Where this device keeps the content of a section; absent where it keeps none. */
  readonly keep?: ((id: SectionId) => SectionKeep) | undefined;
  /** When the plan was as told here, ms since 1970, where this device kept it and the server is not reached. */
  readonly keptAt?: number | null | undefined;
}

/** One line of the plan. `session` is null where the section may not be read. */
export interface PlanSection {
  readonly id: SectionId;
  readonly access: SectionAccess;
  readonly session: SectionSession | null;
  /** The person's words that could not be saved, or ''. */
  readonly aside: string;
}

export class PlanSession {
  readonly presence: PlanPresence;
  readonly notices: PlanNotices;
  readonly talk: PlanTalk;
  readonly history: PlanHistory;
  readonly #parts: Parts;
  readonly #rights: PlanRights;
  #plan: PlanInfo;
  readonly #sections = new Map<SectionId, PlanSection>();
  readonly #unsubscribe = new Map<SectionId, () => void>();
  readonly #listeners = new Set<() => void>();
  /** Sections whose refusal is being dealt with. */
  readonly #revising = new Set<SectionId>();
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#plan = parts.plan;
    this.#rights = new PlanRights(parts.fetchPlan);
    this.presence = new PlanPresence({ connection: parts.connection, planId: parts.plan.id });
    for (const { id, access } of parts.plan.sections) this.#open(id, access, '');
    this.notices = new PlanNotices({ connection: parts.connection, planId: parts.plan.id });
    this.notices.subscribe('access', () => void this.#followRights());
    this.talk = new PlanTalk({ planId: parts.plan.id, notices: this.notices });
    this.history = new PlanHistory({ planId: parts.plan.id, notices: this.notices });
  }

  /** The plan as it was last told: its team and its rights may change while it is open. */
  get plan(): PlanInfo {
    return this.#plan;
  }

  /** The sections in the order of the plan. */
  get sections(): readonly PlanSection[] {
    return [...this.#sections.values()];
  }

  /** Hears of changes of any section's state. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** When the plan was as this page began with it, ms since 1970; null where the server told it. */
  get keptAt(): number | null {
    return this.#parts.keptAt ?? null;
  }

  /** When the plan was as it stands here, ms since 1970; null where all of it is in step, or nothing was there yet. */
  get asOf(): number | null {
    const times = this.sections.map(({ session }) => session?.asOf ?? null).filter((time) => time !== null);
    return times.length === 0 ? null : Math.max(this.keptAt ?? 0, ...times);
  }

  /** Whether the server has closed sections for good with this code. */
  closedBy(code: number): boolean {
    return this.sections.some(({ session }) => session?.state.kind === 'closed' && session.state.code === code);
  }

  /** What there is to tell after an absence, or null. */
  get homecoming(): Homecoming | null {
    return homecoming(this.sections);
  }

  /** The person has seen what happened during the absence. */
  dismissHomecoming(): void {
    for (const { session } of this.sections) session?.dismissMerged();
  }

  /** Whether words would be lost if the page went now. */
  get atRisk(): boolean {
    return this.sections.some(({ session }) => session?.atRisk);
  }

  /** Puts all unconfirmed edits on the device without waiting. */
  storeNow(): void {
    for (const { session } of this.sections) session?.storeNow();
  }

  /** The person has taken the words that were put aside; they are forgotten, and a section that they had closed opens again. */
  async dismissAside(id: SectionId): Promise<void> {
    const shelf = this.#shelf(id);
    const stored = await shelf.load().catch(() => []);
    await shelf.remove(stored.map((edit) => edit.id)).catch(() => undefined);
    const section = this.#sections.get(id);
    if (!section || this.#closed) return;
    if (section.session?.state.kind === 'closed') this.#open(id, section.access, '');
    else this.#sections.set(id, { ...section, aside: '' });
    this.#notify();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    for (const unsubscribe of this.#unsubscribe.values()) unsubscribe();
    for (const { session } of this.sections) session?.close();
    this.presence.close();
    this.talk.close();
    this.history.close();
    this.notices.close();
    this.#parts.connection.close();
  }

  #shelf(id: SectionId): EditShelf {
    const { id: planId, me } = this.#plan;
    return this.#parts.shelf(documentName({ kind: 'section', planId, sectionId: id }), me.personId);
  }

  #open(id: SectionId, access: SectionAccess, aside: string): void {
    this.#unsubscribe.get(id)?.();
    this.#sections.get(id)?.session?.close();
    const session = access === 'none' ? null : this.#session(id, access);
    this.#sections.set(id, { id, access, session, aside });
    if (access === 'none') void this.#parts.keep?.(id).remove().catch(ignore);
    if (session)
      this.#unsubscribe.set(
        id,
        session.subscribe(() => this.#sectionChanged(id, session)),
      );
    if (access !== 'write' && aside === '') void this.#findAside(id);
  }

  #session(id: SectionId, access: 'read' | 'write'): SectionSession {
    const { connection, keep } = this.#parts;
    return new SectionSession({
      connection,
      planId: this.#plan.id,
      section: sectionTable[id],
      access,
      shelf: this.#shelf(id),
      keep: keep?.(id),
      reachable: this.keptAt === null || this.sections.some(({ session }) => session?.inStep),
    });
  }

  /** Words from an earlier page, written while the section could still be written. */
  async #findAside(id: SectionId): Promise<void> {
    const stored = await this.#shelf(id)
      .load()
      .catch(() => []);
    this.#putAside(id, unsavedText(stored.map((edit) => edit.update)));
  }

  #putAside(id: SectionId, aside: string): void {
    const section = this.#sections.get(id);
    if (!section || aside === '' || this.#closed) return;
    this.#sections.set(id, { ...section, aside });
    this.#notify();
  }

  #sectionChanged(id: SectionId, session: SectionSession): void {
    if (session.state.kind === 'closed') void this.#revise(id, session, session.state.code);
    // What is not worth telling now is not told with the next absence either.
    if (this.homecoming === null && !isAway(this.sections))
      for (const { session } of this.sections) session?.forgetAbsence();
    this.#notify();
  }

  /** The server has closed a section for good. */
  async #revise(id: SectionId, session: SectionSession, code: number): Promise<void> {
    // Signing in or reloading mends these; the edits wait on the device until then, if it can keep them.
    const mended = code === closeCode.notSignedIn || code === closeCode.outdatedPage;
    if (this.#revising.has(id) || (mended && !session.onlyInPage)) return;
    this.#revising.add(id);
    const text = await session.unsavedText();
    if (code === closeCode.notAllowed || code === closeCode.unknown) await this.#followRights();
    // Where the plan says nothing new, opening again would only be refused again.
    if (this.#sections.get(id)?.session === session) this.#putAside(id, text);
    this.#revising.delete(id);
  }

  /** Opens anew the sections in which the person may do something else now, and leaves the others alone. */
  async #followRights(): Promise<void> {
    const now = await this.#rights.now();
    if (this.#closed || now.kind === 'unanswered') return;
    const access = new Map(now.kind === 'plan' ? now.plan.sections.map((section) => [section.id, section.access]) : []);
    if (now.kind === 'plan') this.#plan = now.plan;
    await Promise.all([...this.#sections.keys()].map((id) => this.#change(id, access.get(id) ?? 'none')));
    if (now.kind === 'plan') this.notices.resume();
    if ([...access.values()].some((granted) => granted !== 'none')) this.presence.resume();
    this.#notify();
  }

  async #change(id: SectionId, access: SectionAccess): Promise<void> {
    const before = this.#sections.get(id);
    if (!before || before.access === access) return;
    // What waits to be sent stays on the device and is sent by the new session where it may be.
    const aside = access === 'write' ? '' : ((await before.session?.unsavedText()) ?? '');
    if (!this.#closed && this.#sections.get(id)?.session === before.session) this.#open(id, access, aside);
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function ignore(): void {}
