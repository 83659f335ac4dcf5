/** Fills an empty database with the demonstration's two patients, once. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import { newId } from '../../shared/domain/ids.ts';
import { signsIn } from '../../shared/domain/roles.ts';
import { demoArea, demoSettings } from './area.ts';
import type { PlanStore, NewPlan } from '../storage/planStore.ts';
import type { Author } from '../storage/sectionLog.ts';
import { firstPlan } from './content/firstPlan.ts';
import { secondPlan } from './content/secondPlan.ts';
import { demoUpdates } from './demoDocuments.ts';
import type { DemoEntry } from './entry.ts';
import { firstTeam, secondTeam, type DemoPerson } from './people.ts';

/** What the first patient has opened for his wife, and for his daughter. */
const opened: readonly { readonly key: string; readonly sectionIds: readonly SectionId[] }[] = [
  { key: 'wife', sectionIds: ['what-matters', 'tasks', 'zones', 'standby-medicines', 'daily-life'] },
  { key: 'daughter', sectionIds: ['what-matters'] },
];

/** How long ago the plans were made. */
const madeDaysAgo = 400;

/** Fills the demonstration unless it is there; answers the ids of its plans, the case first. */
export async function fillDemo({ store, now }: { store: PlanStore; now: Date }): Promise<string[]> {
  const known = await store.demoPlans();
  if (known) return known;
  const people = new Map<string, { id: string; name: string }>();
  for (const { key, name } of [...firstTeam, ...secondTeam])
    if (!people.has(key)) people.set(key, { id: newId(), name });
  const idOf = (key: string): string => people.get(key)?.id ?? '';
  const plans = [
    demoPlan({ team: firstTeam, patientKey: 'patient', entries: firstPlan, idOf, now }),
    demoPlan({ team: secondTeam, patientKey: 'second-patient', entries: secondPlan, idOf, now }),
  ];
  await store.addDemo([...people.values()], plans, demoSettings(now));
  return plans.map(({ id }) => id);
}

function demoPlan(input: {
  team: readonly DemoPerson[];
  patientKey: string;
  entries: readonly DemoEntry[];
  idOf: (key: string) => string;
  now: Date;
}): NewPlan {
  const { team, patientKey, entries, idOf, now } = input;
  const id = newId();
  const roleOf = new Map(team.map(({ key, role }) => [key, role]));
  const authorOf = (key: string): Author => {
    const role = roleOf.get(key);
    if (!role) throw new Error(`Nobody in the demonstration's team is called ${key}.`);
    return { personId: idOf(key), role, sessionId: 'demo' };
  };
  const gaveBy = team.find(({ key }) => key === patientKey)?.name ?? '';
  return {
    id,
    patientId: idOf(patientKey),
    at: new Date(now.getTime() - madeDaysAgo * 86_400_000).toISOString(),
    members: team.map(({ key, role, organisation, professionId = null }) => ({
      personId: idOf(key),
      role,
      organisation,
      professionId,
      purpose: signsIn(role) ? 'TREAT' : 'COC',
    })),
    consents: opened
      .filter(({ key }) => roleOf.has(key))
      .map(({ key, sectionIds }) => ({ sectionIds, personId: idOf(key), gaveBy })),
    content: demoUpdates({ planId: id, entries, authorOf, now }),
    area: demoArea,
  };
}
