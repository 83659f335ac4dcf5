/**
 * What goes when its time has come: plans that were to be deleted, drafts that nobody signed, meetings of long ago, links that have
 * ended, records of the audit log. Looked for at start and every hour.
 */
import type { AuditLog } from '../audit/auditLog.ts';
import type { Sessions } from '../access/sessions.ts';
import type { CareTeam } from '../access/careTeam.ts';
import type { Journal } from '../careplan/journal/journal.ts';
import type { RetentionStore, StoredDeletion } from '../storage/retentionStore.ts';
import type { VersionStore } from '../storage/versionStore.ts';

/** How long things are kept, ms. */
export interface RetentionTimes {
  /** From when a plan's deletion was asked for until it is deleted. */
  readonly deletionMs: number;
  /** A draft of a version that nobody has signed. */
  readonly draftMs: number;
  /** A meeting, from when it was to begin. */
  readonly meetingMs: number;
  /** A record of the audit log. */
  readonly auditMs: number;
}

interface Parts {
  readonly times: RetentionTimes;
  readonly store: RetentionStore;
  readonly versions: Pick<VersionStore, 'remove'>;
  readonly careTeam: Pick<CareTeam, 'everMembers'>;
  readonly journal: Pick<Journal, 'forget'>;
  readonly sessions: Pick<Sessions, 'endAll'>;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Tells that a person's rights have changed; resolves when what was open by them is closed. */
  readonly changed: (who: { planId: string; personId: string }) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

const everyMs = 3_600_000;
/** How long a link that has ended is known, so that its end can be told from its never having been, ms. */
const linkMs = 7 * 86_400_000;

export class Retention {
  readonly #parts: Parts;
  readonly #timer: NodeJS.Timeout;
  #run: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.run(), everyMs).unref();
  }

  /** Looks for what is due and removes it; one run after the other. What fails is tried again at the next. */
  run(): Promise<void> {
    this.#run = this.#run.then(() => this.#all()).catch(this.#parts.onError);
    return this.#run;
  }

  /** Resolves when nothing more is removed. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#run;
  }

  async #all(): Promise<void> {
    const { store, audit, times, now, onError } = this.#parts;
    const before = (ms: number): string => new Date(now().getTime() - ms).toISOString();
    for (const deletion of await store.dueDeletions(before(0))) await this.#erase(deletion).catch(onError);
    const drafts = await this.#removeDrafts(before(times.draftMs));
    const meetings = await store.removeMeetings(before(times.meetingMs));
    const links = await store.removeLinks(before(linkMs));
    await audit.removeBefore(before(times.auditMs));
    if (drafts + meetings + links === 0) return;
    const detail = `drafts ${drafts}, meetings ${meetings}, links ${links}`;
    await audit.record({ action: 'retention:run', outcome: 'done', actor: null, channel: 'server', detail });
    // Once for all of them: the whole database is written anew.
    if (drafts + meetings > 0) await store.eraseTraces();
  }

  /** First nobody has it open any more, then nothing writes to it any more, then it goes. */
  async #erase({ planId, askedBy }: StoredDeletion): Promise<void> {
    const { store, careTeam, journal, sessions, audit, now, changed } = this.#parts;
    const members = await careTeam.everMembers(planId);
    await store.write([store.endMemberships(planId, now().toISOString())]);
    await Promise.all(members.map(({ personId }) => changed({ planId, personId })));
    const people = await store.knownOnlyBy(planId);
    for (const personId of people) await sessions.endAll(personId);
    await journal.forget(planId);
    const actor = { personId: askedBy };
    const event = { action: 'plan:erase', outcome: 'done', actor, channel: 'server', planId } as const;
    await store.erase(planId, people, [audit.entry(event)]);
  }

  /** A draft that is signed meanwhile, or that another version corrects, stays. */
  async #removeDrafts(before: string): Promise<number> {
    const { store, versions, audit, now } = this.#parts;
    let removed = 0;
    for (const { personId, ...draft } of await store.drafts(before)) {
      const { planId, id: versionId } = draft;
      const event = { action: 'version:delete', outcome: 'done', actor: null, channel: 'server' } as const;
      const record = audit.entry({ ...event, planId, versionId, detail: 'time' });
      removed += await versions.remove(draft, { personId, at: now().toISOString() }, [record]).then(
        () => 1,
        () => 0,
      );
    }
    return removed;
  }
}
