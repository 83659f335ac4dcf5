/** The organisations that people work in: administrators keep them, whoever names one chooses from them. */
import type { Organisation } from '../../shared/protocol/routes/administration.ts';
import type { StaffRegister } from '../access/passkeys/staff.ts';
import type { Session } from '../access/session.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { OrganisationStore } from '../storage/organisationStore.ts';

interface Dependencies {
  readonly store: OrganisationStore;
  readonly staffRegister: Pick<StaffRegister, 'allowed'>;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export class Organisations {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  all(): Promise<Organisation[]> {
    return this.#parts.store.all();
  }

  /** Adds one, or changes its number. @throws SamradError `not-found` for who does not administrate. */
  async put(session: Session, organisation: Organisation): Promise<void> {
    const { store, staffRegister, audit, now } = this.#parts;
    const event = await staffRegister.allowed(session, 'organisation:put');
    const record = audit.entry({ ...event, outcome: 'done', detail: organisation.name });
    await store.write([store.put(organisation, now().toISOString()), record]);
  }

  /** @throws SamradError `not-found` for who does not administrate. */
  async end(session: Session, name: string): Promise<void> {
    const { store, staffRegister, audit, now } = this.#parts;
    const event = await staffRegister.allowed(session, 'organisation:end');
    const record = audit.entry({ ...event, outcome: 'done', detail: name });
    await store.write([store.end(name, now().toISOString()), record]);
  }
}
