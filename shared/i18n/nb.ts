/** Bokmål: the words that page and server share. */
import type { SectionGroup } from '../careplan/sections.ts';
import type { MeetingKind } from '../protocol/types.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import type { Role } from '../domain/roles.ts';
import { sections } from './sections/nb.ts';
import { transitions } from './transitions/nb.ts';

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
  'meeting-locked': 'Møtet er låst. Ring den som inviterte deg, hvis du skal være med.',
  'mail-not-set-up': 'E-post er ikke satt opp her. Kopier lenkene i stedet.',
  'contacts-incomplete': 'Planen kan ikke godkjennes ennå. Kontaktplanen dekker ikke alle timer i døgnet.',
  'link-unknown': 'Lenken er ikke gyldig. Kontroller at du fikk med hele, eller be den som inviterte deg, om en ny.',
  'link-expired': 'Lenken har gått ut. Be den som inviterte deg, om en ny.',
  'link-used': 'Lenken er allerede åpnet i en annen nettleser. Bruk den, eller be om en ny lenke.',
  'link-code-needed': 'Vi har sendt en kode til e-posten din. Skriv den her.',
  'link-code-wrong': 'Koden stemmer ikke, eller den er for gammel. Prøv igjen, eller be om en ny kode.',
  'link-code-spent': 'Lenken har bedt om for mange koder. Be den som inviterte deg, om en ny lenke.',
  'sign-in-first': 'Lenken er til en fagperson. Logg inn for å bli med.',
  'media-unavailable': 'Lyd og bilde startes på nytt. Det går av seg selv om noen sekunder.',
  internal: 'Noe gikk galt hos oss. Prøv igjen om litt.',
};

/** What the groups of sections are called. */
const sectionGroups: Record<SectionGroup, string> = {
  person: 'Personen og de nærmeste',
  health: 'Sykdom og behandling',
  wishes: 'Ønsker, tro og livssyn',
  everyday: 'Hverdag og hjelp',
  onward: 'Veien videre',
};

/** A choice that nobody has made yet. */
const notChosen = 'Ikke valgt';

export const shared = { roles, sections, transitions, sectionGroups, notChosen, meetingKinds, errors };
export type SharedTexts = typeof shared;
