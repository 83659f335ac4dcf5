/** Municipalities and districts: administrators keep them and the values of their rules, a coordinator says where a plan belongs. */
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import { settingSchemas, settingsWith } from '../../shared/domain/rules/settings.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RouteBody } from '../../shared/protocol/rest.ts';
import type { AreaName, AreaWithValues } from '../../shared/protocol/routes/administration.ts';
import { auditActor, type CareTeam } from '../access/careTeam.ts';
import type { StaffRegister } from '../access/passkeys/staff.ts';
import type { Session } from '../access/session.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import { areaInsertion, areaPlacement, settingInsertion, type RuleSettingStore } from '../storage/ruleSettingStore.ts';

interface Dependencies {
  readonly store: RuleSettingStore;
  readonly staffRegister: Pick<StaffRegister, 'allowed'>;
  readonly careTeam: CareTeam;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export class Areas {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** @throws SamradError `not-found` for who does not administrate. */
  async list(session: Session): Promise<AreaWithValues[]> {
    const { store, staffRegister, audit } = this.#parts;
    await audit.record({ ...(await staffRegister.allowed(session, 'area:read')), outcome: 'done' });
    const names = await store.areas();
    return Promise.all(names.map(async (area) => ({ ...area, values: await store.setIn(area) })));
  }

  /** Adds an area; nothing happens where it is known. @throws SamradError `not-found` for who does not administrate. */
  async add(session: Session, area: AreaName): Promise<void> {
    const { store, staffRegister, audit } = this.#parts;
    const event = await staffRegister.allowed(session, 'area:add');
    await store.write([areaInsertion(area), audit.entry({ ...event, outcome: 'done', detail: areaText(area) })]);
  }

  /**
   * Sets a value in an area, or takes it away there.
   * @throws SamradError `not-found` for who does not administrate and for an unknown area; `bad-request` for a value that does not fit.
   */
  async set(session: Session, { name, value, source, ...area }: RouteBody<'setAreaValue'>): Promise<void> {
    const { store, staffRegister, careTeam, audit, now } = this.#parts;
    const event = { ...(await staffRegister.allowed(session, 'area:set')), detail: `${areaText(area)}: ${name}` };
    if (!(await this.#isKnown(area))) throw await careTeam.refusal(event.actor, event);
    const record = audit.entry({ ...event, outcome: 'done' });
    if (value === undefined) return store.write([store.removal(area, name), record]);
    const parsed = settingSchemas[name].safeParse(value);
    const fits =
      parsed.success && JSON.stringify(settingsWith([{ name, value }])[name]) === JSON.stringify(parsed.data);
    if (!fits) {
      await audit.record({ ...event, outcome: 'refused' });
      throw new SamradError('bad-request', ['value']);
    }
    await store.write([
      store.removal(area, name),
      settingInsertion({ ...area, name, value: parsed.data, source, on: osloDate(now()) }),
      record,
    ]);
  }

  /** Where a plan belongs. @throws SamradError `not-found` as `CareTeam.memberOf` does. */
  async ofPlan(session: Session, planId: string) {
    const { store, careTeam, audit } = this.#parts;
    const attempt = { action: 'area:of-plan', channel: 'rest' } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    await audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, member), planId });
    const [area, areas] = await Promise.all([store.areaOf(planId), store.areas()]);
    return { area, areas, mayPlace: mayPlace(session, member.role) };
  }

  /** @throws SamradError `not-found` for who does not coordinate; `bad-request` for an unknown area. */
  async place(session: Session, { planId, ...area }: AreaName & { planId: string }): Promise<void> {
    const { store, careTeam, audit } = this.#parts;
    const attempt = { action: 'area:place', channel: 'rest' } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    const event = { ...attempt, planId, actor: auditActor(session, member) };
    if (!mayPlace(session, member.role)) throw await careTeam.refusal(event.actor, event);
    if (!(await this.#isKnown(area))) {
      await audit.record({ ...event, outcome: 'refused' });
      throw new SamradError('bad-request', ['area']);
    }
    await store.write([
      areaPlacement(planId, area),
      audit.entry({ ...event, outcome: 'done', detail: areaText(area) }),
    ]);
  }

  async #isKnown({ municipality, district }: AreaName): Promise<boolean> {
    const known = await this.#parts.store.areas();
    return known.some((area) => area.municipality === municipality && area.district === district);
  }
}

function mayPlace(session: Session, role: string): boolean {
  return role === 'coordinator' && session.identification !== 'link';
}

function areaText({ municipality, district }: AreaName): string {
  return district === '' ? municipality : `${municipality}, ${district}`;
}
