/** Nynorsk: what is agreed before a meeting. */
import type { SchedulingTexts } from '../nb/scheduling.ts';

export const scheduling: SchedulingTexts = {
  agenda: {
    heading: (points, minutes) => `Saksliste: ${points} saker, ${minutes} minutt`,
    fixed: 'Denne samtalen har alltid desse seks punkta.',
    point: (number, title) => `Sak ${number}: ${title}`,
    title: (number) => `Sak ${number}`,
    minutes: 'Minutt',
    owner: 'Kven leier',
    nobody: 'Møteleiaren',
    callIn: 'Er berre med på denne saka, og blir ringt inn når ho byrjar',
    newTitle: 'Ny sak',
    add: 'Legg til ei sak',
    remove: (title) => `Fjern saka ${title}`,
  },
  professionalsFirst: 'Fagfolka byrjar. Pasient og pårørande ventar til fagdelen er ferdig, og får beskjed om det.',
  about: 'Pasienten er ikkje invitert: Møtet er om pasienten, ikkje med pasienten.',
  expected: (roles) => `Til slike møte høyrer òg: ${roles}. Ingen av dei er valde.`,
  video: {
    label: 'Video ein annan stad (valfritt)',
    hint: 'Må de bruke join.nhn.no eller Whereby, skriv du adressa her. Saksliste, plan og referat er likevel i Samråd.',
    notice:
      'Lyd og bilete er i eit anna videomøte. Her er saksliste, plan og referat. Kamera og mikrofon blir ikkje brukte her.',
    open: 'Opne videomøtet i eit nytt vindauge',
    join: 'Bli med her',
  },
  repeats: {
    label: 'Gjenta møtet',
    never: 'Berre denne gongen',
    every: (weeks) => (weeks === 1 ? 'Kvar veke' : `Kvar ${weeks}. veke`),
    times: 'Kor mange møte til saman?',
  },
  edit: {
    open: 'Endre',
    heading: 'Endre møtet',
    save: 'Lagre endringane',
    told: 'Dei som har fått innkalling på e-post, får beskjed om endringa.',
  },
  cancel: {
    open: 'Avlys',
    heading: 'Avlyse møtet?',
    text: 'Møtet blir borte for alle. Dei som har fått innkalling på e-post, får beskjed.',
    following: 'Avlys òg dei neste møta i rekkja',
    yes: 'Ja, avlys møtet',
    no: 'Nei, behald det',
  },
  mail: {
    heading: 'Send innkalling på e-post',
    about:
      'I e-posten står det når møtet er, og korleis ein blir med. Det står ingenting om pasienten, planen eller kva møtet gjeld.',
    address: (name) => `E-post til ${name}`,
    send: 'Send på e-post',
    sent: (people) => (people === 1 ? 'Sendt til 1 person.' : `Sendt til ${people} personar.`),
    none: 'Skriv inn minst éi e-postadresse.',
    wrong: (name) => `E-postadressa til ${name} ser ikkje rett ut.`,
  },
  mailbox: {
    title: 'Postkasse – Samråd',
    link: 'Postkasse',
    heading: 'Postkassa i demonstrasjonen',
    about: 'Her ligg e-post som elles ville blitt sendt. Ingenting blir sendt ut frå demonstrasjonen.',
    loading: 'Hentar e-posten …',
    empty: 'Ingen e-post enno.',
    to: (name, address) => `Til ${name}, ${address}`,
    calendar: 'Lagre i kalenderen',
  },
};
