/** Writes whole plans: team, consents and first content, in one transaction. Remembers which plans are the demonstration's. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { consentInsertion } from './consentStore.ts';
import type { Database, Query } from './database.ts';
import { areaInsertion, areaPlacement, settingInsertion, type Area, type StoredSetting } from './ruleSettingStore.ts';
import type { LoggedUpdate, SectionLog } from './sectionLog.ts';
import { sql } from './tables.ts';

export interface NewMember {
  readonly personId: string;
  readonly role: Role;
  readonly organisation: string;
  readonly professionId: string | null;
  readonly purpose: string;
}

export interface NewPlan {
  readonly id: string;
  readonly patientId: string;
  readonly members: readonly NewMember[];
  /** What the patient has opened until further notice, for whom. */
  readonly consents: readonly {
    readonly sectionIds: readonly SectionId[];
    readonly personId: string;
    /** The patient's name. */
    readonly gaveBy: string;
  }[];
  readonly content: readonly LoggedUpdate[];
  /** Whose values of the rules hold for it; the defaults where it is absent. */
  readonly area?: Area;
  /** When the plan was made; memberships and consents hold from then. */
  readonly at: string;
}

const demoSetting = 'demo-plans';

export class PlanStore {
  readonly #database: Database;
  readonly #log: SectionLog;

  constructor(database: Database, log: SectionLog) {
    this.#database = database;
    this.#log = log;
  }

  /** The ids of the demonstration's plans; null where it has not been filled. */
  async demoPlans(): Promise<string[] | null> {
    const rows = await this.#database.read(
      sql.selectFrom('setting').select('value').where('name', '=', demoSetting).compile(),
    );
    return rows[0] ? rows[0].value.split(' ') : null;
  }

  /** Fills the demonstration: all or nothing. */
  async addDemo(
    people: readonly { id: string; name: string }[],
    plans: readonly NewPlan[],
    settings: readonly StoredSetting[] = [],
  ): Promise<void> {
    await this.#database.write([
      sql
        .insertInto('person')
        .values([...people])
        .compile(),
      ...plans.flatMap((plan) => this.insertions(plan)),
      ...settings.map(settingInsertion),
      sql
        .insertInto('setting')
        .values({ name: demoSetting, value: plans.map(({ id }) => id).join(' ') })
        .compile(),
    ]);
  }

  /** Whether a person is the patient of a plan. */
  async isPatient(personId: string): Promise<boolean> {
    const rows = await this.#database.read(
      sql.selectFrom('plan').select('id').where('patient_id', '=', personId).limit(1).compile(),
    );
    return rows.length > 0;
  }

  addPerson(person: { id: string; name: string }): Query {
    return sql.insertInto('person').values(person).compile();
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }

  /** The statements that write a plan whose people are there. */
  insertions(plan: NewPlan): Query[] {
    const { id, patientId, members, consents, content, area, at } = plan;
    return [
      sql.insertInto('plan').values({ id, patient_id: patientId, created_at: at }).compile(),
      ...(area ? [areaInsertion(area), areaPlacement(id, area)] : []),
      ...members.map((member) =>
        sql
          .insertInto('membership')
          .values({
            plan_id: id,
            person_id: member.personId,
            role: member.role,
            organisation: member.organisation,
            profession_id: member.professionId,
            purpose: member.purpose,
            valid_from: at,
            valid_until: null,
          })
          .compile(),
      ),
      ...consents.map((opened) =>
        consentInsertion({
          ...opened,
          planId: id,
          from: at,
          until: null,
          how: 'self',
          recordedBy: patientId,
          recordedAt: at,
        }),
      ),
      ...content.map((update) => this.#log.insertion(update)),
    ];
  }
}
