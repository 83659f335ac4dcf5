/** Bokmål: the words of each section: heading and hint, labels of fields, words of choices, and of adding to its lists. */
import type { SectionId } from '../../careplan/sections.ts';

/** The words of one section. `choices` by field and value; `lists` by list id. */
export interface SectionTexts {
  readonly heading: string;
  readonly hint: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly lists?: Readonly<Record<string, ListTexts>>;
}

/** `heading` stands above a list where the section has more than the list; `unnamed` names a row that has no name yet. */
export interface ListTexts {
  readonly heading: string;
  readonly add: string;
  readonly empty: string;
  readonly unnamed: string;
}

export const sections: Readonly<Record<SectionId, SectionTexts>> = {
  'what-matters': {
    heading: 'Hva er viktig for meg',
    hint: 'Med egne ord. Det som står her, er utgangspunktet for resten av planen.',
    fields: {
      matters: 'Hva er viktig for deg?',
      goals: 'Mål nå',
      hope: 'Hva håper du på?',
      worries: 'Hva bekymrer deg?',
      'good-day': 'Hva gjør en dag til en god dag?',
      'not-wanted': 'Hva vil du ikke?',
    },
  },
  relatives: {
    heading: 'Pårørende og nettverk',
    hint: 'Hvem som står nærmest, hva de kan få vite, og hvordan de selv har det.',
    fields: {
      name: 'Navn',
      relation: 'Relasjon',
      phone: 'Telefon',
      authority: 'Rolle og fullmakt',
      'may-know': 'Hva kan de få vite?',
      burden: 'Hva tåler de nærmeste nå?',
      nights: 'Netter og tid alene',
      respite: 'Avlastning',
      work: 'Arbeid og permisjon for de nærmeste',
    },
    choices: {
      relation: {
        spouse: 'Ektefelle eller samboer',
        child: 'Sønn eller datter',
        parent: 'Mor eller far',
        sibling: 'Søsken',
        grandchild: 'Barnebarn',
        friend: 'Venn',
        neighbour: 'Nabo',
        other: 'Annen',
      },
      authority: {
        'next-of-kin': 'Nærmeste pårørende',
        'power-of-attorney': 'Fremtidsfullmakt',
        guardian: 'Verge',
      },
    },
    lists: {
      rows: {
        heading: 'De nærmeste',
        add: 'Legg til pårørende',
        empty: 'Ingen pårørende er ført opp ennå.',
        unnamed: 'Pårørende uten navn',
      },
    },
  },
  children: {
    heading: 'Barn og unge i familien',
    hint: 'Barn merker mer enn vi tror. Her står hva hvert barn vet, og når noen skal snakke med det igjen.',
    fields: {
      name: 'Navn',
      age: 'Alder',
      knows: 'Hva vet barnet?',
      'told-by': 'Fortalt av',
      'told-on': 'Fortalt den',
      school: 'Barnehage eller skole',
      'hospital-contact': 'Barneansvarlig på sykehuset',
      'next-talk': 'Neste samtale',
    },
    lists: {
      rows: {
        heading: 'Barna',
        add: 'Legg til barn',
        empty: 'Ingen barn er ført opp.',
        unnamed: 'Barn uten navn',
      },
    },
  },
  disease: {
    heading: 'Sykdom og status',
    hint: 'Kort om sykdommen, behandlingen og hvordan det går.',
    fields: {
      diagnosis: 'Diagnose',
      'diagnosed-on': 'Diagnosedato',
      stage: 'Stadium og utbredelse',
      ecog: 'Funksjonsnivå (ECOG)',
      'ecog-on': 'Funksjonsnivå vurdert',
      what: 'Behandling',
      state: 'Status',
      from: 'Fra',
      to: 'Til',
      'patient-knows': 'Hva pasienten vet og har forstått',
    },
    choices: {
      ecog: {
        '0': '0 – helt i form',
        '1': '1 – klarer lett arbeid',
        '2': '2 – oppe mer enn halve dagen',
        '3': '3 – oppe mindre enn halve dagen',
        '4': '4 – til sengs hele dagen',
      },
      state: { planned: 'Planlagt', ongoing: 'Pågår', ended: 'Avsluttet' },
    },
    lists: {
      treatments: {
        heading: 'Behandling',
        add: 'Legg til behandling',
        empty: 'Ingen behandling er ført opp.',
        unnamed: 'Behandling uten navn',
      },
    },
  },
  phase: {
    heading: 'Fase og mål for behandlingen',
    hint: 'Hvor i forløpet vi er, hva behandlingen skal gi, og når det skal vurderes igjen.',
    fields: {
      phase: 'Fase',
      intent: 'Målet med behandlingen',
      'next-review': 'Vurderes igjen',
      about: 'Med ord',
    },
    choices: {
      phase: {
        assessment: 'Utredning',
        treatment: 'Aktiv behandling',
        'follow-up': 'Kontroll',
        rehabilitation: 'Rehabilitering',
        palliative: 'Palliativ fase',
        'end-of-life': 'Livets slutt',
      },
      intent: { cure: 'Å bli frisk', 'longer-life': 'Å leve lenger', relief: 'Å lindre plager' },
    },
  },
  symptoms: {
    heading: 'Symptomer (ESAS-r)',
    hint: 'Hvordan har du det akkurat nå? 0 er ingen plager, 10 er verst tenkelig.',
    fields: {
      on: 'Dato',
      at: 'Klokken',
      'answered-by': 'Hvem svarer?',
      pain: 'Smerte',
      tiredness: 'Slapphet',
      drowsiness: 'Døsighet',
      nausea: 'Kvalme',
      appetite: 'Nedsatt matlyst',
      breathlessness: 'Tung pust',
      depression: 'Depresjon',
      anxiety: 'Angst',
      wellbeing: 'Velvære, alt tatt i betraktning',
      other: 'Annet',
      'other-name': 'Hvilken annen plage?',
      note: 'Noe du vil si om det?',
    },
    choices: {
      'answered-by': { patient: 'Pasienten selv', relative: 'Pårørende', nurse: 'Sykepleier' },
    },
    lists: {
      rows: {
        heading: 'Svar over tid',
        add: 'Fyll ut nå',
        empty: 'Ingen har svart ennå.',
        unnamed: 'Svar uten dato',
      },
    },
  },
  zones: {
    heading: 'Tiltaksplan: grønn, gul, rød',
    hint: 'Hva dere ser etter, hva dere gjør selv, og hvem dere ringer.',
    fields: {
      problem: 'Hva gjelder det?',
      level: 'Sone',
      signs: 'Tegn å se etter',
      'own-steps': 'Dette gjør pasient og pårørende',
      'home-care': 'Dette gjør hjemmetjenesten',
      ring: 'Hvem ringer dere?',
    },
    choices: { level: { green: 'Grønn', yellow: 'Gul', red: 'Rød' } },
    lists: {
      rows: {
        heading: 'Tiltak',
        add: 'Legg til tiltak',
        empty: 'Ingen tiltak er skrevet ennå.',
        unnamed: 'Tiltak uten navn',
      },
    },
  },
  medicines: {
    heading: 'Legemidler i bruk, samstemt',
    hint: 'Listene side om side, linje for linje, til alle er enige om hva som gjelder.',
    fields: {
      source: 'Kilde',
      on: 'Datert',
      by: 'Fra hvem',
      name: 'Legemiddel',
      'gp-list': 'Fastlegens liste',
      discharge: 'Epikrisen',
      'home-care': 'Hjemmetjenestens liste',
      patient: 'Det pasienten selv tar',
      change: 'Endring',
      reason: 'Hvorfor',
      allergies: 'Allergier og reaksjoner',
    },
    choices: {
      source: {
        'gp-list': 'Fastlegens liste (LIB)',
        discharge: 'Epikrise',
        'home-care': 'Hjemmetjenestens liste',
        patient: 'Pasienten selv',
      },
      change: { unchanged: 'Uendret', new: 'Nytt', changed: 'Endret', stopped: 'Avsluttet' },
    },
    lists: {
      sources: {
        heading: 'Kilder',
        add: 'Legg til kilde',
        empty: 'Ingen kilder er ført opp.',
        unnamed: 'Kilde uten navn',
      },
      drugs: {
        heading: 'Legemidler',
        add: 'Legg til legemiddel',
        empty: 'Ingen legemidler er ført opp.',
        unnamed: 'Legemiddel uten navn',
      },
    },
  },
  'standby-medicines': {
    heading: 'Medikamentskrin',
    hint: 'Legemidler som ligger klare hjemme. Hva som skal gis, skriver legen.',
    fields: {
      what: 'Legemiddel',
      dose: 'Legens forskrivning',
      'ordered-by': 'Forskrevet av',
      'ordered-on': 'Forskrevet den',
      where: 'Hvor i hjemmet',
      expires: 'Holdbart til',
      'may-give': 'Hvem kan gi det?',
    },
    lists: {
      rows: {
        heading: 'I skrinet',
        add: 'Legg til legemiddel',
        empty: 'Det er ikke noe medikamentskrin i hjemmet.',
        unnamed: 'Legemiddel uten navn',
      },
    },
  },
  decisions: {
    heading: 'Behandlingsavklaringer',
    hint: 'Det legen har bestemt etter samtale. Pasientens ønsker står i en egen del.',
    fields: {
      about: 'Gjelder',
      decision: 'Avgjørelse',
      'decided-by': 'Bestemt av lege',
      on: 'Dato',
      why: 'Begrunnelse',
      'discussed-with': 'Drøftet med',
      'summary-record': 'Kjernejournal',
    },
    choices: {
      about: {
        resuscitation: 'Hjerte-lunge-redning',
        'intensive-care': 'Intensivbehandling',
        admission: 'Innleggelse på sykehus',
        antibiotics: 'Antibiotika',
        fluids: 'Væske og ernæring',
        other: 'Annet',
      },
      'summary-record': {
        entered: 'Ført i kjernejournal',
        'not-entered': 'Ikke ført ennå',
        'not-relevant': 'Skal ikke føres',
      },
    },
    lists: {
      rows: {
        heading: 'Avgjørelser',
        add: 'Legg til avgjørelse',
        empty: 'Ingen avgjørelser er ført opp.',
        unnamed: 'Avgjørelse uten tema',
      },
    },
  },
  wishes: {
    heading: 'Ønsker for siste tid',
    hint: 'Det du ønsker. Et ønske er ikke en avgjørelse, og du kan endre det når du vil.',
    fields: {
      'place-of-care': 'Hvor vil du helst være?',
      'place-of-death': 'Hvor vil du helst dø?',
      present: 'Hvem vil du ha hos deg?',
      rituals: 'Ritualer og avskjed',
      practical: 'Praktiske ting',
    },
  },
  faith: {
    heading: 'Tro, livssyn og eksistensielle behov',
    hint: 'Bare du bestemmer hvem som ser dette.',
    fields: {
      belonging: 'Tro eller livssyn',
      person: 'Hvem vil du snakke med?',
      rituals: 'Skikker og ritualer',
    },
  },
  'daily-life': {
    heading: 'Hverdag, hjelpemidler og hjem',
    hint: 'Det som får dagene hjemme til å gå rundt.',
    fields: {
      what: 'Hjelpemiddel',
      state: 'Status',
      where: 'Fra hvem',
      'home-safety': 'Trygghetsalarm og nøkkel',
      transport: 'Transport',
      'sick-leave': 'Sykmelding',
      economy: 'Økonomi',
      work: 'Arbeid',
    },
    choices: { state: { wanted: 'Ønsket', ordered: 'Bestilt', 'in-place': 'På plass' } },
    lists: {
      aids: {
        heading: 'Hjelpemidler',
        add: 'Legg til hjelpemiddel',
        empty: 'Ingen hjelpemidler er ført opp.',
        unnamed: 'Hjelpemiddel uten navn',
      },
    },
  },
  contacts: {
    heading: 'Kontaktplan døgnet rundt',
    hint: 'Hvem dere ringer når, også når fastlegen ikke er tilgjengelig.',
    fields: {
      who: 'Hvem',
      kind: 'Hva slags kontakt',
      phone: 'Telefon',
      about: 'Gjelder',
      weekdays: 'Ukedager',
      from: 'Fra klokken',
      to: 'Til klokken',
      holidays: 'Også på helligdager',
    },
    choices: {
      kind: {
        gp: 'Fastlegen',
        'gp-away': 'Når fastlegen er borte',
        'contact-doctor': 'Kontaktlege på sykehuset',
        'open-return': 'Åpen retur',
        'home-care': 'Hjemmetjenesten',
        emergency: 'Legevakt og nødnummer',
      },
    },
  },
  team: {
    heading: 'Behandlingsteam og ansvar',
    hint: 'Hvem som har ansvar for hva, og når de er å få tak i.',
    fields: {
      name: 'Navn',
      role: 'Rolle',
      organisation: 'Arbeidssted',
      phone: 'Telefon',
      responsibility: 'Ansvar',
      available: 'Når de er å få tak i',
      from: 'Med fra',
      to: 'Med til',
    },
    choices: {
      role: {
        gp: 'Fastlege',
        oncologist: 'Onkolog',
        'contact-doctor': 'Kontaktlege',
        palliative: 'Ambulant palliativt team',
        'cancer-nurse': 'Kreftsykepleier',
        coordinator: 'Koordinator',
        'home-care': 'Hjemmetjenesten',
        'primary-contact': 'Primærkontakt i hjemmetjenesten',
        allied: 'Annen fagperson',
        volunteer: 'Frivillig',
        other: 'Annen',
      },
    },
    lists: {
      rows: {
        heading: 'Teamet',
        add: 'Legg til i teamet',
        empty: 'Ingen er ført opp ennå.',
        unnamed: 'Uten navn',
      },
    },
  },
  tasks: {
    heading: 'Oppgaver og avtaler',
    hint: 'Hvem gjør hva, og når skal det være gjort?',
    fields: {
      what: 'Hva skal gjøres',
      kind: 'Hva slags oppgave',
      owner: 'Ansvarlig',
      deadline: 'Frist',
      time: 'Klokken',
      status: 'Status',
      urgent: 'Haster',
      'rang-who': 'Hvem ble ringt',
      'rang-on': 'Ringt den',
      message: 'Melding',
      'sent-on': 'Sendt den',
    },
    choices: {
      kind: {
        task: 'Oppgave',
        message: 'Melding til en annen virksomhet',
        'specialist-question': 'Spør spesialisten',
        'phone-conference': 'Telefonmøte',
        'home-visit': 'Hjemmebesøk av fastlegen',
        'gp-appointment': 'Time hos fastlegen',
      },
      status: { open: 'Ikke begynt', doing: 'I gang', done: 'Gjort', dropped: 'Ikke aktuelt' },
      message: {
        none: 'Ingen melding',
        draft: 'Utkast',
        sent: 'Sendt',
        received: 'Mottatt',
        partly: 'Delvis godtatt',
        rejected: 'Avvist',
        answered: 'Besvart',
      },
    },
  },
  resources: {
    heading: 'Frivillige og andre ressurser',
    hint: 'Lag, foreninger og naboer som kan hjelpe til.',
    fields: { organisation: 'Hvem', what: 'Hva de kan bidra med', contact: 'Kontaktperson', phone: 'Telefon' },
    lists: {
      rows: {
        heading: 'Ressurser',
        add: 'Legg til ressurs',
        empty: 'Ingen er ført opp ennå.',
        unnamed: 'Ressurs uten navn',
      },
    },
  },
  review: {
    heading: 'Evaluering og neste møte',
    hint: 'Hvor lenge planen gjelder, og hva som gjør at vi må snakke sammen før.',
    fields: {
      'period-from': 'Planen gjelder fra',
      'period-to': 'Planen gjelder til',
      'next-revision': 'Neste gjennomgang',
      'turning-points': 'Vendepunkter som krever en ny samtale',
    },
  },
  bereavement: {
    heading: 'Oppfølging av etterlatte',
    hint: 'Samtalen noen uker etter, og hvem som ser til barna.',
    fields: { 'talk-on': 'Dato for samtalen', 'talk-by': 'Hvem tar samtalen?', talk: 'Om samtalen', children: 'Barna' },
  },
  'working-notes': {
    heading: 'Faglige arbeidsnotater',
    hint: 'Fagfolkenes forberedelser. Pasient og pårørende ser dem ikke her, men pasienten kan be om innsyn.',
    fields: { notes: 'Notater' },
  },
};
