/** The templates that plans follow, at rest. */
import { talkIdSchema, type TalkId, type TemplateId } from '../../shared/careplan/templates.ts';
import type { TemplateUse } from '../../shared/careplan/templateUse.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';
import type { Writer } from './transitionStore.ts';

/** One template of one plan. */
export interface TemplateRef {
  readonly planId: string;
  readonly template: TemplateId;
}

export class TemplateStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Every template that the plan has followed or declined. */
  async all(planId: string): Promise<TemplateUse[]> {
    const [uses, talks, topics] = await Promise.all([
      this.#database.read(this.#uses(planId).compile()),
      this.#database.read(this.#talks(planId).compile()),
      this.#database.read(this.#topics(planId).compile()),
    ]);
    return uses.map(({ template, state, askAgainOn, ...by }) => ({
      template,
      state,
      askAgainOn: askAgainOn ?? '',
      decided: by,
      talks: talks
        .filter((row) => row.template === template)
        .map(({ template: _, talk, heldOn, ...recorded }) => ({ talk: talkIdSchema.parse(talk), heldOn, recorded })),
      topics: topics
        .filter((row) => row.template === template)
        .map(({ template: _, talk, topic, ...recorded }) => ({ talk: talkIdSchema.parse(talk), topic, recorded })),
    }));
  }

  /** Sets how the plan stands to a template; what was held and talked about stays. */
  async set(
    { planId, template }: TemplateRef,
    { state, askAgainOn }: Pick<TemplateUse, 'state' | 'askAgainOn'>,
    writer: Writer,
    alongside: readonly Query[],
  ): Promise<void> {
    const values = { state, ask_again_on: askAgainOn === '' ? null : askAgainOn, ...stamp(writer) };
    await this.#database.write([
      sql
        .insertInto('template_use')
        .values({ plan_id: planId, template, ...values })
        .onConflict((conflict) => conflict.columns(['plan_id', 'template']).doUpdateSet(values))
        .compile(),
      ...alongside,
    ]);
  }

  /** Notes a talk, or takes it away where `heldOn` is null. */
  async setTalk(
    { planId, template }: TemplateRef,
    { talk, heldOn }: { talk: TalkId; heldOn: string | null },
    writer: Writer,
    alongside: readonly Query[],
  ): Promise<void> {
    const change =
      heldOn === null
        ? sql
            .deleteFrom('template_talk')
            .where('plan_id', '=', planId)
            .where('template', '=', template)
            .where('talk', '=', talk)
            .compile()
        : sql
            .insertInto('template_talk')
            .values({ plan_id: planId, template, talk, held_on: heldOn, ...stamp(writer) })
            .onConflict((conflict) =>
              conflict.columns(['plan_id', 'template', 'talk']).doUpdateSet({ held_on: heldOn, ...stamp(writer) }),
            )
            .compile();
    await this.#database.write([change, ...alongside]);
  }

  /** Ticks a topic, keeping who ticked it first, or takes the tick away. */
  async setTopic(
    { planId, template }: TemplateRef,
    { talk, topic, ticked }: { talk: TalkId; topic: string; ticked: boolean },
    writer: Writer,
    alongside: readonly Query[],
  ): Promise<void> {
    const change = ticked
      ? sql
          .insertInto('template_topic')
          .values({ plan_id: planId, template, talk, topic, ...stamp(writer) })
          .onConflict((conflict) => conflict.columns(['plan_id', 'template', 'talk', 'topic']).doNothing())
          .compile()
      : sql
          .deleteFrom('template_topic')
          .where('plan_id', '=', planId)
          .where('template', '=', template)
          .where('talk', '=', talk)
          .where('topic', '=', topic)
          .compile();
    await this.#database.write([change, ...alongside]);
  }

  #uses(planId: string) {
    return sql
      .selectFrom('template_use as row')
      .innerJoin('person', 'person.id', 'row.person_id')
      .select(['row.template', 'row.state', 'row.ask_again_on as askAgainOn', 'person.name', 'row.role', 'row.at'])
      .where('row.plan_id', '=', planId);
  }

  #talks(planId: string) {
    return sql
      .selectFrom('template_talk as row')
      .innerJoin('person', 'person.id', 'row.person_id')
      .select(['row.template', 'row.talk', 'row.held_on as heldOn', 'person.name', 'row.role', 'row.at'])
      .where('row.plan_id', '=', planId)
      .orderBy('row.held_on');
  }

  #topics(planId: string) {
    return sql
      .selectFrom('template_topic as row')
      .innerJoin('person', 'person.id', 'row.person_id')
      .select(['row.template', 'row.talk', 'row.topic', 'person.name', 'row.role', 'row.at'])
      .where('row.plan_id', '=', planId)
      .orderBy('row.at');
  }
}

function stamp({ personId, role, at }: Writer) {
  return { person_id: personId, role, at };
}
