/** The organisation's control: who among the professionals has been where they seldom are. It names no patient and judges nothing. */
import { osloTime } from '../../shared/domain/calendar/oslo.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { Session } from '../access/session.ts';
import type { StaffRegister } from '../access/passkeys/staff.ts';
import { accessByHour, type AccessInHour } from '../storage/auditStore.ts';
import type { Database } from '../storage/database.ts';

type Found = RouteOutput<'unusualAccess'>['people'][number];

interface Dependencies {
  readonly database: Pick<Database, 'read'>;
  readonly staffRegister: Pick<StaffRegister, 'mayControl'>;
  readonly now: () => Date;
}

/** From this hour on, and before that one, it is night in Norway. */
const night = { from: 22, until: 6 };
const dayMs = 86_400_000;

export class UnusualAccess {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** The last days, the most striking first. @throws SamradError `not-found` for who does not administrate. */
  async search(session: Session, days: number): Promise<Found[]> {
    const { database, staffRegister, now } = this.#parts;
    await staffRegister.mayControl(session);
    const since = new Date(now().getTime() - days * dayMs).toISOString();
    return controlOf(await accessByHour(database, since));
  }
}

/** What each person did in all these hours, the most striking first. */
export function controlOf(hours: readonly AccessInHour[]): Found[] {
  const people = Map.groupBy(hours, ({ personId }) => personId);
  return [...people.values()].flatMap(sumOf).toSorted(byStrikingness);
}

function sumOf(hours: readonly AccessInHour[]): Found[] {
  const [first] = hours;
  if (!first) return [];
  const { personId, name } = first;
  const sum = (value: (hour: AccessInHour) => number): number => hours.reduce((total, hour) => total + value(hour), 0);
  return [
    {
      personId,
      name,
      plans: new Set(hours.flatMap(({ plans }) => plans?.split(',') ?? [])).size,
      emergencies: sum(({ emergencies }) => emergencies),
      refused: sum(({ refused }) => refused),
      atNight: sum(({ hour, reads }) => (isNight(hour) ? reads : 0)),
    },
  ];
}

function isNight(utcHour: string): boolean {
  const hour = Number(osloTime(new Date(`${utcHour}:00:00Z`)).slice(0, 2));
  return hour >= night.from || hour < night.until;
}

function byStrikingness(one: Found, other: Found): number {
  return (
    other.emergencies - one.emergencies ||
    other.refused - one.refused ||
    other.atNight - one.atNight ||
    other.plans - one.plans ||
    one.name.localeCompare(other.name, 'nb')
  );
}
