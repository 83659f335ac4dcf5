/** The values of the rules as they hold for a plan and in an area: the defaults, what the municipality sets, what the district sets. */
import { settingNames, settingsWith, type Settings } from '../../shared/domain/rules/settings.ts';
import type { AreaRules } from '../../shared/protocol/routes/rules.ts';
import type { CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { Area, RuleSettingStore } from '../storage/ruleSettingStore.ts';

interface Dependencies {
  readonly store: RuleSettingStore;
  readonly careTeam: CareTeam;
  readonly audit: AuditLog;
}

const nowhere: Area = { municipality: '', district: '' };

export class RuleSettings {
  readonly #store: RuleSettingStore;
  readonly #careTeam: CareTeam;
  readonly #audit: AuditLog;

  constructor({ store, careTeam, audit }: Dependencies) {
    this.#store = store;
    this.#careTeam = careTeam;
    this.#audit = audit;
  }

  /** The values that hold for a plan. Not for a person: asks no rights, records nothing. */
  async settingsFor(planId: string): Promise<Settings> {
    const area = await this.#store.areaOf(planId);
    return settingsWith(area ? await this.#store.settingsOf(area) : []);
  }

  /** The values in every area where the person is in a patient's team; the defaults where there is none. */
  async areas(session: Session): Promise<AreaRules[]> {
    const memberships = await this.#careTeam.memberships(session, 'plan');
    await this.#audit.record({
      action: 'rules:read',
      outcome: 'done',
      actor: { personId: session.personId, sessionId: session.id },
      channel: 'rest',
    });
    const known = await Promise.all(memberships.map(({ planId }) => this.#store.areaOf(planId)));
    const areas = new Map(
      known.filter((area) => area !== null).map((area) => [`${area.municipality}/${area.district}`, area]),
    );
    return Promise.all((areas.size > 0 ? [...areas.values()] : [nowhere]).map((area) => this.#rulesIn(area)));
  }

  async #rulesIn(area: Area): Promise<AreaRules> {
    const stored = await this.#store.settingsOf(area);
    return {
      ...area,
      settings: settingsWith(stored),
      overrides: stored.flatMap(({ name, value, source, on, district }) => {
        const setting = settingNames.find((candidate) => candidate === name);
        // One that does not fit is not in force, so it is not shown either.
        if (!setting || !isInForce(stored, setting, value)) return [];
        return [{ name: setting, by: district === '' ? 'municipality' : 'district', source, on }];
      }),
    };
  }
}

/** Whether the value is the one that the rules are computed with: it fits, and no district stands above it. */
function isInForce(stored: Parameters<typeof settingsWith>[0], name: keyof Settings, value: unknown): boolean {
  return JSON.stringify(settingsWith(stored)[name]) === JSON.stringify(value);
}
