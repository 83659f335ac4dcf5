import { expect, test } from 'vitest';
import { nb } from '../../../client/i18n/nb/index.ts';
import { deviceProblemOf } from '../../../client/media/deviceProblem.ts';

test('every refusal that browsers know is brought down to something that a person can do', () => {
  const named = (name: string) => deviceProblemOf(new DOMException('', name));
  expect(['NotAllowedError', 'SecurityError'].map(named)).toEqual(['denied', 'denied']);
  expect(['NotFoundError', 'OverconstrainedError'].map(named)).toEqual(['missing', 'missing']);
  expect(['NotReadableError', 'AbortError'].map(named)).toEqual(['busy', 'busy']);
});

test('a page that may have no devices says that it cannot use any', () => {
  expect(deviceProblemOf(new TypeError('mediaDevices is undefined'))).toBe('unsupported');
});

test('what no standard names is taken for a device in use, where trying again may help', () => {
  expect(deviceProblemOf(new DOMException('', 'InvalidStateError'))).toBe('busy');
  expect(deviceProblemOf('no error at all')).toBe('busy');
});

test('every problem of camera and microphone has words and a hint', () => {
  const { camera, microphone, hints } = nb.meeting.devices.problems;
  const errors = ['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'];
  for (const problem of [...errors.map((name) => deviceProblemOf(new DOMException('', name))), 'gone' as const]) {
    expect([camera[problem], microphone[problem], hints[problem]].every((words) => words.length > 10)).toBe(true);
  }
});
