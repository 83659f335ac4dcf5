/**
 * The result as a text to send to whoever helps. It names nobody: no person, patient or meeting, no address of a page, and no device by
 * its name, since people call their headsets after themselves.
 */
import { language, texts } from '../i18n/texts.ts';
import type { DeviceOption } from '../media/capture.ts';
import { facts } from './facts.ts';
import type { Measured } from './measured.ts';
import { verdict } from './verdict.ts';

interface Result {
  readonly measured: Partial<Measured>;
  readonly devices: readonly DeviceOption[];
  readonly at: Date;
}

/** The text, a line for each thing. */
export function supportText({ measured, devices, at }: Result): string {
  const words = texts().lineTest;
  const { support } = words;
  const count = (kind: DeviceOption['kind']): number => devices.filter((device) => device.kind === kind).length;
  const lines = verdict(measured).flatMap(({ step, grade, advice }) => {
    const told = [facts(step, measured), grade === 'good' ? '' : problemOf(measured[step])].filter(
      (part) => part !== '',
    );
    const result = `${words.steps[step]}: ${words.states[grade]}${told.length > 0 ? ` (${told.join('; ')})` : ''}`;
    return [result, ...advice.map((key) => `  ${words.advice[key]}`)];
  });
  return [
    support.first,
    `${support.time}: ${at.toISOString()}`,
    `${support.server}: ${location.host}`,
    `${support.browser}: ${navigator.userAgent}`,
    `${support.language}: ${language()}`,
    `${support.devices}: ${support.deviceCounts(count('camera'), count('microphone'), count('speaker'))}`,
    ...lines,
  ].join('\n');
}

/** The machine's word for what is wrong, the same in every language, so that support can look it up. */
function problemOf(result: Measured[keyof Measured] | undefined): string {
  if (!result) return '';
  if ('problem' in result) return result.problem;
  if ('why' in result) return result.why;
  return result.name;
}
