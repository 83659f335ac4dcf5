/** Bokmål: the words that page and server share. */
import type { MeetingKind } from '../protocol/types.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import type { SectionId } from '../careplan/sections.ts';
import type { Role } from '../domain/roles.ts';

const roles: Record<Role, string> = {
  gp: 'Fastlege',
  oncologist: 'Onkolog',
  palliative: 'Palliativt team',
  'cancer-nurse': 'Kreftsykepleier',
  coordinator: 'Koordinator',
  'home-care': 'Hjemmetjenesten',
  allied: 'Annen fagperson',
  volunteer: 'Frivillig',
  interpreter: 'Tolk',
  patient: 'Pasient',
  relative: 'Pårørende',
};

const sections: Record<SectionId, { heading: string; hint: string }> = {
  'what-matters': {
    heading: 'Hva er viktig for meg',
    hint: 'Med egne ord. Det som står her, er utgangspunktet for resten av planen.',
  },
  contacts: {
    heading: 'Kontaktplan døgnet rundt',
    hint: 'Hvem dere ringer når, også når fastlegen ikke er tilgjengelig.',
  },
  tasks: { heading: 'Oppgaver og avtaler', hint: 'Hvem gjør hva, og når skal det være gjort?' },
  'working-notes': {
    heading: 'Faglige arbeidsnotater',
    hint: 'Fagfolkenes forberedelser. Pasient og pårørende ser dem ikke her, men pasienten kan be om innsyn.',
  },
};

/** Labels of the fields of each section, by section and field id. */
const fields = {
  'what-matters': {
    matters: 'Hva er viktig for deg?',
    goals: 'Mål nå',
    hope: 'Hva håper du på?',
    worries: 'Hva bekymrer deg?',
    'good-day': 'Hva gjør en dag til en god dag?',
    'not-wanted': 'Hva vil du ikke?',
  },
  contacts: {
    who: 'Hvem',
    phone: 'Telefon',
    about: 'Gjelder',
    weekdays: 'Ukedager',
    from: 'Fra klokken',
    to: 'Til klokken',
    holidays: 'Også på helligdager',
  },
  tasks: { what: 'Hva skal gjøres', owner: 'Ansvarlig', deadline: 'Frist', status: 'Status' },
  'working-notes': { notes: 'Notater' },
};

/** The words of choices, by section, field and value. */
const choices = {
  tasks: { status: { open: 'Ikke begynt', doing: 'I gang', done: 'Gjort', dropped: 'Ikke aktuelt' } },
};

const meetingKinds: Record<MeetingKind, string> = {
  'what-matters': '«Hva er viktig for deg?»-samtale',
  'care-team': 'Ansvarsgruppemøte',
  interdisciplinary: 'Tverrfaglig møte',
  'advance-care': 'Forhåndssamtale',
  discharge: 'Utskrivningsmøte',
  'needs-assessment': 'Kartleggingssamtale',
};

const errors: Record<ErrorCode, string> = {
  'bad-request': 'Noe i det som ble sendt, var ikke gyldig. Se over feltene og prøv igjen.',
  'too-large': 'Det som ble sendt, er for stort. Del det opp og prøv igjen.',
  'too-many': 'Det kom for mange forespørsler på kort tid. Vent et minutt og prøv igjen.',
  'not-signed-in': 'Du er ikke logget inn lenger. Logg inn på nytt.',
  'not-found':
    'Vi finner ikke denne siden. Kanskje har du ikke tilgang. Spør koordinatoren hvis du mener at du skal ha det.',
  'wrong-state': 'Det går ikke akkurat nå. Vent litt og prøv igjen.',
  'already-joined': 'Du er allerede med i møtet fra en annen side.',
  'meeting-full': 'Møtet er fullt. Be møtelederen om plass, eller prøv igjen når noen har gått.',
  'meeting-ended': 'Møtet er avsluttet.',
  'link-unknown': 'Lenken er ikke gyldig. Kontroller at du fikk med hele, eller be den som inviterte deg, om en ny.',
  'link-expired': 'Lenken har gått ut. Be den som inviterte deg, om en ny.',
  'link-used': 'Lenken er allerede åpnet i en annen nettleser. Bruk den, eller be om en ny lenke.',
  'sign-in-first': 'Lenken er til en fagperson. Logg inn for å bli med.',
  'media-unavailable': 'Lyd og bilde startes på nytt. Det går av seg selv om noen sekunder.',
  internal: 'Noe gikk galt hos oss. Prøv igjen om litt.',
};

export const shared = { roles, sections, fields, choices, meetingKinds, errors };
export type SharedTexts = typeof shared;
