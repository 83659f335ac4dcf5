/** The reconciliation of medicines as commands: a doctor signs the list, the patient says what they themselves take. */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { addRow, orderedRows, rowsOf } from '../../shared/careplan/document.ts';
import {
  canonicalList,
  medicineList,
  medicineListSchema,
  unresolvedLines,
  type MedicineList,
} from '../../shared/careplan/medicines.ts';
import { reconciliationState, type ReconciliationState } from '../../shared/careplan/reconciliation.ts';
import { listPart, sections } from '../../shared/careplan/sections.ts';
import { sectionView } from '../../shared/careplan/view.ts';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import { maySetOwnSource, maySignMedicines } from '../../shared/domain/policy.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { auditActor, type CareTeam, type TeamMember } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { ReconciliationStore, SignedList } from '../storage/reconciliationStore.ts';
import type { LiveSection } from './liveSection.ts';
import type { LiveSections } from './liveSections.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly sections: LiveSections;
  readonly store: ReconciliationStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Whether HPR says that somebody is a doctor; null where it was not asked. */
  readonly isDoctor: (personId: string) => Promise<boolean | null>;
  /** A list was signed: open pages ask for the state anew. */
  readonly onSigned: (planId: string) => void;
}

/** How a plan's list stands, for rules and overviews. `signedAt`: when a doctor signed last, whatever came after. */
export interface Reconciliation {
  readonly signedAt: string | null;
  /** A discharge letter has come after that. */
  readonly hasNewLetter: boolean;
  readonly unresolved: number;
}

/** What the patient says of one medicine; `name` lets it be a new line. */
interface OwnMedicine {
  readonly planId: string;
  readonly lineId: string;
  readonly name?: string | undefined;
  readonly text: string;
}

export class MedicinesService {
  readonly #careTeam: CareTeam;
  readonly #sections: LiveSections;
  readonly #store: ReconciliationStore;
  readonly #audit: AuditLog;
  readonly #now: () => Date;
  readonly #isDoctor: (personId: string) => Promise<boolean | null>;
  readonly #onSigned: (planId: string) => void;

  constructor({ careTeam, sections: live, store, audit, now, isDoctor, onSigned }: Dependencies) {
    this.#careTeam = careTeam;
    this.#sections = live;
    this.#store = store;
    this.#audit = audit;
    this.#now = now;
    this.#isDoctor = isDoctor;
    this.#onSigned = onSigned;
  }

  /** How the list stands to the one signed last, for who may read it. @throws SamradError `not-found`. */
  async state(session: Session, planId: string): Promise<RouteOutput<'medicinesState'>> {
    const attempt = { action: 'medicines:state', channel: 'rest', sectionId: 'medicines' } as const;
    const { member, access } = await this.#careTeam.admittance(session, planId, attempt);
    const actor = auditActor(session, member);
    if ((access.get('medicines') ?? 'none') === 'none')
      throw await this.#careTeam.refusal(actor, { ...attempt, planId });
    await this.#audit.record({ ...attempt, outcome: 'done', actor, planId });
    const { list, signed, state } = await this.#compare(planId);
    return {
      signed: signed && { by: signer(signed), at: signed.at, hash: signed.hash, list: listIn(signed) },
      state: state.kind,
      unresolved: unresolvedLines(list).length,
      maySign: await this.#maySign(session, member),
    };
  }

  /**
   * Signs the list, if it is the one the doctor saw and nothing in it is unresolved.
   * @throws SamradError `not-found` for who may not sign; `wrong-state` with details as the route tells.
   */
  async sign(session: Session, { planId, hash }: { planId: string; hash: string }): Promise<string> {
    const attempt = { action: 'medicines:sign', channel: 'rest', sectionId: 'medicines' } as const;
    const member = await this.#careTeam.memberOf(session, planId, attempt, 'plan');
    const actor = auditActor(session, member);
    if (!(await this.#maySign(session, member))) throw await this.#careTeam.refusal(actor, { ...attempt, planId });
    const list = await this.#list(planId);
    const canonical = canonicalList(list);
    const refused = refusalOf(list, hashOf(canonical) === hash);
    if (refused !== null) {
      await this.#audit.record({ ...attempt, outcome: 'refused', actor, planId, detail: refused });
      throw new SamradError('wrong-state', [refused]);
    }
    const at = this.#now().toISOString();
    const { personId, role, organisation } = member;
    await this.#store.add({ planId, personId, role, organisation, at, hash, list: canonical }, [
      this.#audit.entry({ ...attempt, outcome: 'done', actor, planId, detail: hash }),
    ]);
    this.#onSigned(planId);
    return at;
  }

