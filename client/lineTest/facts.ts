/** What was measured, as a person reads it: numbers in the language of the screen. */
import { language, texts } from '../i18n/texts.ts';
import type { Measured, StepName } from './measured.ts';

/** The facts of one step; '' where there is nothing to say beside its grade. */
export function facts(step: StepName, measured: Partial<Measured>): string {
  const words = texts().lineTest.facts;
  switch (step) {
    case 'browser':
    case 'camera':
    case 'speaker':
      return '';
    case 'microphone': {
      const { microphone } = measured;
      return microphone && 'level' in microphone ? words.level(percent(microphone.level, 0)) : '';
    }
    case 'udp':
    case 'tcp': {
      const way = measured[step];
      if (way?.name !== 'connected') return '';
      return `${words.connected(number(way.ms, 0))}, ${way.relayed ? words.relayed : words.direct}`;
    }
    case 'quality': {
      const { quality } = measured;
      if (quality?.name !== 'measured') return '';
      const { lossUp, lossDown, rttMs, way } = quality;
      const roundTrip = rttMs === null ? [] : [words.roundTrip(number(rttMs, 0))];
      return [words.loss(percent(lossUp, 1), percent(lossDown, 1)), ...roundTrip, words.way[way]].join(', ');
    }
    case 'speed': {
      const { speed } = measured;
      return speed?.name === 'measured' ? words.speed(mbit(speed.up), mbit(speed.down)) : '';
    }
  }
}

function mbit(bitsPerSecond: number): string {
  return texts().lineTest.facts.mbit(number(bitsPerSecond / 1_000_000, bitsPerSecond < 1_000_000 ? 2 : 1));
}

function percent(part: number, digits: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: digits }).format(part);
}

function number(value: number, digits: number): string {
  return new Intl.NumberFormat(language(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
}
