/** Nynorsk: passkeys, and who works here. */
import type { passkeys as bokmal } from '../nb/passkeys.ts';

export const passkeys: typeof bokmal = {
  title: 'Velkomen – Samråd',
  welcome: (name: string) => `Velkomen, ${name}`,
  lead: 'Lag ein passnøkkel, så loggar du inn med han frå no av. Du treng ikkje noko passord.',
  points: [
    'Ein passnøkkel ligg på telefonen eller datamaskina di, og blir opna med fingeren, ansiktet eller koden din.',
    'Fingeren og ansiktet ditt blir aldri sende til oss.',
    'Mistar du han, får du ei ny lenkje av administratoren.',
  ],
  make: 'Lag ein passnøkkel og logg inn',
  dead: 'Lenkja verkar ikkje',
  deadText: 'Ho er brukt, for gammal, eller ikkje heil. Be administratoren om ei ny.',
  none: 'Det vart ikkje laga eller brukt nokon passnøkkel. Prøv igjen, eller bruk ei anna eining.',
  unknown: 'Vi kjende ikkje att passnøkkelen. Prøv igjen, eller be administratoren om ei ny lenkje.',
  heading: 'Tilsett',
  note: 'Bruk passnøkkelen som du laga då du vart invitert.',
  signIn: 'Logg inn med passnøkkelen',
  staff: {
    title: 'Administrasjonen – Samråd',
    heading: 'Kven arbeider her',
    lead: 'Her inviterer du dei som skal bruke Samråd, og avsluttar for dei som sluttar. Du ser ingen pasientar og ingen planar.',
    invite: 'Inviter ein til',
    administrator: 'Administrator',
    hasKey: 'Har ein passnøkkel',
    noKey: 'Har ingen passnøklar',
    invitedUntil: (day: string) => `Invitert, lenkja verkar til ${day}`,
    again: 'Ny lenkje',
    againFor: (name: string) => `Ny lenkje til ${name}`,
    againText: 'Passnøkkelen dei har, sluttar å verke med ein gong, og dei blir logga ut.',
    end: 'Avslutt',
    endFor: (name: string) => `Avslutt for ${name}`,
    endText: (name: string) =>
      `${name} blir logga ut no og mistar tilgangen til alle planar. Det dei har skrive, blir ståande.`,
    linkFor: (name: string) => `Lenkje til ${name}`,
    linkText:
      'Gi lenkja til personen sjølv, til dømes ansikt til ansikt. Ho verkar éin gong, i sju dagar. Du ser ho berre no.',
    name: 'Namn',
    asAdministrator: 'Administrator, som ikkje er med i noko behandlingsteam',
    organisation: 'Arbeidsstad',
    hpr: 'HPR-nummer, om personen har eit',
    make: 'Lag lenkja',
    missing: 'Fyll ut namn og arbeidsstad.',
    hprWrong: 'Eit HPR-nummer har berre siffer, høgst ni.',
  },
};
