/** The demo patient's care team, signed in, with a meeting that all of them are invited to. */
import type { Config } from '../../../server/config.ts';
import type { JoinedInfo } from '../../../shared/protocol/requests.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { MeetingPage } from './meetingPage.ts';

export interface CareTeam {
  readonly server: RunningApp;
  readonly coordinator: Person;
  readonly gp: Person;
  readonly oncologist: Person;
  readonly nurse: Person;
  /** Belongs to another patient's team. */
  readonly outsider: Person;
  readonly planId: string;
  /** A new meeting that the coordinator convenes. */
  convene(): Promise<string>;
  /** A page of somebody who was let into the room by the coordinator's page. */
  admit(leader: MeetingPage, person: Person, meetingId: string): Promise<{ page: MeetingPage; joined: JoinedInfo }>;
  close(): Promise<void>;
}

export async function gather(change: Partial<Config> = {}): Promise<CareTeam> {
  const server = await startApp(change);
  const names = ['Kari Nymoen', 'Anne Lindqvist', 'Jonas Haugland', 'Sofie Amundsen', 'Tor Eide'];
  const people = await Promise.all(names.map((name) => server.signIn(name)));
  const [coordinator, gp, oncologist, nurse, outsider] = people as [Person, Person, Person, Person, Person];
  const planId = await coordinator.planOf('Harald Solbakken');
  return {
    server,
    coordinator,
    gp,
    oncologist,
    nurse,
    outsider,
    planId,
    convene: async () => {
      const invited = [gp, oncologist, nurse].map(({ personId }) => personId);
      const body = { kind: 'care-team' as const, startsAt: null, invited };
      return (await coordinator.call('createMeeting', { planId }, body)).meeting.id;
    },
    admit,
    close: async () => {
      await server.stop();
      await server.remove();
    },
  };
}

async function admit(leader: MeetingPage, person: Person, meetingId: string) {
  const page = await MeetingPage.open(person);
  const waiting = await page.join(meetingId);
  if (waiting.state === 'joined') return { page, joined: waiting };
  const { lobby } = await leader.sees((meeting) => meeting.lobby.length > 0);
  leader.forget();
  await leader.get('meeting:admit', { participantId: lobby[0]!.id });
  return { page, joined: await page.push('meeting:admitted') };
}
