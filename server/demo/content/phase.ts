/** Demonstration: where in the course of the illness we are. */
import type { DemoContent } from '../entry.ts';

export const phase: DemoContent = {
  record: { phase: 'palliative', intent: 'relief', 'next-review': { inDays: 25 } },
  prose: {
    about: [
      'Behandlingen skal lindre og gi flest mulig gode dager. Vi ser på planen igjen når strålebehandlingen er ferdig.',
    ],
  },
};
