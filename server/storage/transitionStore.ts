/** Admissions and discharges at rest. What changes is handed over as statements, so that the record of it is written with it. */
import { checkPoints, type CheckPoint, type Transition } from '../../shared/careplan/transition.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

/** Who writes, and when. */
export interface Writer {
  readonly personId: string;
  readonly role: Role;
  readonly at: string;
}

export type NewTransition = Pick<Transition, 'id' | 'kind' | 'at' | 'place' | 'seriouslyIll'> & {
  readonly planId: string;
};

export class TransitionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The transitions of a plan, newest first. */
  async all(planId: string): Promise<Transition[]> {
    const [rows, points, calls] = await Promise.all([
      this.#database.read(this.#transitions(planId).compile()),
      this.#database.read(this.#points(planId).compile()),
      this.#database.read(this.#calls(planId).compile()),
    ]);
    return rows.map(({ name, role, recordedAt, seriouslyIll, ...row }) => {
      const call = calls.find(({ transitionId }) => transitionId === row.id);
      const own = points.filter(({ transitionId }) => transitionId === row.id);
      return {
        ...row,
        seriouslyIll: seriouslyIll === 1,
        recorded: { name, role, at: recordedAt },
        points: checkPoints.map((id) => pointOf(id, own)),
        call: call
          ? { who: call.who, at: call.at, recorded: { name: call.name, role: call.role, at: call.recordedAt } }
          : null,
      };
    });
  }

  /** Whether the id is taken, by this plan or another. */
  async isKnown(id: string): Promise<boolean> {
    const rows = await this.#database.read(sql.selectFrom('transition').select('id').where('id', '=', id).compile());
    return rows.length > 0;
  }

  /** Stores a transition; one whose id is known stays as it was. */
  async add(transition: NewTransition, writer: Writer, alongside: readonly Query[]): Promise<void> {
    const { id, planId, kind, at, place, seriouslyIll } = transition;
    await this.#database.write([
      sql
        .insertInto('transition')
        .values({
          id,
          plan_id: planId,
          kind,
          at,
          place,
          seriously_ill: seriouslyIll ? 1 : 0,
          person_id: writer.personId,
          role: writer.role,
          recorded_at: writer.at,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .compile(),
      ...alongside,
    ]);
  }

  /** Ticks a point, or takes the tick away where `writer` is null. */
  async tick(
    transitionId: string,
    point: CheckPoint,
    writer: Writer | null,
    alongside: readonly Query[],
  ): Promise<void> {
    const tick = {
      person_id: writer?.personId ?? null,
      role: writer?.role ?? null,
      ticked_at: writer?.at ?? null,
    };
    await this.#database.write([
      sql
        .insertInto('transition_point')
        .values({ transition_id: transitionId, point, ...tick, task_made_at: null })
        .onConflict((conflict) => conflict.columns(['transition_id', 'point']).doUpdateSet(tick))
        .compile(),
      ...alongside,
    ]);
  }

  /** The statements that remember that points have been made tasks. */
  tasksMade(transitionId: string, points: readonly CheckPoint[], at: string): Query[] {
    const made = { person_id: null, role: null, ticked_at: null, task_made_at: at };
    return points.map((point) =>
      sql
        .insertInto('transition_point')
        .values({ transition_id: transitionId, point, ...made })
        .onConflict((conflict) => conflict.columns(['transition_id', 'point']).doUpdateSet({ task_made_at: at }))
        .compile(),
    );
  }

  /** Carries out statements where no edit of the plan takes them along. */
  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }

  /** Stores the call, or puts it right. */
  async setCall(
    transitionId: string,
    call: { who: string; at: string },
    writer: Writer,
    alongside: readonly Query[],
  ): Promise<void> {
    const values = {
      who: call.who,
      at: call.at,
      person_id: writer.personId,
      role: writer.role,
      recorded_at: writer.at,
    };
    await this.#database.write([
      sql
        .insertInto('transition_call')
        .values({ transition_id: transitionId, ...values })
        .onConflict((conflict) => conflict.column('transition_id').doUpdateSet(values))
        .compile(),
      ...alongside,
    ]);
  }

  #transitions(planId: string) {
    return sql
      .selectFrom('transition')
      .innerJoin('person', 'person.id', 'transition.person_id')
      .select([
        'transition.id',
        'transition.kind',
        'transition.at',
        'transition.place',
        'transition.seriously_ill as seriouslyIll',
        'person.name',
        'transition.role',
        'transition.recorded_at as recordedAt',
      ])
      .where('transition.plan_id', '=', planId)
      .orderBy('transition.at', 'desc')
      .orderBy('transition.id');
  }

  #points(planId: string) {
    return sql
      .selectFrom('transition_point')
      .innerJoin('transition', 'transition.id', 'transition_point.transition_id')
      .leftJoin('person', 'person.id', 'transition_point.person_id')
      .select([
        'transition_point.transition_id as transitionId',
        'transition_point.point',
        'person.name',
        'transition_point.role',
        'transition_point.ticked_at as tickedAt',
        'transition_point.task_made_at as taskMadeAt',
      ])
      .where('transition.plan_id', '=', planId);
  }

  #calls(planId: string) {
    return sql
      .selectFrom('transition_call')
      .innerJoin('transition', 'transition.id', 'transition_call.transition_id')
      .innerJoin('person', 'person.id', 'transition_call.person_id')
      .select([
        'transition_call.transition_id as transitionId',
        'transition_call.who',
        'transition_call.at',
        'person.name',
        'transition_call.role',
        'transition_call.recorded_at as recordedAt',
      ])
      .where('transition.plan_id', '=', planId);
  }
}

interface StoredPoint {
  readonly point: CheckPoint;
  readonly name: string | null;
  readonly role: Role | null;
  readonly tickedAt: string | null;
  readonly taskMadeAt: string | null;
}

function pointOf(id: CheckPoint, stored: readonly StoredPoint[]): Transition['points'][number] {
  const found = stored.find(({ point }) => point === id);
  const { name = null, role = null, tickedAt = null, taskMadeAt = null } = found ?? {};
  const ticked = name !== null && role !== null && tickedAt !== null ? { name, role, at: tickedAt } : null;
  return { id, ticked, task: taskMadeAt !== null };
}
