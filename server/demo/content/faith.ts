/** Demonstration: belief, and whom he wants to talk with. */
import type { DemoContent } from '../entry.ts';

export const faith: DemoContent = {
  prose: {
    belonging: ['Medlem i kirken, men ikke mye i bruk. Naturen er min kirke.'],
    person: ['Jeg snakker gjerne med diakonen i menigheten. Hun kjenner oss fra før.'],
  },
};
