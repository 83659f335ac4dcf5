/** How the room is seen: who stands large, who in the strip, what is remembered. */
import { expect, test } from 'vitest';
import {
  arrange,
  isSimple,
  pin,
  rememberedLayout,
  rememberLayout,
  type Layout,
} from '../../../client/meeting/layout/layout.ts';
import { personTiles } from '../../../client/meeting/tiles.ts';
import { pointTime } from '../../../client/meeting/agenda/agendaTime.ts';
import type { LocalState } from '../../../client/media/localState.ts';
import { RemoteMedia } from '../../../client/media/remoteMedia.ts';
import { participant, room } from './room.ts';

const grid: Layout = { mode: 'grid', hideSelf: false, simple: null, pinned: [], soundOnly: false };
const off = { name: 'off' } as const;
const local: LocalState = {
  microphone: off,
  camera: off,
  screen: off,
  devices: [],
  choice: { camera: '', microphone: '', speaker: '' },
  noiseSuppression: true,
  blur: { on: false, power: 'none', failure: null },
};

function tiles(layout: Layout) {
  const meeting = room([participant({ id: 'kari' }), participant({ id: 'ola' }), participant({ id: 'tolk' })]);
  return personTiles({ meeting, speaking: [], local, remote: new RemoteMedia(), layout, encryption: { name: 'off' } });
}

function seen(layout: Layout, speaker: string | null = null) {
  const { stage, strip } = arrange({ people: tiles(layout), screens: [], speaker, layout });
  const ids = (list: typeof stage) => list.map(({ participant: { id } }) => id);
  return { stage: ids(stage), strip: ids(strip) };
}

test('L1: alike, all are in the grid, I myself last or hidden', () => {
  expect(seen(grid)).toEqual({ stage: [], strip: ['kari', 'ola', 'tolk', 'me'] });
  expect(seen({ ...grid, hideSelf: true }).strip).toEqual(['kari', 'ola', 'tolk']);
});

test('L1: who speaks stands large, and somebody does before anyone has spoken', () => {
  const layout: Layout = { ...grid, mode: 'speaker' };
  expect(seen(layout, 'ola')).toEqual({ stage: ['ola'], strip: ['kari', 'tolk', 'me'] });
  expect(seen(layout).stage).toEqual(['kari']);
});

test('L1: two can be pinned, a third takes the place of the first, and pinning again lets go', () => {
  const two = pin(pin(grid, 'ola'), 'tolk');
  expect(seen(two, 'kari')).toEqual({ stage: ['ola', 'tolk'], strip: ['kari', 'me'] });
  expect(pin(two, 'kari').pinned).toEqual(['tolk', 'kari']);
  expect(pin(two, 'ola').pinned).toEqual(['tolk']);
});

test('L1: large type and three buttons are for relatives who came by a link, unless they chose otherwise', () => {
  expect(isSimple(grid, { role: 'relative', identification: 'link' })).toBe(true);
  expect(isSimple(grid, { role: 'relative', identification: 'oidc' })).toBe(false);
  expect(isSimple({ ...grid, simple: false }, { role: 'relative', identification: 'link' })).toBe(false);
  expect(isSimple({ ...grid, simple: true }, { role: 'gp', identification: 'oidc' })).toBe(true);
});

test('L1: a choice is remembered on the device, pins are not, and what is unreadable there is passed over', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
  expect(rememberedLayout(storage)).toEqual(grid);
  rememberLayout(storage, { mode: 'plan', hideSelf: true, simple: true, pinned: ['ola'], soundOnly: true });
  expect(rememberedLayout(storage)).toEqual({
    mode: 'plan',
    hideSelf: true,
    simple: true,
    pinned: [],
    soundOnly: false,
  });
  kept.set([...kept.keys()][0] ?? '', '{"mode":"?"}');
  expect(rememberedLayout(storage)).toEqual(grid);
});

test('M9: the minutes of a point count down, and then over', () => {
  const since = '2026-11-24T12:00:00.000Z';
  const at = (seconds: number) => Date.parse(since) + seconds * 1000;
  expect(pointTime(10, since, at(0))).toEqual({ left: 10, over: 0 });
  expect(pointTime(10, since, at(61))).toEqual({ left: 9, over: 0 });
  expect(pointTime(10, since, at(599))).toEqual({ left: 1, over: 0 });
  expect(pointTime(10, since, at(600))).toEqual({ left: null, over: 0 });
  expect(pointTime(10, since, at(725))).toEqual({ left: null, over: 2 });
});
