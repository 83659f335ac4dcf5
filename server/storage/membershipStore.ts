/** Memberships and invitations into a care team at rest. */
import type { Purpose, SeatPurpose } from '../../shared/domain/membership.ts';
import { professionalRoles, type Role } from '../../shared/domain/roles.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredSeat {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly purpose: string;
  readonly from: string;
  readonly until: string | null;
}

export interface StoredInvitation {
  readonly id: string;
  readonly planId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly purpose: Purpose;
  readonly until: string | null;
  readonly invitedBy: string;
  readonly invitedAt: string;
}

/** Somebody's place in a team. */
export interface NewSeat {
  readonly planId: string;
  readonly personId: string;
  readonly role: Role;
  readonly organisation: string;
  readonly professionId: string | null;
  readonly purpose: SeatPurpose;
  readonly from: string;
  readonly until: string | null;
}

export class MembershipStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All who are, were or will be in a team, in the order in which they came. */
  seats(planId: string): Promise<StoredSeat[]> {
    return this.#database.read(
      sql
        .selectFrom('membership')
        .innerJoin('person', 'person.id', 'membership.person_id')
        .select([
          'membership.person_id as personId',
          'person.name',
          'membership.role',
          'membership.organisation',
          'membership.purpose',
          'membership.valid_from as from',
          'membership.valid_until as until',
        ])
        .where('membership.plan_id', '=', planId)
        .orderBy('membership.valid_from')
        .orderBy('person.name')
        .compile(),
    );
  }

  /** Invitations that wait for an answer. */
  invitationsOf(planId: string): Promise<StoredInvitation[]> {
    return this.#database.read(this.#waiting().where('team_invitation.plan_id', '=', planId).compile());
  }

  invitationsTo(personId: string): Promise<StoredInvitation[]> {
    return this.#database.read(this.#waiting().where('team_invitation.person_id', '=', personId).compile());
  }

  /** Professionals whose name begins so: who is one in any team, or whom a provider or an administrator has told to be one. At most `limit`. */
  async professionals(
    name: string,
    limit: number,
  ): Promise<{ personId: string; name: string; organisation: string }[]> {
    const inTeams = sql
      .selectFrom('membership')
      .select(['person_id', 'organisation'])
      .where('role', 'in', professionalRoles);
    const byProvider = sql
      .selectFrom('person_identity')
      .select((select) => ['person_id', select.val('').as('organisation')])
      .where('profession_id', 'is not', null);
    const byAdministrator = sql.selectFrom('staff').select(['person_id', 'organisation']).where('ended_at', 'is', null);
    return this.#database.read(
      sql
        .selectFrom('person')
        .innerJoin(inTeams.unionAll(byProvider).unionAll(byAdministrator).as('known'), 'known.person_id', 'person.id')
        .select((select) => [
          'person.id as personId',
          'person.name',
          select.fn.max<string>('known.organisation').as('organisation'),
        ])
        .where('person.name', 'like', `${name.replaceAll(/[%_\\]/g, '')}%`)
        .groupBy('person.id')
        .orderBy('person.name')
        .limit(limit)
        .compile(),
    );
  }

  /** Whether somebody is a professional, as `professionals` has it; null where there is no such person. */
  async isProfessional(personId: string): Promise<boolean | null> {
    const [person] = await this.#database.read(
      sql.selectFrom('person').select('name').where('id', '=', personId).compile(),
    );
    if (!person) return null;
    return (await this.professionals(person.name, 100)).some((found) => found.personId === personId);
  }

  /** The HPR number that a person has in any team, or that a provider or an administrator has told. */
  async professionIdOf(personId: string): Promise<string | null> {
    const rows = await this.#database.read(
      sql
        .selectFrom('membership')
        .select('profession_id as id')
        .where('person_id', '=', personId)
        .where('profession_id', 'is not', null)
        .unionAll(
          sql
            .selectFrom('person_identity')
            .select('profession_id as id')
            .where('person_id', '=', personId)
            .where('profession_id', 'is not', null),
        )
        .unionAll(
          sql
            .selectFrom('staff')
            .select('profession_id as id')
            .where('person_id', '=', personId)
            .where('profession_id', 'is not', null),
        )
        .compile(),
    );
    return rows[0]?.id ?? null;
  }

  addPerson(person: { id: string; name: string }): Query {
    return sql.insertInto('person').values(person).compile();
  }

  /** The statement that gives somebody a place; one who was there before comes back in their old one. */
  seat({ planId, personId, role, organisation, professionId, purpose, from, until }: NewSeat): Query {
    const given = {
      role,
      organisation,
      profession_id: professionId,
      purpose,
      valid_from: from,
      valid_until: until,
    };
    return sql
      .insertInto('membership')
      .values({ plan_id: planId, person_id: personId, ...given })
      .onConflict((conflict) => conflict.columns(['plan_id', 'person_id']).doUpdateSet(given))
      .compile();
  }

  end({ planId, personId, at }: { planId: string; personId: string; at: string }): Query {
    return sql
      .updateTable('membership')
      .set({ valid_until: at })
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .compile();
  }

  invite({
    invitation,
    by,
    at,
  }: {
    invitation: Omit<StoredInvitation, 'name' | 'invitedBy' | 'invitedAt'>;
    by: string;
    at: string;
  }): Query {
    const { id, planId, personId, role, organisation, purpose, until } = invitation;
    const asked = { id, plan_id: planId, person_id: personId, role, organisation, purpose, valid_until: until };
    return sql
      .insertInto('team_invitation')
      .values({ ...asked, invited_by: by, invited_at: at })
      .compile();
  }

  endInvitation({ id, at, as }: { id: string; at: string; as: 'accepted' | 'declined' | 'withdrawn' }): Query {
    return sql.updateTable('team_invitation').set({ ended_at: at, ended_as: as }).where('id', '=', id).compile();
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }

  #waiting() {
    return sql
      .selectFrom('team_invitation')
      .innerJoin('person', 'person.id', 'team_invitation.person_id')
      .innerJoin('person as inviter', 'inviter.id', 'team_invitation.invited_by')
      .select([
        'team_invitation.id',
        'team_invitation.plan_id as planId',
        'team_invitation.person_id as personId',
        'person.name',
        'team_invitation.role',
        'team_invitation.organisation',
        'team_invitation.purpose',
        'team_invitation.valid_until as until',
        'inviter.name as invitedBy',
        'team_invitation.invited_at as invitedAt',
      ])
      .where('team_invitation.ended_at', 'is', null)
      .orderBy('team_invitation.invited_at');
  }
}
