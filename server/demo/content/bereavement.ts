/** Demonstration: what is to be thought of afterwards. */
import type { DemoContent } from '../entry.ts';

export const bereavement: DemoContent = {
  record: { 'talk-by': 'Kari Nymoen og Sofie Amundsen' },
  prose: {
    talk: ['Hjemmebesøk hos Inger fire til seks uker etter. Spør om hun vil ha fastlegen med.'],
    children: ['Sofie snakker med Jakob og Marte. Helsesykepleieren på skolen får beskjed av Marte.'],
  },
};
