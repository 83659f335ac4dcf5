/** Every Socket.IO request as every role sends it, outside, in the lobby and in the room: answered and recorded as the tables say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '../../../shared/domain/roles.ts';
import { requestPolicy } from '../../../shared/protocol/requestPolicy.ts';
import { requests, type RequestName, type SocketState } from '../../../shared/protocol/requests.ts';
import type { Answer } from '../../../shared/protocol/errors.ts';
import { AuditTail } from '../../support/auditTail.ts';
import type { Person } from '../../support/person.ts';
import { startTeam, type TeamPlan } from '../../support/teamPlan.ts';
import { validInput } from '../../support/validInput.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';

let plan: TeamPlan;
let tail: AuditTail;
const people = new Map<Role, Person>();
const names = Object.keys(requests) as RequestName[];
const leaders: readonly Role[] = ['gp', 'coordinator'];

beforeAll(async () => {
  plan = await startTeam(Object.fromEntries(roles.map((role) => [`The ${role}`, role])));
  for (const role of roles) people.set(role, await plan.server.signIn(`The ${role}`));
  tail = new AuditTail(plan.server);
});

afterAll(async () => {
  tail.close();
  await plan.server.stop();
  await plan.server.remove();
});

function personIn(role: Role): Person {
  const person = people.get(role);
  if (!person) throw new Error(`nobody is ${role}`);
  return person;
}

/** A meeting that the GP convenes for all, with the GP in it. */
async function convene(): Promise<{ host: MeetingPage; meetingId: string }> {
  const invited = roles.map((role) => personIn(role).personId);
  const body = { kind: 'care-team' as const, startsAt: null, invited };
  const { meeting } = await personIn('gp').call('createMeeting', { planId: plan.planId }, body);
  const host = await MeetingPage.open(personIn('gp'));
  await host.enter(meeting.id);
  return { host, meetingId: meeting.id };
}

/** A page of this role in this state. */
async function pageIn(role: Role, state: SocketState, { host, meetingId }: Awaited<ReturnType<typeof convene>>) {
  const page = await MeetingPage.open(personIn(role));
  if (state === 'outside') return page;
  const answer = await page.join(meetingId, { takeOver: true });
  if (state === 'lobby' || answer.state === 'joined') return page;
  const { lobby } = await host.sees((meeting) => meeting.lobby.length > 0);
  host.forget();
  await host.get('meeting:admit', { participantId: lobby[0]?.id ?? '' });
  await page.push('meeting:admitted');
  return page;
}

const states: readonly SocketState[] = ['outside', 'lobby', 'joined'];

describe.each(names)('%s', (name) => {
  test.each(states)('A1, A2, M1: from one who is %s', async (state) => {
    // Leaders never wait, so none of them is in a lobby.
    const askers = roles.filter((role) => state !== 'lobby' || !leaders.includes(role));
    for (const role of askers) {
      const room = await convene();
      const page = await pageIn(role, state, room);
      tail.take();
      const answer = (await page.askRaw(name, validInput(requests[name].input))) as Answer<unknown>;
      const code = answer.ok ? 'ok' : answer.code;
      const refused = tail
        .take()
        .filter(({ outcome, actor }) => outcome === 'refused' && actor?.personId === personIn(role).personId);
      const allowedStates: readonly SocketState[] = requests[name].states;
      if (!allowedStates.includes(state)) {
        expect(code, role).toBe('wrong-state');
        expect(refused.length, role).toBe(state === 'lobby' ? 1 : 0);
      } else if (requestPolicy[name] === 'leader' && !leaders.includes(role)) {
        expect(code, role).toBe('not-found');
        expect(refused, role).toMatchObject([{ action: 'meeting:request' }]);
      } else if (requestPolicy[name] === 'invited') {
        // The smallest valid input names a meeting that is none.
        expect(code, role).toBe('not-found');
        expect(refused, role).toMatchObject([{ action: 'meeting:join' }]);
      } else {
        // Whoever names what is not theirs is told the same as for nothing, and it is written down.
        expect(refused, role).toMatchObject(code === 'not-found' ? [{ action: 'meeting:request' }] : []);
      }
      page.close();
      room.host.close();
    }
  });
});
