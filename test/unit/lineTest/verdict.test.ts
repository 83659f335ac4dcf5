/** What measurements mean, without a browser. */
import { expect, test } from 'vitest';
import { en } from '../../../client/i18n/en/index.ts';
import { nb } from '../../../client/i18n/nb/index.ts';
import { nn } from '../../../client/i18n/nn/index.ts';
import type { Measured } from '../../../client/lineTest/measured.ts';
import { verdict, worstOf, type Finding } from '../../../client/lineTest/verdict.ts';

const fine: Measured = {
  browser: { name: 'fit' },
  camera: { name: 'moves' },
  microphone: { name: 'heard', level: 0.4 },
  speaker: { name: 'heard' },
  udp: { name: 'connected', ms: 120, relayed: false },
  tcp: { name: 'connected', ms: 140, relayed: false },
  quality: { name: 'measured', way: 'udp', lossUp: 0, lossDown: 0, rttMs: 25 },
  speed: { name: 'measured', up: 2_400_000, down: 2_500_000 },
};

/** What is said where one thing is otherwise than fine. */
function said(change: Partial<Measured>): Omit<Finding, 'step'>[] {
  return verdict({ ...fine, ...change })
    .filter(({ grade }) => grade !== 'good')
    .map(({ grade, advice }) => ({ grade, advice }));
}

const quality = (change: object) => ({ quality: { ...fine.quality, ...change } });
const speed = (change: object) => ({ speed: { ...fine.speed, ...change } });

test('N2: where all is well nothing is advised, and what is not measured yet is not judged', () => {
  expect(verdict(fine).map(({ grade, advice }) => [grade, ...advice])).toEqual(
    Array.from({ length: 8 }, () => ['good']),
  );
  expect(verdict({ browser: { name: 'fit' } })).toEqual([{ step: 'browser', grade: 'good', advice: [] }]);
  expect(worstOf(verdict(fine))).toBe('good');
  expect(worstOf([])).toBe('good');
});

test('N2: loss above 3 % is weak and above 10 % a fault, in whichever direction', () => {
  expect(said(quality({ lossUp: 0.03 }))).toEqual([]);
  expect(said(quality({ lossUp: 0.031 }))).toEqual([{ grade: 'weak', advice: ['lossWeak'] }]);
  expect(said(quality({ lossDown: 0.1 }))).toEqual([{ grade: 'weak', advice: ['lossWeak'] }]);
  expect(said(quality({ lossDown: 0.11, lossUp: 0.05 }))).toEqual([{ grade: 'fault', advice: ['lossFault'] }]);
});

test('N2: a long way is said beside what is lost, and the worse of the two is the grade', () => {
  expect(said(quality({ rttMs: 400 }))).toEqual([]);
  expect(said(quality({ rttMs: 401 }))).toEqual([{ grade: 'weak', advice: ['roundTripWeak'] }]);
  expect(said(quality({ rttMs: 900, lossUp: 0.05 }))).toEqual([
    { grade: 'fault', advice: ['lossWeak', 'roundTripFault'] },
  ]);
  expect(said(quality({ rttMs: null, lossUp: 1 }))).toEqual([{ grade: 'fault', advice: ['lossFault'] }]);
});

test('N2: speed is judged by what a small picture and sound take, each way by itself', () => {
  expect(said(speed({ up: 600_000, down: 800_000 }))).toEqual([]);
  expect(said(speed({ up: 400_000 }))).toEqual([{ grade: 'weak', advice: ['upWeak'] }]);
  expect(said(speed({ up: 299_000, down: 700_000 }))).toEqual([{ grade: 'fault', advice: ['upFault', 'downWeak'] }]);
  expect(said(speed({ down: 100_000 }))).toEqual([{ grade: 'fault', advice: ['downFault'] }]);
});

test('N2: a closed way is weak while the other is open, and a fault where none is', () => {
  expect(said({ udp: { name: 'blocked' } })).toEqual([{ grade: 'weak', advice: ['udpBlocked'] }]);
  expect(said({ tcp: { name: 'blocked' } })).toEqual([{ grade: 'weak', advice: ['tcpBlocked'] }]);
  const untested = { name: 'untested' } as const;
  const none = said({ udp: { name: 'blocked' }, tcp: { name: 'blocked' }, quality: untested, speed: untested });
  expect(none.map(({ grade }) => grade)).toEqual(['fault', 'fault', 'skipped', 'skipped']);
  expect(none.flatMap(({ advice }) => advice)).toEqual(['allBlocked']);
});

test('N2: where the test could not be made that is said once, and nothing is called a bad line', () => {
  for (const [why, advice] of [
    ['no-server', 'noServer'],
    ['busy', 'busy'],
    ['too-many', 'tooMany'],
  ] as const) {
    const untested = { name: 'untested', why } as const;
    const found = said({ udp: untested, tcp: untested, quality: { name: 'untested' }, speed: { name: 'untested' } });
    expect(found.flatMap((finding) => finding.advice)).toEqual([advice]);
  }
});

test('N2: what is wrong with a device is a fault with its own advice; what the person has off is none', () => {
  for (const problem of ['denied', 'missing', 'busy', 'gone', 'unsupported'] as const) {
    expect(said({ camera: { name: 'failed', problem } })).toEqual([{ grade: 'fault', advice: [`camera-${problem}`] }]);
    const microphone = { name: 'failed', problem } as const;
    expect(said({ microphone })).toEqual([{ grade: 'fault', advice: [`microphone-${problem}`] }]);
  }
  expect(said({ camera: { name: 'dark' } })).toEqual([{ grade: 'weak', advice: ['camera-dark'] }]);
  expect(said({ camera: { name: 'still' } })).toEqual([{ grade: 'weak', advice: ['camera-still'] }]);
  expect(said({ microphone: { name: 'silent', level: 0 } })).toEqual([
    { grade: 'fault', advice: ['microphone-silent'] },
  ]);
  expect(said({ speaker: { name: 'notHeard' } })).toEqual([{ grade: 'fault', advice: ['speakerNotHeard'] }]);
  expect(said({ speaker: { name: 'blocked' } })).toEqual([{ grade: 'fault', advice: ['speakerBlocked'] }]);
  expect(said({ browser: { name: 'insecure' } })).toEqual([{ grade: 'fault', advice: ['browserInsecure'] }]);
  const off = { name: 'off' } as const;
  expect(said({ camera: off, microphone: off }).map(({ grade }) => grade)).toEqual(['skipped', 'skipped']);
});

test('N2: each advice is one sentence in each language', () => {
  for (const { lineTest } of [nb, nn, en])
    for (const [key, words] of Object.entries(lineTest.advice))
      expect([key, words]).toEqual([key, expect.stringMatching(/^[A-ZÆØÅ][^.!?]{25,}\.$/)]);
});
