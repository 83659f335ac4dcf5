/** Bokmål: what is agreed before a meeting: agenda, series, changes, invitations by mail. */
export const scheduling = {
  agenda: {
    heading: (points: number, minutes: number) => `Saksliste: ${points} saker, ${minutes} minutter`,
    fixed: 'Denne samtalen har alltid disse seks punktene.',
    point: (number: number, title: string) => `Sak ${number}: ${title}`,
    title: (number: number) => `Sak ${number}`,
    minutes: 'Minutter',
    owner: 'Hvem leder',
    nobody: 'Møtelederen',
    callIn: 'Er bare med på denne saken, og ringes inn når den begynner',
    newTitle: 'Ny sak',
    add: 'Legg til en sak',
    remove: (title: string) => `Fjern saken ${title}`,
  },
  professionalsFirst: 'Fagfolkene begynner. Pasient og pårørende venter til fagdelen er ferdig, og får beskjed om det.',
  about: 'Pasienten er ikke invitert: Møtet er om pasienten, ikke med pasienten.',
  expected: (roles: string) => `Til slike møter hører også: ${roles}. Ingen av dem er valgt.`,
  video: {
    label: 'Video et annet sted (valgfritt)',
    hint: 'Må dere bruke join.nhn.no eller Whereby, skriver du adressen her. Saksliste, plan og referat er likevel i Samråd.',
    notice:
      'Lyd og bilde er i et annet videomøte. Her er saksliste, plan og referat. Kamera og mikrofon brukes ikke her.',
    open: 'Åpne videomøtet i et nytt vindu',
    join: 'Bli med her',
  },
  repeats: {
    label: 'Gjenta møtet',
    never: 'Bare denne gangen',
    every: (weeks: number) => (weeks === 1 ? 'Hver uke' : `Hver ${weeks}. uke`),
    times: 'Hvor mange møter til sammen?',
  },
  edit: {
    open: 'Endre',
    heading: 'Endre møtet',
    save: 'Lagre endringene',
    told: 'De som har fått innkalling på e-post, får beskjed om endringen.',
  },
  cancel: {
    open: 'Avlys',
    heading: 'Avlyse møtet?',
    text: 'Møtet blir borte for alle. De som har fått innkalling på e-post, får beskjed.',
    following: 'Avlys også de neste møtene i rekken',
    yes: 'Ja, avlys møtet',
    no: 'Nei, behold det',
  },
  mail: {
    heading: 'Send innkalling på e-post',
    about:
      'I e-posten står det når møtet er, og hvordan man blir med. Det står ingenting om pasienten, planen eller hva møtet gjelder.',
    address: (name: string) => `E-post til ${name}`,
    send: 'Send på e-post',
    sent: (people: number) => (people === 1 ? 'Sendt til 1 person.' : `Sendt til ${people} personer.`),
    none: 'Skriv inn minst én e-postadresse.',
    wrong: (name: string) => `E-postadressen til ${name} ser ikke riktig ut.`,
  },
  mailbox: {
    title: 'Postkasse – Samråd',
    link: 'Postkasse',
    heading: 'Postkassen i demonstrasjonen',
    about: 'Her ligger e-post som ellers ville blitt sendt. Ingenting sendes ut fra demonstrasjonen.',
    loading: 'Henter e-posten …',
    empty: 'Ingen e-post ennå.',
    to: (name: string, address: string) => `Til ${name}, ${address}`,
    calendar: 'Lagre i kalenderen',
  },
};
export type SchedulingTexts = typeof scheduling;
