import { expect, test } from 'vitest';
import { nb } from '../../../client/i18n/nb/index.ts';
import { announcements } from '../../../client/meeting/announcements.ts';
import { inLobby, inRoom, knock, participant, room } from './room.ts';

const say = nb.meeting.announce;
const kari = participant({ id: 'kari', name: 'Kari' });
const ola = participant({ id: 'ola', name: 'Ola' });

test('nothing is said about what is as it was, nor about who speaks', () => {
  const state = inRoom(room([kari]));
  expect(announcements(state, { ...state, speaking: ['kari'] }, nb)).toEqual([]);
  expect(announcements(state, inRoom(room([kari])), nb)).toEqual([]);
});

test('one who was let in from the lobby is told so, and not who was there before', () => {
  const lobby = { name: 'lobby', lobby: inLobby, connection: 'live' } as const;
  expect(announcements(lobby, inRoom(room([kari])), nb)).toEqual([say.admitted]);
  expect(announcements({ name: 'joining', takeOver: false }, inRoom(room([kari])), nb)).toEqual([]);
});

test('those who come and go are named', () => {
  expect(announcements(inRoom(room([kari])), inRoom(room([ola])), nb)).toEqual([say.came('Ola'), say.went('Kari')]);
});

test('one who knocks is told of once, with the role', () => {
  const waiting = inRoom(room([], { lobby: [knock({ id: 'per', name: 'Per', role: 'relative' })] }));
  expect(announcements(inRoom(room([])), waiting, nb)).toEqual([say.knocked('Per', nb.shared.roles.relative)]);
  expect(announcements(waiting, inRoom(room([kari], { lobby: waiting.meeting.lobby })), nb)).toEqual([
    say.came('Kari'),
  ]);
});

test('a hand and a screen are told when they go up, not while they are up or when they go down', () => {
  const up = inRoom(room([{ ...kari, handRaisedAt: '2026-01-01T12:00:00Z', screen: true }]));
  const down = inRoom(room([kari]));
  expect(announcements(down, up, nb)).toEqual([say.hand('Kari'), say.screen('Kari')]);
  expect(announcements(up, inRoom({ ...up.meeting }), nb)).toEqual([]);
  expect(announcements(up, down, nb)).toEqual([]);
});

test('my own hand and screen are not told to me', () => {
  const mine = { participants: [participant({ id: 'me', screen: true, handRaisedAt: '2026-01-01T12:00:00Z' })] };
  expect(announcements(inRoom(room([])), inRoom(room([], mine)), nb)).toEqual([]);
});

test('M3: a line that is lost and comes back is told, each once', () => {
  const live = inRoom(room([kari]));
  const lost = inRoom(live.meeting, 'reconnecting');
  expect(announcements(live, lost, nb)).toEqual([say.reconnecting]);
  expect(announcements(lost, lost, nb)).toEqual([]);
  expect(announcements(lost, inRoom(room([])), nb)).toEqual([say.live]);
});

test('one who knocked while my line was down is told of when it is back', () => {
  const lost = inRoom(room([kari]), 'reconnecting');
  const back = inRoom(room([kari], { lobby: [knock({ id: 'per', name: 'Per', role: 'relative' })] }));
  expect(announcements(lost, back, nb)).toEqual([say.live, say.knocked('Per', nb.shared.roles.relative)]);
});

test('M3: those who are not yet back after a restart are not said to have left', () => {
  expect(announcements(inRoom(room([kari, ola]), 'reconnecting'), inRoom(room([])), nb)).toEqual([say.live]);
});

test('M14: my own picture that rests for my line is told once, and that it is back, but not to one who turned it off', () => {
  const mine = (change: { camera: boolean; cameraRests: boolean }) =>
    inRoom(room([], { participants: [participant({ id: 'me', ...change })] }));
  const filmed = mine({ camera: true, cameraRests: false });
  const resting = mine({ camera: false, cameraRests: true });
  const { begins, ends } = nb.line.rests;
  expect(announcements(filmed, resting, nb)).toEqual([begins]);
  expect(announcements(resting, { ...resting, meeting: { ...resting.meeting } }, nb)).toEqual([]);
  expect(announcements(resting, filmed, nb)).toEqual([ends]);
  expect(announcements(resting, mine({ camera: false, cameraRests: false }), nb)).toEqual([]);
});
