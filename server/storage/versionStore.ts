/** Versions of plans at rest: what was frozen, who signed, which drafts are gone, who has asked for one. */
import type { SealedPerson, SealedSection, SealedSignature, SealedVersion } from '../../shared/careplan/seal.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredVersion extends SealedVersion {
  readonly id: string;
  readonly hash: string;
}

/** What was frozen of one section. `document` is the state of its Y.Doc, as a Yjs update. */
export interface FrozenSection extends Omit<SealedSection, 'documentHash'> {
  readonly document: Uint8Array;
  readonly hash: string;
}

export interface StoredSignature extends SealedSignature {
  readonly hash: string;
}

interface PersonColumns {
  readonly person_id: string;
  readonly person_name: string;
  readonly role: Role;
  readonly organisation: string;
}

export class VersionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The versions of a plan, newest first. */
  async list(planId: string): Promise<StoredVersion[]> {
    const [versions, sections] = await Promise.all([
      this.#database.read(
        sql.selectFrom('plan_version').selectAll().where('plan_id', '=', planId).orderBy('number', 'desc').compile(),
      ),
      this.#database.read(
        sql
          .selectFrom('version_section')
          .innerJoin('plan_version', 'plan_version.id', 'version_section.version_id')
          .select(['version_id', 'section_id as section', 'version_section.hash'])
          .where('plan_id', '=', planId)
          .orderBy('section_id')
          .compile(),
      ),
    ]);
    const ofVersion = Map.groupBy(sections, ({ version_id: id }) => id);
    return versions.map((row) => ({
      id: row.id,
      planId: row.plan_id,
      number: row.number,
      name: row.name,
      reason: row.reason,
      corrects: row.corrects,
      previousHash: row.previous_hash,
      createdAt: row.created_at,
      createdBy: personOf(row),
      hash: row.hash,
      sections: (ofVersion.get(row.id) ?? []).map(({ section, hash }) => ({ section, hash })),
    }));
  }

  /** Who has signed and approved each version of a plan, by version id, first come first. */
  async signatures(planId: string): Promise<Map<string, StoredSignature[]>> {
    const rows = await this.#database.read(
      sql
        .selectFrom('version_signature')
        .innerJoin('plan_version', 'plan_version.id', 'version_signature.version_id')
        .selectAll('version_signature')
        .where('plan_id', '=', planId)
        .orderBy('version_signature.at')
        .compile(),
    );
    const ofVersion = Map.groupBy(rows, ({ version_id: id }) => id);
    return new Map(
      [...ofVersion].map(([id, signatures]) => [
        id,
        signatures.map((row) => ({
          kind: row.kind,
          person: personOf(row),
          at: row.at,
          versionHash: row.version_hash,
          hash: row.hash,
        })),
      ]),
    );
  }

  /** What was frozen of the sections of a version. */
  sections(versionId: string): Promise<FrozenSection[]> {
    return this.#database.read<FrozenSection>(
      sql
        .selectFrom('version_section')
        .select(['section_id as section', 'salt', 'content', 'document', 'hash'])
        .where('version_id', '=', versionId)
        .orderBy('section_id')
        .compile(),
    );
  }

  async section(versionId: string, sectionId: SectionId): Promise<FrozenSection | null> {
    const found = await this.sections(versionId);
    return found.find(({ section }) => section === sectionId) ?? null;
  }

  /** The numbers of drafts that were deleted: no version is ever called the same again. */
  async goneNumbers(planId: string): Promise<number[]> {
    const rows = await this.#database.read(
      sql.selectFrom('version_gone').select('number').where('plan_id', '=', planId).compile(),
    );
    return rows.map(({ number }) => number);
  }

  /** Adds a version; those who asked for one have it now. @throws where its number is taken by another. */
  async add(version: StoredVersion, sections: readonly FrozenSection[], alongside: readonly Query[]): Promise<void> {
    const { id, planId, number, name, reason, corrects, previousHash, createdAt, createdBy, hash } = version;
    await this.#database.write([
      sql
        .insertInto('plan_version')
        .values({
          id,
          plan_id: planId,
          number,
          name,
          reason,
          corrects,
          previous_hash: previousHash,
          created_at: createdAt,
          hash,
          ...columnsOf(createdBy),
        })
        .compile(),
      ...sections.map(({ section, ...frozen }) =>
        sql
          .insertInto('version_section')
          .values({ version_id: id, section_id: section, ...frozen })
          .compile(),
      ),
      sql.deleteFrom('version_request').where('plan_id', '=', planId).compile(),
      ...alongside,
    ]);
  }

  /** Adds a signature. @throws where this person has signed already, or the version is gone. */
  async sign(versionId: string, signature: StoredSignature, alongside: readonly Query[]): Promise<void> {
    const { kind, person, at, versionHash, hash } = signature;
    await this.#database.write([
      sql
        .insertInto('version_signature')
        .values({ version_id: versionId, kind, at, version_hash: versionHash, hash, ...columnsOf(person) })
        .compile(),
      ...alongside,
    ]);
  }

  /** Removes a draft. @throws where somebody has signed it. */
  async remove(
    { id, planId, number }: Pick<StoredVersion, 'id' | 'planId' | 'number'>,
    by: { personId: string; at: string },
    alongside: readonly Query[],
  ): Promise<void> {
    await this.#database.write([
      sql.deleteFrom('version_section').where('version_id', '=', id).compile(),
      sql.deleteFrom('plan_version').where('id', '=', id).compile(),
      sql.insertInto('version_gone').values({ plan_id: planId, number, person_id: by.personId, at: by.at }).compile(),
      ...alongside,
    ]);
  }

  /** What was removed is found in no file any more. */
  eraseTraces(): Promise<void> {
    return this.#database.eraseTraces();
  }

  /** Who has asked for a new version since the last one was made. */
  async requests(planId: string): Promise<{ personId: string; at: string }[]> {
    return this.#database.read(
      sql
        .selectFrom('version_request')
        .select(['person_id as personId', 'at'])
        .where('plan_id', '=', planId)
        .orderBy('at')
        .compile(),
    );
  }

  /** Remembers that a person asks for a new version; asking again changes nothing. */
  async ask(planId: string, by: { personId: string; at: string }, alongside: readonly Query[]): Promise<void> {
    await this.#database.write([
      sql
        .insertInto('version_request')
        .values({ plan_id: planId, person_id: by.personId, at: by.at })
        .onConflict((conflict) => conflict.doNothing())
        .compile(),
      ...alongside,
    ]);
  }
}

function personOf({ person_id: personId, person_name: name, role, organisation }: PersonColumns): SealedPerson {
  return { personId, name, role, organisation };
}

function columnsOf({ personId, name, role, organisation }: SealedPerson): PersonColumns {
  return { person_id: personId, person_name: name, role, organisation };
}
