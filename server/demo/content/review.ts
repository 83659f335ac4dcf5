/** Demonstration: how long the plan holds, and what calls for a new talk. */
import type { DemoContent } from '../entry.ts';

export const review: DemoContent = {
  record: {
    'period-from': { inDays: -20 },
    'period-to': { inDays: 70 },
    'next-revision': { inDays: 25 },
  },
  prose: {
    'turning-points': [
      'Når Harald blir sengeliggende mer enn halve dagen.',
      'Ved innleggelse, eller når strålebehandlingen er ferdig.',
      'Når Inger sier at hun ikke klarer nettene.',
    ],
  },
};
