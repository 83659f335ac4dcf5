/** The way into, through and out of a meeting, over a real line to a server that answers what each test tells it to. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import { openSocket, type MeetingSocket } from '../../../client/api/socket.ts';
import { MeetingFlow } from '../../../client/meeting/meetingFlow.ts';
import type { MeetingState, MeetingStateName } from '../../../client/meeting/state.ts';
import { MeetingServer } from './meetingServer.ts';
import { inLobby, joined, meetingInfo, participant, room } from './room.ts';

let server: MeetingServer;
let socket: MeetingSocket;
let flow: MeetingFlow;
/** What was done to sound and picture, in order. */
let media: string[];
/** Every state that the flow has been in. */
let states: MeetingStateName[];
const seat = newId();
const meetingId = newId();
let found: () => Promise<typeof meetingInfo>;

beforeEach(async () => {
  server = await MeetingServer.open();
  vi.stubGlobal('location', server.url);
  socket = openSocket();
  media = [];
  states = [];
  found = () => Promise.resolve(meetingInfo);
  const did = (what: string) => () => void media.push(what);
  flow = new MeetingFlow({
    meetingId,
    seat,
    socket,
    media: {
      start: did('start'),
      receives: () => null,
      rebuild: did('rebuild'),
      wait: did('wait'),
      release: did('release'),
      add: did('add'),
      remove: did('remove'),
      pause: did('pause'),
      stall: did('stall'),
    },
    loadMeeting: () => found(),
  });
  flow.subscribe(({ name }) => states.push(name));
  await flow.start();
});

afterEach(async () => {
  flow.close();
  socket.close();
  await server.close();
  vi.unstubAllGlobals();
});

/** Resolves with the state once the flow is in this one. */
function reaches<Name extends MeetingStateName>(
  name: Name,
  holds: (state: MeetingState & { name: Name }) => boolean = () => true,
): Promise<MeetingState & { name: Name }> {
  return new Promise((resolve) => {
    const look = (state: MeetingState): void => {
      if (!isIn(state, name) || !holds(state)) return;
      end();
      resolve(state);
    };
    const end = flow.subscribe(look);
    look(flow.state);
  });
}

function isIn<Name extends MeetingStateName>(state: MeetingState, name: Name): state is MeetingState & { name: Name } {
  return state.name === name;
}

test('one looks at oneself before anybody is asked for a seat', () => {
  expect(states).toEqual(['loading', 'deviceCheck']);
  expect(server.joins).toEqual([]);
});

test('a join that is pressed before the line is there is sent when it is, once', async () => {
  server.admits(joined());
  flow.join({ takeOver: false });
  await reaches('inRoom');
  expect(server.joins).toEqual([{ meetingId, seat, takeOver: false }]);
});

test('M1: one who waits in the lobby gets sound and picture only when let in', async () => {
  server.admits(inLobby);
  flow.join({ takeOver: false });
  await reaches('lobby');
  expect(media).toEqual(['wait']);
  server.push('meeting:admitted', joined());
  await reaches('inRoom');
  expect(media).toEqual(['wait', 'start']);
});

test('one who is not let in is told so, and the devices are let go of', async () => {
  server.admits(inLobby);
  flow.join({ takeOver: false });
  await reaches('lobby');
  server.push('meeting:declined', {});
  await reaches('declined');
  expect(media).toEqual(['wait', 'release']);
});

test('M3, M4: a lost line asks for the same seat again and lets the devices be', async () => {
  server.admits(joined());
  flow.join({ takeOver: false });
  await reaches('inRoom');
  server.cut();
  await reaches('inRoom', ({ connection }) => connection === 'reconnecting');
  await reaches('inRoom', ({ connection }) => connection === 'live');
  expect(server.joins).toEqual(Array(2).fill({ meetingId, seat, takeOver: false }));
  expect(media).toEqual(['start', 'start']);
});

test('M3: a failure that passes is tried again until it has passed', async () => {
  server.refuses('media-unavailable');
  server.refuses('internal');
  server.admits(joined());
  flow.join({ takeOver: false });
  await reaches('inRoom');
  expect(server.joins).toHaveLength(3);
  expect(states).toEqual(['loading', 'deviceCheck', 'joining', 'inRoom']);
});

test('M5: a page that finds the seat taken asks, and takes over only when told to', async () => {
  server.refuses('already-joined');
  server.admits(joined());
  flow.join({ takeOver: false });
  await reaches('takeOverAsk');
  expect(server.joins.map(({ takeOver }) => takeOver)).toEqual([false]);
  flow.join({ takeOver: true });
  await reaches('inRoom');
  expect(server.joins.map(({ takeOver }) => takeOver)).toEqual([false, true]);
});

test('M5: a page that comes back and finds its seat taken does not take it back', async () => {
  server.admits(joined());
  server.refuses('already-joined');
  flow.join({ takeOver: false });
  await reaches('inRoom');
  server.cut();
  await reaches('takenOver');
  expect(server.joins.map(({ takeOver }) => takeOver)).toEqual([false, false]);
  expect(media).toEqual(['start', 'release']);
});

test('M6: a meeting that has ended stays ended, whatever comes after', async () => {
  server.admits(joined());
  flow.join({ takeOver: false });
  await reaches('inRoom');
  server.push('meeting:ended', {});
  server.push('meeting:changed', room([participant({ id: 'kari' })]));
  server.push('meeting:admitted', joined());
  await reaches('ended');
  const back = new Promise<void>((resolve) => socket.onStatus(({ name }) => name === 'up' && resolve()));
  server.cut();
  await back;
  // What is asked on the new line is answered in order: had the page asked for its seat, it would have been before this.
  await socket.ask('meeting:leave', {});
  expect(server.joins).toHaveLength(1);
  expect(states.at(-1)).toBe('ended');
  expect(media).toEqual(['start', 'release']);
});

test('M7: a full meeting is told at once, without trying in the background', async () => {
  server.refuses('meeting-full');
  flow.join({ takeOver: false });
  expect(await reaches('failed')).toEqual({ name: 'failed', code: 'meeting-full' });
  expect(server.joins).toHaveLength(1);
});

test('M4: one who left while still being let in stays outside, with the devices let go of', async () => {
  server.admits(joined());
  const up = new Promise<void>((resolve) => socket.onStatus(({ name }) => name === 'up' && resolve()));
  await up;
  flow.join({ takeOver: false });
  flow.leave();
  await socket.ask('meeting:leave', {});
  expect(server.joins).toHaveLength(1);
  expect(states.at(-1)).toBe('left');
  expect(media).toEqual(['release']);
});

test('a meeting that nobody here may see, or that is over, is told before the device check', async () => {
  found = () => Promise.reject(new SamradError('not-found'));
  await flow.start();
  expect(flow.state).toEqual({ name: 'failed', code: 'not-found' });
  found = () => Promise.resolve({ ...meetingInfo, state: 'ended' });
  await flow.start();
  expect(flow.state).toEqual({ name: 'ended' });
});

test('a page that closed hears nothing more', async () => {
  server.admits(inLobby);
  flow.join({ takeOver: false });
  await reaches('lobby');
  flow.close();
  server.push('meeting:admitted', joined());
  await socket.ask('meeting:leave', {});
  expect(media).toEqual(['wait']);
});
