/** Demonstration: what the patient wishes for the last time. */
import type { DemoContent } from '../entry.ts';

export const wishes: DemoContent = {
  prose: {
    'place-of-care': ['Hjemme, i stua, så lenge Inger klarer det.'],
    'place-of-death': ['Helst hjemme. Blir det for tungt for Inger, vil jeg til Lovisenberg.'],
    present: ['Inger, Marte og Jakob hvis han selv vil.'],
    rituals: ['Ikke noe stort. Gjerne «Deilig er jorden», og at noen leser diktet som ligger i nattbordet.'],
    practical: ['Marte vet hvor papirene ligger. Hytta skal bli i familien.'],
  },
};
