/** The areas of plans, and what their municipalities and districts have set of the rules' values. */
import { settingNames, type SettingName } from '../../shared/domain/rules/settings.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

/** A municipality and a district of it; `''` for a municipality without districts. */
export interface Area {
  readonly municipality: string;
  readonly district: string;
}

/** A value as it was set. `value` is JSON from outside: what does not fit the rules of today is passed over. */
export interface StoredSetting extends Area {
  readonly name: string;
  readonly value: unknown;
  readonly source: string;
  /** An ISO date. */
  readonly on: string;
}

export class RuleSettingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The area of a plan; null where none is recorded. */
  async areaOf(planId: string): Promise<Area | null> {
    const rows = await this.#database.read(
      sql.selectFrom('plan_area').select(['municipality', 'district']).where('plan_id', '=', planId).compile(),
    );
    return rows[0] ?? null;
  }

  /** All known areas, by name. */
  areas(): Promise<Area[]> {
    return this.#database.read(
      sql.selectFrom('area').select(['municipality', 'district']).orderBy('municipality').orderBy('district').compile(),
    );
  }

  /** What is set in exactly this area; what does not belong to the rules of today is passed over. */
  async setIn({ municipality, district }: Area): Promise<(StoredSetting & { name: SettingName })[]> {
    const stored = await this.settingsOf({ municipality, district });
    return stored.flatMap((setting) => {
      const name = settingNames.find((candidate) => candidate === setting.name);
      return name && setting.district === district ? [{ ...setting, name }] : [];
    });
  }

  /** The statement by which a value is not set in an area any more. */
  removal({ municipality, district }: Area, name: SettingName): Query {
    return sql
      .deleteFrom('rule_setting')
      .where('municipality', '=', municipality)
      .where('district', '=', district)
      .where('name', '=', name)
      .compile();
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }

  /** What holds in an area: the municipality's values first, then the district's, which stand above them. */
  async settingsOf({ municipality, district }: Area): Promise<StoredSetting[]> {
    const rows = await this.#database.read(
      sql
        .selectFrom('rule_setting')
        .select(['municipality', 'district', 'name', 'value', 'source', 'source_on as on'])
        .where('municipality', '=', municipality)
        .where('district', 'in', ['', district])
        .orderBy('district')
        .orderBy('name')
        .compile(),
    );
    return rows.map((row) => ({ ...row, value: parsed(row.value) }));
  }
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}

/** The statement that makes an area known. */
export function areaInsertion({ municipality, district }: Area): Query {
  return sql
    .insertInto('area')
    .values({ municipality, district })
    .onConflict((conflict) => conflict.doNothing())
    .compile();
}

/** The statement that places a plan in an area. */
export function areaPlacement(planId: string, { municipality, district }: Area): Query {
  return sql
    .insertInto('plan_area')
    .values({ plan_id: planId, municipality, district })
    .onConflict((conflict) => conflict.column('plan_id').doUpdateSet({ municipality, district }))
    .compile();
}

/** The statement that sets a value. */
export function settingInsertion({ value, on, ...setting }: StoredSetting): Query {
  return sql
    .insertInto('rule_setting')
    .values({ ...setting, value: JSON.stringify(value), source_on: on })
    .compile();
}
