import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchMicrophone } from '../../../client/media/microphoneWatch.ts';
import { SilentTrack } from './room.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function watched(muted = false) {
  const told: string[] = [];
  const track = new SilentTrack('audio');
  const mute = (on: boolean): void => {
    Object.assign(track, { muted: on });
    track.dispatchEvent(new Event(on ? 'mute' : 'unmute'));
  };
  Object.assign(track, { muted });
  watchMicrophone(track, {
    taken: () => told.push('taken'),
    back: () => told.push('back'),
    ended: () => told.push('ended'),
  });
  return { track, told, mute };
}

test('M16: a microphone that another call has taken is told after a moment, and that it came back at once', () => {
  const { told, mute } = watched();
  mute(true);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['taken']);
  mute(false);
  expect(told).toEqual(['taken', 'back']);
});

test('M16: a blink is not told as taken', () => {
  const { told, mute } = watched();
  mute(true);
  vi.advanceTimersByTime(1_000);
  mute(false);
  vi.advanceTimersByTime(10_000);
  expect(told).not.toContain('taken');
});

test('M16: a microphone that is opened in the middle of a call is told as taken too', () => {
  const { told } = watched(true);
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual(['taken']);
});

test('M16: one that ends while it is taken has ended, and is not told as taken afterwards', () => {
  const { track, told, mute } = watched();
  mute(true);
  track.dispatchEvent(new Event('ended'));
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual(['ended']);
});
