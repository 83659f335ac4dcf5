import { expect, test } from 'vitest';
import type { LocalState } from '../../../client/media/localState.ts';
import { RemoteMedia } from '../../../client/media/remoteMedia.ts';
import { personTiles, screenTiles } from '../../../client/meeting/tiles.ts';
import { participant, room, SilentTrack } from './room.ts';

const silent: LocalState = {
  microphone: { name: 'off' },
  camera: { name: 'off' },
  screen: { name: 'off' },
  devices: [],
  choice: { camera: '', microphone: '', speaker: '' },
  noiseSuppression: true,
  blur: { on: false, power: 'none', failure: null },
};
const picture = new SilentTrack('video', 'picture');
const screen = new SilentTrack('video', 'screen');

function receiving(participantId: string, source: 'camera' | 'screen', paused = false): RemoteMedia {
  const remote = new RemoteMedia();
  const track = source === 'camera' ? picture : screen;
  remote.set({ participantId, source, consumerId: `${participantId} ${source}`, track, paused, stalled: false });
  return remote;
}

test('M2: everyone has a tile, I myself last, with the picture that comes from them', () => {
  const meeting = room([participant({ id: 'kari' }), participant({ id: 'ola' })]);
  const tiles = personTiles({
    meeting,
    speaking: ['ola'],
    local: silent,
    remote: receiving('kari', 'camera'),
    layout: { pinned: [], soundOnly: false },
    encryption: { name: 'off' },
  });
  expect(tiles.map(({ participant: { id }, me, track, speaking }) => ({ id, me, track, speaking }))).toEqual([
    { id: 'kari', me: false, track: picture, speaking: false },
    { id: 'ola', me: false, track: null, speaking: true },
    { id: 'me', me: true, track: null, speaking: false },
  ]);
});

test('a camera that is paused shows initials and no frozen face', () => {
  const meeting = room([participant({ id: 'kari' })]);
  const remote = receiving('kari', 'camera');
  const see = () =>
    personTiles({
      meeting,
      speaking: [],
      local: silent,
      remote,
      layout: { pinned: [], soundOnly: false },
      encryption: { name: 'off' },
    })[0]?.track;
  expect(see()).toBe(picture);
  remote.pause('kari camera', true);
  expect(see()).toBeNull();
  remote.pause('kari camera', false);
  expect(see()).toBe(picture);
});

test('M14: a picture that rests says for whose line: mine where it has no room in it, theirs where they send none', () => {
  const seen = (cameraRests: boolean, stalled: boolean, soundOnly = false) => {
    const meeting = room([participant({ id: 'kari', cameraRests, camera: !cameraRests })]);
    const remote = receiving('kari', 'camera', cameraRests);
    remote.stall('kari camera', stalled);
    const [kari] = personTiles({
      meeting,
      speaking: [],
      local: silent,
      remote,
      layout: { pinned: [], soundOnly },
      encryption: { name: 'off' },
    });
    return { track: kari?.track, restsFor: kari?.restsFor };
  };
  expect(seen(false, false)).toEqual({ track: picture, restsFor: null });
  expect(seen(false, true)).toEqual({ track: null, restsFor: 'my-line' });
  expect(seen(true, false)).toEqual({ track: null, restsFor: 'their-line' });
  expect(seen(true, true).restsFor).toBe('their-line');
  expect(seen(true, true, true)).toEqual({ track: null, restsFor: null });
});

test('M21: a shared screen that has no room in my line keeps its place without a picture', () => {
  const meeting = room([participant({ id: 'kari', screen: true })]);
  const remote = receiving('kari', 'screen');
  const seen = () => screenTiles({ meeting, remote }).map(({ track }) => track);
  expect(seen()).toEqual([screen]);
  remote.stall('kari screen', true);
  expect(seen()).toEqual([null]);
});

test('M4: my own tile says what my devices do, not what the server last heard', () => {
  const meeting = room([], { participants: [participant({ id: 'me', microphone: true, camera: true })] });
  const mine = (local: LocalState) =>
    personTiles({
      meeting,
      speaking: [],
      local,
      remote: new RemoteMedia(),
      layout: { pinned: [], soundOnly: false },
      encryption: { name: 'off' },
    })[0];
  const track = new SilentTrack('audio');
  expect(mine({ ...silent, microphone: { name: 'muted', track } })).toMatchObject({ microphoneOn: false, track: null });
  expect(mine({ ...silent, microphone: { name: 'live', track } })?.microphoneOn).toBe(true);
  expect(mine({ ...silent, camera: { name: 'live', track: picture } })?.track).toBe(picture);
});

test('a raised hand shows its place in the order', () => {
  const meeting = room([
    participant({ id: 'second', handRaisedAt: '2026-01-01T12:00:02Z' }),
    participant({ id: 'first', handRaisedAt: '2026-01-01T12:00:01Z' }),
  ]);
  const tiles = personTiles({
    meeting,
    speaking: [],
    local: silent,
    remote: new RemoteMedia(),
    layout: { pinned: [], soundOnly: false },
    encryption: { name: 'off' },
  });
  expect(tiles.map(({ hand }) => hand)).toEqual([2, 1, null]);
});

test('the screens of others are shown, and never my own, which would show itself', () => {
  const meeting = room([participant({ id: 'kari', screen: true })]);
  const [kari] = meeting.participants.slice(1);
  expect(screenTiles({ meeting, remote: receiving('kari', 'screen') })).toEqual([{ participant: kari, track: screen }]);
  expect(screenTiles({ meeting, remote: receiving('kari', 'screen', true) })).toEqual([]);
  expect(screenTiles({ meeting, remote: receiving('kari', 'camera') })).toEqual([]);
  expect(screenTiles({ meeting, remote: receiving('me', 'screen') })).toEqual([]);
});
