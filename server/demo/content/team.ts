/** Demonstration: who has responsibility for what. */
import type { DemoContent } from '../entry.ts';

export const team: DemoContent = {
  lists: {
    rows: [
      {
        name: 'Anne Lindqvist',
        role: 'gp',
        organisation: 'Bøler legekontor',
        phone: '22 00 00 11',
        responsibility: 'Medisinsk ansvar hjemme. Resepter, sykmelding og blodprøver. Tar hjemmebesøk.',
        available: 'Hverdager 08–15.30',
        from: '2019-08-01',
      },
      {
        name: 'Jonas Haugland',
        role: 'contact-doctor',
        organisation: 'Sykehuset, kreftavdelingen',
        phone: '22 00 00 44',
        responsibility: 'Kreftbehandlingen. Ringer fastlegen når noe blir endret.',
        available: 'Hverdager 08–16',
        from: '2021-10-20',
      },
      {
        name: 'Erik Dahl',
        role: 'palliative',
        organisation: 'Ambulant palliativt team',
        phone: '22 00 00 33',
        responsibility: 'Lindring som ikke lar seg ordne på vanlig måte. Kommer hjem.',
        available: 'Hverdager 08–16',
        from: { inDays: -60 },
      },
      {
        name: 'Sofie Amundsen',
        role: 'cancer-nurse',
        organisation: 'Sykehuset, kreftavdelingen',
        phone: '22 00 00 45',
        responsibility: 'Kontakt for Inger, Marte og Jakob. Barneansvarlig.',
        available: 'Hverdager 09–15',
        from: '2022-01-10',
      },
      {
        name: 'Kari Nymoen',
        role: 'coordinator',
        organisation: 'Bydel Østensjø',
        phone: '22 00 00 55',
        responsibility: 'Holder planen og møtene. Ring henne når du ikke vet hvem du skal ringe.',
        available: 'Hverdager 08–15.30',
        from: { inDays: -120 },
      },
      {
        name: 'Fatima Yilmaz',
        role: 'home-care',
        organisation: 'Bydel Østensjø, hjemmesykepleien',
        phone: '22 00 00 22',
        responsibility:
          'Stell, medisiner i dosett, ser an smertene hver dag. Hjelper til med å bestille time hos fastlegen.',
        available: 'Hele døgnet',
        from: { inDays: -90 },
      },
      {
        name: 'Lina Strand',
        role: 'allied',
        organisation: 'Bydel Østensjø, fysioterapi',
        phone: '22 00 00 66',
        responsibility: 'Trening og forflytning hjemme, en gang i uken.',
        available: 'Tirsdager og torsdager',
        from: { inDays: -45 },
      },
    ],
  },
};
