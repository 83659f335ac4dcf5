import { EventEmitter } from 'node:events';
import type { types } from 'mediasoup';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lineQuality, withoutPictures } from '../../../server/media/lineQuality.ts';
import { PictureStall, type StallingConsumer } from '../../../server/media/pictureStall.ts';

/** mediasoup's consumer, as far as its layers go. */
class Layered implements StallingConsumer {
  readonly #events = new EventEmitter();
  readonly observer = new EventEmitter();
  kind: types.MediaKind = 'video';
  type: types.ConsumerType = 'simulcast';
  paused = false;
  producerPaused = false;
  currentLayers: types.ConsumerLayers | undefined = { spatialLayer: 0 };
  score = { score: 10, producerScore: 10, producerScores: [10, 0, 0] };

  on(name: string, listener: () => void): void {
    this.#events.on(name, listener);
  }

  change(part: Partial<Pick<Layered, 'paused' | 'producerPaused' | 'currentLayers' | 'score'>>): void {
    Object.assign(this, part);
    this.#events.emit('layerschange');
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function watched(consumer = new Layered()) {
  const told: boolean[] = [];
  const stall = new PictureStall({ consumer, onChanged: (stalled) => told.push(stalled) });
  return { consumer, told, stall };
}

test('M14: a picture that has no room for a while is told, and told again when it flows', () => {
  const { consumer, told, stall } = watched();
  consumer.change({ currentLayers: undefined });
  vi.advanceTimersByTime(2_400);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(200);
  expect([told, stall.stalled]).toEqual([[true], true]);
  consumer.change({ currentLayers: { spatialLayer: 0 } });
  vi.advanceTimersByTime(1_100);
  expect([told, stall.stalled]).toEqual([[true, false], false]);
});

test('a picture that waits a moment for its first whole frame, or flows for a moment only, is not told', () => {
  const { consumer, told } = watched();
  const flicker = (layers: types.ConsumerLayers | undefined, forMs: number): void => {
    consumer.change({ currentLayers: layers });
    vi.advanceTimersByTime(forMs);
  };
  for (const _ of [1, 2, 3]) {
    flicker(undefined, 2_000);
    flicker({ spatialLayer: 1 }, 500);
  }
  expect(told).toEqual([]);
  flicker(undefined, 3_000);
  for (const _ of [1, 2, 3]) {
    flicker({ spatialLayer: 0 }, 500);
    flicker(undefined, 2_000);
  }
  expect(told).toEqual([true]);
});

test('where nobody looks, the sender is paused or sends nothing, it is not the line; what was told is taken back at once', () => {
  for (const rests of [
    { paused: true },
    { producerPaused: true },
    { score: { score: 0, producerScore: 0, producerScores: [0, 0, 0] } },
  ]) {
    const { consumer, told } = watched();
    consumer.change({ currentLayers: undefined, ...rests });
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
    const { consumer: stalled, told: toldOf } = watched();
    stalled.change({ currentLayers: undefined });
    vi.advanceTimersByTime(3_000);
    stalled.change(rests);
    expect(toldOf).toEqual([true, false]);
  }
});

test('sound, and a picture in one size, have no layers to lose', () => {
  for (const part of [{ kind: 'audio', type: 'simple' }, { type: 'simple' }] as const) {
    const { consumer, told } = watched(Object.assign(new Layered(), part));
    consumer.change({ currentLayers: undefined });
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
  }
});

test('a consumer that is closed tells nothing more', () => {
  const { consumer, told } = watched();
  consumer.change({ currentLayers: undefined });
  consumer.observer.emit('close');
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([]);
});

test('M12: a line that carries no pictures is not called good because the sound arrives', () => {
  const arrives = lineQuality([10], 'good');
  expect(withoutPictures(arrives, { cameraRests: false, stalled: false })).toBe('good');
  expect(withoutPictures(arrives, { cameraRests: false, stalled: true })).toBe('weak');
  expect(withoutPictures(arrives, { cameraRests: true, stalled: false })).toBe('bad');
  expect(withoutPictures('bad', { cameraRests: false, stalled: true })).toBe('bad');
});
