/** A light participant's line to our server: a real join on a real socket, by a page that is written by hand. */
import type { JoinedInfo } from '../../../shared/protocol/requests.ts';
import type { Person } from '../../support/person.ts';
import { MeetingPage } from '../../integration/meetings/meetingPage.ts';
import type { Line } from './messages.ts';

export interface SamradLine extends Line {
  readonly page: MeetingPage;
}

/** `leader` lets the person in; null for one who leads. */
export async function samradLine(person: Person, meetingId: string, leader: MeetingPage | null): Promise<SamradLine> {
  const page = await MeetingPage.open(person);
  return {
    page,
    open: async () => (await enter(page, person.personId, meetingId, leader)).media,
    connect: async (transportId, dtlsParameters) => {
      await page.get('media:connect', { transportId, dtlsParameters });
    },
    produce: async (transportId, kind, rtpParameters) => {
      const source = kind === 'video' ? 'camera' : 'microphone';
      await page.get('media:produce', { transportId, source, rtpParameters, paused: false });
    },
    consume: async (rtpCapabilities) => (await page.get('media:receive', { rtpCapabilities })).consumers,
    resume: async (consumerIds) => {
      await page.get('media:resume', { consumerIds });
    },
    close: async () => {
      await page.get('meeting:leave', {}).catch(() => undefined);
      page.close();
    },
  };
}

async function enter(
  page: MeetingPage,
  personId: string,
  meetingId: string,
  leader: MeetingPage | null,
): Promise<JoinedInfo> {
  const answer = await page.join(meetingId);
  if (answer.state === 'joined') return answer;
  if (!leader) throw new Error('nobody is there who lets one in');
  await letIn(leader, () => true);
  const joined = await page.push('meeting:admitted');
  if (!joined.meeting.participants.some((one) => one.personId === personId)) throw new Error('not in the room');
  return joined;
}

/** Lets in whoever waits now or comes next and is meant. */
export async function letIn(leader: MeetingPage, isMeant: (name: string) => boolean): Promise<void> {
  const { lobby } = await leader.sees((meeting) => meeting.lobby.some(({ name }) => isMeant(name)));
  for (const { id, name } of lobby) if (isMeant(name)) await leader.get('meeting:admit', { participantId: id });
  leader.forget();
}