  /**
   * Sets the patient's own column of one line, as an edit of the section like any other, and dates the patient's list.
   * @throws SamradError `not-found` where there is no such line, or it is not the patient who asks; recorded as refused.
   */
  async setOwn(session: Session, { planId, lineId, name, text }: OwnMedicine): Promise<void> {
    const attempt = { action: 'medicines:set-own', channel: 'rest', sectionId: 'medicines' } as const;
    const member = await this.#careTeam.memberOf(session, planId, attempt, 'plan');
    const actor = auditActor(session, member);
    await this.#open(planId, async (section) => {
      const known = section.read((doc) => rowsOf(doc, 'drugs').has(lineId));
      if (!maySetOwnSource(member, 'medicines') || (!known && name === undefined))
        throw await this.#careTeam.refusal(actor, { ...attempt, planId });
      const author = { personId: member.personId, role: member.role, sessionId: session.id };
      const record = this.#audit.entry({ ...attempt, outcome: 'done', actor, planId });
      await section.edit(author, [record], (doc) =>
        doc.transact(() => {
          writeOwn(doc, { lineId, name, text });
          dateOwnList(doc, { on: osloDate(this.#now()), by: member.name });
        }),
      );
    });
  }

  /** How the list of a plan stands, or null where no medicine is listed. Not for a person: asks no rights, records nothing. */
  async reconciliationOf(planId: string): Promise<Reconciliation | null> {
    const { list, signed, state } = await this.#compare(planId);
    if (list.lines.length === 0) return null;
    return {
      signedAt: signed?.at ?? null,
      hasNewLetter: state.kind === 'reopened' && state.newLetters.length > 0,
      unresolved: unresolvedLines(list).length,
    };
  }

  async #maySign({ identification, personId }: Session, member: TeamMember): Promise<boolean> {
    return maySignMedicines({ ...member, identification, isDoctor: await this.#isDoctor(personId) });
  }

  async #compare(
    planId: string,
  ): Promise<{ list: MedicineList; signed: SignedList | null; state: ReconciliationState }> {
    const [list, signed] = await Promise.all([this.#list(planId), this.#store.last(planId)]);
    return { list, signed, state: reconciliationState(list, signed && listIn(signed)) };
  }

  #list(planId: string): Promise<MedicineList> {
    return this.#open(planId, (section) => section.read((doc) => medicineList(sectionView(doc, sections.medicines))));
  }

  #open<Result>(planId: string, use: (section: LiveSection) => Result): Promise<Awaited<Result>> {
    return this.#sections.open(documentName({ kind: 'section', planId, sectionId: 'medicines' }), use);
  }
}

function hashOf(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex');
}

/** Why the list can't be signed, in words of the machine, or null. */
function refusalOf(list: MedicineList, isWhatWasSeen: boolean): string | null {
  const unresolved = unresolvedLines(list).length;
  if (unresolved > 0) return `unresolved:${unresolved}`;
  return isWhatWasSeen ? null : 'changed';
}

function listIn({ list }: SignedList): MedicineList {
  return medicineListSchema.parse(JSON.parse(list));
}

function signer({ planId: _, at: _at, hash: _hash, list: _list, ...person }: SignedList) {
  return person;
}

function writeOwn(doc: Y.Doc, { lineId, name, text }: Omit<OwnMedicine, 'planId'>): void {
  const row = rowsOf(doc, 'drugs').get(lineId);
  if (!row) return void addRow(doc, listPart('medicines', 'drugs'), { name: name ?? '', patient: text }, lineId);
  const stored = row.get('patient');
  if (!(stored instanceof Y.Text)) return void row.set('patient', new Y.Text(text));
  if (stored.toString() === text) return;
  stored.delete(0, stored.length);
  stored.insert(0, text);
}

/** The patient's list is dated on the day on which they last said something of it. */
function dateOwnList(doc: Y.Doc, { on, by }: { on: string; by: string }): void {
  const own = orderedRows(doc, 'sources').find(({ row }) => row.get('source') === 'patient');
  if (!own) return void addRow(doc, listPart('medicines', 'sources'), { source: 'patient', on, by });
  own.row.set('on', on);
  own.row.set('by', by);
}
