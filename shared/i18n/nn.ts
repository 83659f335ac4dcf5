/** Nynorsk: the words that page and server share. */
import type { SharedTexts } from './nb.ts';
import { sections } from './sections/nn.ts';
import { transitions } from './transitions/nn.ts';

export const shared: SharedTexts = {
  roles: {
    gp: 'Fastlege',
    oncologist: 'Onkolog',
    palliative: 'Palliativt team',
    'cancer-nurse': 'Kreftsjukepleiar',
    coordinator: 'Koordinator',
    'home-care': 'Heimetenesta',
    allied: 'Annan fagperson',
    volunteer: 'Frivillig',
    interpreter: 'Tolk',
    patient: 'Pasient',
    relative: 'Pårørande',
  },
  sections,
  transitions,
  sectionGroups: {
    person: 'Personen og dei næraste',
    health: 'Sjukdom og behandling',
    wishes: 'Ønske, tru og livssyn',
    everyday: 'Kvardag og hjelp',
    onward: 'Vegen vidare',
  },
  notChosen: 'Ikkje valt',
  meetingKinds: {
    'what-matters': '«Kva er viktig for deg?»-samtale',
    'care-team': 'Ansvarsgruppemøte',
    interdisciplinary: 'Tverrfagleg møte',
    'advance-care': 'Førehandssamtale',
    discharge: 'Utskrivingsmøte',
    'needs-assessment': 'Kartleggingssamtale',
  },
  errors: {
    'bad-request': 'Noko i det som vart sendt, var ikkje gyldig. Sjå over felta og prøv igjen.',
    'too-large': 'Det som vart sendt, er for stort. Del det opp og prøv igjen.',
    'too-many': 'Det kom for mange førespurnader på kort tid. Vent eit minutt og prøv igjen.',
    'not-signed-in': 'Du er ikkje logga inn lenger. Logg inn på nytt.',
    'not-found':
      'Vi finn ikkje denne sida. Kanskje har du ikkje tilgang. Spør koordinatoren om du meiner at du skal ha det.',
    'wrong-state': 'Det går ikkje akkurat no. Vent litt og prøv igjen.',
    'already-joined': 'Du er alt med i møtet frå ei anna side.',
    'meeting-full': 'Møtet er fullt. Be møteleiaren om plass, eller prøv igjen når nokon har gått.',
    'meeting-ended': 'Møtet er avslutta.',
    'meeting-locked': 'Møtet er låst. Ring den som inviterte deg, om du skal vere med.',
    'mail-not-set-up': 'E-post er ikkje sett opp her. Kopier lenkjene i staden.',
    'contacts-incomplete': 'Planen kan ikkje godkjennast enno. Kontaktplanen dekkjer ikkje alle timar i døgnet.',
    'link-unknown':
      'Lenkja er ikkje gyldig. Kontroller at du fekk med heile, eller be den som inviterte deg, om ei ny.',
    'link-expired': 'Lenkja har gått ut. Be den som inviterte deg, om ei ny.',
    'link-used': 'Lenkja er alt opna i ein annan nettlesar. Bruk han, eller be om ei ny lenkje.',
    'link-code-needed': 'Vi har sendt ein kode til e-posten din. Skriv han her.',
    'link-code-wrong': 'Koden stemmer ikkje, eller han er for gammal. Prøv igjen, eller be om ein ny kode.',
    'link-code-spent': 'Lenkja har bede om for mange kodar. Be den som inviterte deg, om ei ny lenkje.',
    'sign-in-first': 'Lenkja er til ein fagperson. Logg inn for å bli med.',
    'media-unavailable': 'Lyd og bilete blir starta på nytt. Det går av seg sjølv om nokre sekund.',
    internal: 'Noko gjekk gale hos oss. Prøv igjen om litt.',
  },
};
