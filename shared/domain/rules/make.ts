/** Small makers that every group of rules builds its findings with. */
import type { SectionId } from '../../careplan/sections.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { endOfDay } from '../calendar/oslo.ts';
import { ruleIdSchema } from './rules.ts';
import type { Finding, FindingKind, FindingLevel, FindingParam } from './finding.ts';

/** The moment that a plan is looked at, on the clock and on the calendar in Norway. */
export interface Now {
  readonly instant: Date;
  readonly today: IsoDate;
}

export const text = (value: string): FindingParam => ({ kind: 'text', value });
export const date = (value: IsoDate): FindingParam => ({ kind: 'date', value });
export const count = (value: number): FindingParam => ({ kind: 'count', value });
export const teamRole = (value: string): FindingParam => ({ kind: 'team-role', value });

interface Parts {
  readonly level: FindingLevel;
  readonly sectionId: SectionId;
  readonly rowId?: string;
  /** The last day in time. */
  readonly dueOn?: IsoDate;
  readonly params?: readonly FindingParam[];
  readonly proposal?: Finding['proposal'];
}

export function finding(kind: FindingKind, parts: Parts): Finding {
  const { level, sectionId, rowId, dueOn, params = [], proposal } = parts;
  return {
    rule: ruleIdSchema.parse(kind.slice(0, kind.indexOf('.'))),
    kind,
    level,
    dueAt: dueOn === undefined ? null : endOfDay(dueOn).toISOString(),
    subject: { sectionId, rowId: rowId ?? null },
    params: [...params],
    proposal: proposal ?? null,
  };
}
