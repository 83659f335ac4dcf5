/** What a measurement means for a meeting, and what to do: no words, no DOM, nothing but the numbers and their limits. */
import type { DeviceProblem } from '../media/deviceProblem.ts';
import { downBelow, lossAbove, roundTripAbove, upBelow } from './limits.ts';
import { stepNames, type Measured, type StepName, type WayResult } from './measured.ts';

/** `skipped`: it was not tried, for a reason that is no fault. */
export type Grade = 'good' | 'skipped' | 'weak' | 'fault';

/** One thing to do; each is one sentence in every language. */
export type Advice =
  | 'browserInsecure'
  | 'browserUnsupported'
  | `camera-${DeviceProblem | 'dark' | 'still' | 'off'}`
  | `microphone-${DeviceProblem | 'silent' | 'off'}`
  | 'speakerNotHeard'
  | 'speakerBlocked'
  | 'udpBlocked'
  | 'tcpBlocked'
  | 'allBlocked'
  | 'noServer'
  | 'busy'
  | 'tooMany'
  | 'lossWeak'
  | 'lossFault'
  | 'roundTripWeak'
  | 'roundTripFault'
  | 'upWeak'
  | 'upFault'
  | 'downWeak'
  | 'downFault';

export interface Finding {
  readonly step: StepName;
  readonly grade: Grade;
  readonly advice: readonly Advice[];
}

type Judged = Omit<Finding, 'step'>;
const good: Judged = { grade: 'good', advice: [] };
const skipped: Judged = { grade: 'skipped', advice: [] };
const untestedAdvice = { 'no-server': 'noServer', busy: 'busy', 'too-many': 'tooMany' } as const;
const order: readonly Grade[] = ['good', 'skipped', 'weak', 'fault'];

/** What is to be said of every step that has been measured, in order. */
export function verdict(measured: Partial<Measured>): Finding[] {
  return stepNames.flatMap((step) => {
    const judged = judge(step, measured);
    return judged ? [{ step, ...judged }] : [];
  });
}

/** The worst of them. A test of which everything was skipped says nothing bad. */
export function worstOf(findings: readonly Pick<Finding, 'grade'>[]): Grade {
  return order[Math.max(0, ...findings.map(({ grade }) => order.indexOf(grade)))] ?? 'good';
}

function judge(step: StepName, measured: Partial<Measured>): Judged | null {
  switch (step) {
    case 'browser':
      return measured.browser ? judgeBrowser(measured.browser) : null;
    case 'camera':
      return measured.camera ? judgeCamera(measured.camera) : null;
    case 'microphone':
      return measured.microphone ? judgeMicrophone(measured.microphone) : null;
    case 'speaker':
      return measured.speaker ? judgeSpeaker(measured.speaker) : null;
    case 'udp':
      return measured.udp ? judgeUdp(measured.udp, measured.tcp) : null;
    case 'tcp':
      return measured.tcp ? judgeTcp(measured.tcp, measured.udp) : null;
    case 'quality':
      return measured.quality ? judgeQuality(measured.quality) : null;
    case 'speed':
      return measured.speed ? judgeSpeed(measured.speed) : null;
  }
}

function judgeBrowser({ name }: Measured['browser']): Judged {
  if (name === 'fit') return good;
  return fault(name === 'insecure' ? 'browserInsecure' : 'browserUnsupported');
}

function judgeCamera(camera: Measured['camera']): Judged {
  if (camera.name === 'moves') return good;
  if (camera.name === 'off') return { grade: 'skipped', advice: ['camera-off'] };
  return camera.name === 'failed' ? fault(`camera-${camera.problem}`) : weak(`camera-${camera.name}`);
}

function judgeMicrophone(microphone: Measured['microphone']): Judged {
  if (microphone.name === 'heard') return good;
  if (microphone.name === 'off') return { grade: 'skipped', advice: ['microphone-off'] };
  return fault(microphone.name === 'failed' ? `microphone-${microphone.problem}` : 'microphone-silent');
}

function judgeSpeaker({ name }: Measured['speaker']): Judged {
  if (name === 'heard') return good;
  return fault(name === 'notHeard' ? 'speakerNotHeard' : 'speakerBlocked');
}

function judgeUdp(udp: WayResult, tcp: WayResult | undefined): Judged {
  if (udp.name === 'connected') return good;
  if (udp.name === 'untested') return fault(untestedAdvice[udp.why]);
  return tcp?.name === 'connected' ? weak('udpBlocked') : fault('allBlocked');
}

/** The second way is for those who have no first: where the first is open, it being closed is worth a word and no more. */
function judgeTcp(tcp: WayResult, udp: WayResult | undefined): Judged {
  if (tcp.name === 'connected') return good;
  if (tcp.name === 'untested') return skipped;
  return udp?.name === 'connected' ? weak('tcpBlocked') : { grade: 'fault', advice: [] };
}

function judgeQuality(quality: Measured['quality']): Judged {
  if (quality.name === 'untested') return skipped;
  const loss = Math.max(quality.lossUp, quality.lossDown);
  return together(
    above(loss, lossAbove, 'lossWeak', 'lossFault'),
    above(quality.rttMs ?? 0, roundTripAbove, 'roundTripWeak', 'roundTripFault'),
  );
}

function judgeSpeed(speed: Measured['speed']): Judged {
  if (speed.name === 'untested') return skipped;
  return together(
    above(-speed.up, { weak: -upBelow.weak, fault: -upBelow.fault }, 'upWeak', 'upFault'),
    above(-speed.down, { weak: -downBelow.weak, fault: -downBelow.fault }, 'downWeak', 'downFault'),
  );
}

function above(value: number, limit: { weak: number; fault: number }, weakly: Advice, badly: Advice): Judged {
  if (value > limit.fault) return fault(badly);
  return value > limit.weak ? weak(weakly) : good;
}

function together(...judged: readonly Judged[]): Judged {
  const grade = worstOf(judged);
  return { grade, advice: judged.flatMap(({ advice }) => advice) };
}

function weak(advice: Advice): Judged {
  return { grade: 'weak', advice: [advice] };
}

function fault(advice: Advice): Judged {
  return { grade: 'fault', advice: [advice] };
}
