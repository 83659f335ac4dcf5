/** What is done for each request: one line each. The table of requests says who may ask; connection.ts has seen to that. */
import type { Helper } from '../../shared/meetings/helpers.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/protocol/requests.ts';
import type { MediaPeer } from '../media/mediaPeer.ts';
import type { LiveMeeting } from '../meetings/live/liveMeeting.ts';
import type { Participant } from '../meetings/live/participant.ts';
import type { OwnTest } from './ownTest.ts';
import type { OwnTransports } from './ownTransports.ts';

/** The room as one who is in it has it. */
export interface OwnRoom {
  readonly meeting: LiveMeeting;
  readonly me: Participant;
  readonly media: MediaPeer;
}

/** The connection that a request came over. */
export interface Desk {
  join(input: RequestInput<'meeting:join'>): Promise<RequestOutput<'meeting:join'>>;
  leave(): Promise<void>;
  /** @throws SamradError `wrong-state`. */
  answerRing(): Promise<void>;
  /** Who sits beside the one who asks, in the room or waiting. @throws SamradError `wrong-state` outside. */
  setBeside(beside: readonly Helper[]): Promise<void>;
  /** @throws SamradError `wrong-state` outside the room. */
  room(): OwnRoom;
  readonly test: OwnTest;
  readonly transports: OwnTransports;
}

export type Handlers = {
  readonly [Name in RequestName]: (desk: Desk, input: RequestInput<Name>) => Promise<RequestOutput<Name>>;
};

export const handlers: Handlers = {
  'meeting:join': (desk, input) => desk.join(input),
  'meeting:setBeside': (desk, { beside }) => done(desk.setBeside(beside)),
  'meeting:leave': (desk) => done(desk.leave()),
  'meeting:admit': (desk, { participantId }) =>
    inRoom(desk, ({ meeting, me }) => meeting.host.admit(me, participantId)),
  'meeting:decline': (desk, { participantId }) =>
    inRoom(desk, ({ meeting, me }) => meeting.host.decline(me, participantId)),
  'meeting:confirm': (desk, { participantId }) =>
    inRoom(desk, ({ meeting, me }) => meeting.host.confirm(me, participantId)),
  'meeting:admitAll': (desk) => inRoom(desk, ({ meeting, me }) => meeting.host.admitAll(me)),
  'meeting:putBack': (desk, { participantId }) =>
    inRoom(desk, ({ meeting, me }) => meeting.host.putBack(me, participantId)),
  'meeting:remove': (desk, { participantId }) =>
    inRoom(desk, ({ meeting, me }) => meeting.host.remove(me, participantId)),
  'meeting:lock': (desk, { locked }) => inRoom(desk, async ({ meeting, me }) => meeting.steer(me).lock(me, locked)),
  'meeting:setPhase': (desk, { phase }) => inRoom(desk, ({ meeting, me }) => meeting.host.setPhase(me, phase)),
  'meeting:goTo': (desk, { pointId }) => inRoom(desk, async ({ meeting, me }) => meeting.steer(me).goTo(me, pointId)),
  'meeting:tick': (desk, input) => inRoom(desk, async ({ meeting, me }) => meeting.steer(me).tick(me, input)),
  'meeting:say': (desk, input) => inRoom(desk, ({ meeting, me }) => meeting.words.say(me, input)),
  'meeting:setCaptioner': (desk, input) =>
    inRoom(desk, async ({ meeting, me }) => meeting.host.setCaptioner(me, input)),
  'meeting:caption': (desk, input) => inRoom(desk, async ({ meeting, me }) => meeting.words.caption(me, input)),
  'meeting:answerRing': (desk) => done(desk.answerRing()),
  'meeting:raiseHand': (desk, { raised }) => inRoom(desk, async ({ meeting, me }) => meeting.raiseHand(me, raised)),
  'meeting:announceKey': (desk, key) => inRoom(desk, async ({ meeting, me }) => meeting.keys.announce(me, key)),
  'meeting:passKeys': (desk, { keys }) => inRoom(desk, async ({ meeting, me }) => meeting.keys.pass(me, keys)),
  'meeting:end': (desk) => inRoom(desk, ({ meeting, me }) => meeting.end(me)),
  'media:prepare': async (desk, input) => desk.transports.prepare(input),
  'media:connectPrepared': async (desk, input) => done(desk.transports.connect(input)),
  'media:setup': async (desk) => desk.room().media.renew(),
  'media:connect': (desk, input) => inRoom(desk, ({ media }) => media.connect(input)),
  'media:restartIce': async (desk, input) => desk.room().media.restartIce(input),
  'media:produce': async (desk, input) => desk.room().media.produce(input),
  'media:pause': (desk, input) => inRoom(desk, ({ media }) => media.pause(input)),
  'media:stop': (desk, input) => inRoom(desk, ({ media }) => media.stop(input)),
  'media:receive': async (desk, input) => desk.room().media.receive(input),
  'media:resume': (desk, input) => inRoom(desk, ({ media }) => media.resume(input)),
  'media:prefer': (desk, input) => inRoom(desk, ({ media }) => media.prefer(input)),
  'test:open': (desk) => desk.test.open(),
  'test:way': async (desk, input) => desk.test.current.openWay(input),
  'test:connect': async (desk, input) => done(desk.test.current.connect(input)),
  'test:produce': async (desk, input) => desk.test.current.produce(input),
  'test:measure': async (desk, input) => done(desk.test.current.measure(input)),
  'test:result': async (desk) => desk.test.current.result(),
  'test:close': async (desk) => {
    desk.test.close();
    return {};
  },
};

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work;
  return {};
}

async function inRoom(desk: Desk, work: (room: OwnRoom) => Promise<void>): Promise<Record<string, never>> {
  return done(work(desk.room()));
}
