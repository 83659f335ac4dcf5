/** Every REST route as every role meets it in every state of membership and sign-in: the answer and the record are what the policy table says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sections, sectionIds } from '../../../shared/careplan/sections.ts';
import { roles, signsIn, type Role } from '../../../shared/domain/roles.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import { routePolicy, type Who } from '../../../shared/protocol/routePolicy.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { Person } from '../../support/person.ts';
import { targets, type PlanRoute, type World } from '../../support/policyTargets.ts';
import { startTeam, type TeamPlan } from '../../support/teamPlan.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { atDatabase } from '../versions/versionsOf.ts';

type Team = Extract<Who, { kind: 'team' }>;
/** How somebody stands to the plan. */
type Standing = 'member' | 'former' | 'coming' | 'admitted by link' | 'waiting by link';

interface Asker {
  readonly role: Role;
  readonly standing: Standing;
  readonly person: Person;
}

const linkRoles = roles.filter((role) => !signsIn(role));
const routeNames = Object.keys(targets) as PlanRoute[];

let plan: TeamPlan;
let world: World;
let tail: AuditTail;
const askers: Asker[] = [];

const nameOf = (standing: 'member' | 'former' | 'coming', role: Role): string => `The ${standing} ${role}`;

beforeAll(async () => {
  const standings = ['member', 'former', 'coming'] as const;
  const names = standings.flatMap((standing) => roles.map((role) => [nameOf(standing, role), role] as const));
  plan = await startTeam(Object.fromEntries(names));
  for (const standing of standings)
    for (const role of roles) askers.push({ role, standing, person: await plan.server.signIn(nameOf(standing, role)) });
  const member = (role: Role): Person => find('member', role);
  const gp = member('gp');
  const invited = roles.map((role) => member(role).personId);
  const body = { kind: 'care-team' as const, startsAt: null, invited };
  const { meeting } = await gp.call('createMeeting', { planId: plan.planId }, body);
  world = { planId: plan.planId, meetingId: meeting.id, gp, patient: member('patient'), relative: member('relative') };
  await admitByLink(gp, meeting.id);
  await waitByLink(gp, body);
  endAndPostpone();
  tail = new AuditTail(plan.server);
});

afterAll(async () => {
  tail.close();
  await plan.server.stop();
  await plan.server.remove();
});

function find(standing: Standing, role: Role): Person {
  const found = askers.find((asker) => asker.standing === standing && asker.role === role);
  if (!found) throw new Error(`nobody is ${standing} as ${role}`);
  return found.person;
}

/** Each role that needs no sign-in, in a browser of its own that redeemed the link. */
async function redeem(gp: Person, meetingId: string): Promise<[Role, Person][]> {
  const { invitations } = await gp.call('createLinks', { meetingId }, {});
  const redeemed: [Role, Person][] = [];
  for (const role of linkRoles) {
    const personId = find('member', role).personId;
    const invitation = invitations.find(({ member }) => member.personId === personId);
    const browser = new Person(plan.server.url);
    browser.personId = personId;
    await browser.call('redeemLink', {}, { token: new URL(invitation?.url ?? '').hash.slice(1) });
    redeemed.push([role, browser]);
  }
  return redeemed;
}

async function admitByLink(gp: Person, meetingId: string): Promise<void> {
  const host = await MeetingPage.open(gp);
  await host.enter(meetingId);
  for (const [role, person] of await redeem(gp, meetingId)) {
    const guest = await MeetingPage.open(person);
    await guest.join(meetingId);
    const { lobby } = await host.sees((meeting) => meeting.lobby.length > 0);
    host.forget();
    await host.get('meeting:admit', { participantId: lobby[0]?.id ?? '' });
    await guest.push('meeting:admitted');
    guest.close();
    askers.push({ role, standing: 'admitted by link', person });
  }
  host.close();
}

async function waitByLink(gp: Person, body: { kind: 'care-team'; startsAt: null; invited: string[] }): Promise<void> {
  const { meeting } = await gp.call('createMeeting', { planId: plan.planId }, body);
  for (const [role, person] of await redeem(gp, meeting.id)) askers.push({ role, standing: 'waiting by link', person });
  waitedFor = meeting.id;
}
/** The meeting before whose door they wait. */
let waitedFor = '';

/** Some memberships are over, some have not begun: by their dates alone. */
function endAndPostpone(): void {
  atDatabase(plan.server, (database) => {
    const named = 'person_id in (select id from person where name like ?)';
    database
      .prepare(`update membership set valid_until = ? where ${named}`)
      .run('2026-01-01T00:00:00.000Z', 'The former %');
    database
      .prepare(`update membership set valid_from = ? where ${named}`)
      .run('2999-01-01T00:00:00.000Z', 'The coming %');
  });
}

/** Whether the table gives this person an answer. The thing asked for was made by the GP and is the GP's. */
function may(who: Team, { role, standing }: Asker): boolean {
  if (standing === 'former' || standing === 'coming') return false;
  if (standing === 'admitted by link' && who.byLink === 'no') return false;
  if (standing === 'waiting by link' && who.byLink !== 'waiting') return false;
  if (!who.roles.includes(role) && !(role === 'gp' && who.own.includes('gp'))) return false;
  if (who.section === null) return true;
  const { id, access } = who.section;
  const enough = access === 'read' ? ['read', 'write'] : ['write'];
  return (id === 'any' ? sectionIds : [id]).some((sectionId) => enough.includes(sections[sectionId].access[role]));
}

/** The code of the answer, or `ok`. */
async function ask(name: PlanRoute, { person, standing }: Asker): Promise<string> {
  const { params, body } = await targets[name](world);
  const asked = standing === 'waiting by link' && 'meetingId' in params ? { ...params, meetingId: waitedFor } : params;
  tail.take();
  try {
    await person.call(name, asked, body);
    return 'ok';
  } catch (error) {
    if (error instanceof SamradError) return error.code;
    throw error;
  }
}

describe.each(routeNames)('%s', (name) => {
  const { who, record, oncePerVisit = false } = routePolicy[name];
  const visitors = new Set<string>();
  if (who.kind !== 'team') throw new Error(`${name} is about a plan and asks for no member of its team`);

  test('A1, A2: who may gets an answer, everybody else the same one as for nothing, and each is recorded once', async () => {
    for (const asker of askers) {
      const answer = await ask(name, asker);
      const told = tail.take().filter(({ actor }) => actor?.personId === asker.person.personId);
      const whom = `${asker.role}, ${asker.standing}`;
      if (may(who, asker)) {
        expect(answer, whom).not.toBe('not-found');
        const done = told.filter(({ action, outcome }) => action === record && outcome === 'done');
        const places = done.map(({ sectionId, subjectId, meetingId }) => [sectionId, subjectId, meetingId].join());
        const isKnown = oncePerVisit && visitors.has(asker.person.personId);
        if (answer === 'ok') expect(places.length > 0, whom).toBe(!isKnown);
        visitors.add(asker.person.personId);
        expect(new Set(places).size, whom).toBe(places.length);
      } else {
        expect(answer, whom).toBe('not-found');
        expect(told, whom).toMatchObject([{ action: record, outcome: 'refused' }]);
      }
    }
  });
});
