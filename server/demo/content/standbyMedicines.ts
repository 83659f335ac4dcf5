/** Demonstration: the medicines that lie ready in the home. What is to be given is the doctor's to write; here it only says where that stands. */
import type { DemoValues } from '../entry.ts';

const dose = 'Gis slik det står på det underskrevne ordinasjonsskjemaet i skrinet.';
const where = 'Blått skrin på øverste hylle i soveromsskapet';
const ordered = { 'ordered-by': 'Erik Dahl, palliativt team', 'ordered-on': { inDays: -21 } } as const;

export const standbyMedicines: readonly DemoValues[] = [
  {
    what: 'Mot smerter og tung pust: morfin til injeksjon',
    dose,
    where,
    ...ordered,
    expires: { inDays: 420 },
    'may-give': 'Sykepleier i hjemmesykepleien. Ring det palliative teamet etterpå, om natten kreftavdelingen.',
  },
  {
    what: 'Mot uro: midazolam til injeksjon',
    dose,
    where,
    ...ordered,
    expires: { inDays: 19 },
    'may-give': 'Sykepleier i hjemmesykepleien, etter telefon med lege.',
  },
  {
    what: 'Mot kvalme: haloperidol til injeksjon',
    dose,
    where,
    ...ordered,
    expires: { inDays: 240 },
    'may-give': 'Sykepleier i hjemmesykepleien.',
  },
  {
    what: 'Mot surkling: glykopyrron til injeksjon',
    dose,
    where,
    ...ordered,
    expires: { inDays: -6 },
    'may-give': 'Sykepleier i hjemmesykepleien.',
  },
];
