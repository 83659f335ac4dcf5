/** Nynorsk. */
import type { MeetingTexts } from '../nb/meeting.ts';

export const meeting: MeetingTexts = {
  loading: 'Hentar møtet …',

  deviceCheck: {
    heading: 'Gjer deg klar',
    led: (name: string) => `Møteleiar: ${name}`,
    notSeen: 'Ingen ser eller høyrer deg enno.',
    asking: 'Nettlesaren spør om lov til å bruke kamera og mikrofon. Trykk «Tillat».',
    join: 'Bli med',
    joinWithoutCamera: 'Bli med utan kamera',
    devices: 'Kamera, mikrofon og høgtalar',
  },

  devices: {
    heading: 'Lyd og bilete',
    camera: 'Vel kamera',
    microphone: 'Vel mikrofon',
    speaker: 'Vel høgtalar',
    automatic: 'Det nettlesaren vel',
    testSound: 'Spel ein prøvelyd',
    testSoundHint: 'Høyrer du tre tonar, verkar høgtalaren.',
    level: 'Mikrofonen',
    speak: 'Sei noko, så ser du om mikrofonen verkar.',
    heard: 'Mikrofonen verkar.',
    noise: 'Demp støy rundt meg. Slå av dersom stemma di blir borte.',
    pushToTalk: 'Er mikrofonen av, kan du halde mellomromstasten nede medan du snakkar.',
    muted: 'Mikrofonen er av.',
    close: 'Lukk',
    retry: 'Prøv igjen',
    problems: {
      camera: {
        denied: 'Nettlesaren har ikkje lov til å bruke kameraet.',
        missing: 'Vi finn ikkje noko kamera.',
        busy: 'Kameraet er i bruk av eit anna program.',
        gone: 'Kameraet vart kopla frå.',
        unsupported: 'Denne nettlesaren kan ikkje bruke kameraet her.',
      },
      microphone: {
        denied: 'Nettlesaren har ikkje lov til å bruke mikrofonen.',
        missing: 'Vi finn ingen mikrofon.',
        busy: 'Mikrofonen er i bruk av eit anna program.',
        gone: 'Mikrofonen vart kopla frå.',
        unsupported: 'Denne nettlesaren kan ikkje bruke mikrofonen her.',
      },
      hints: {
        denied: 'Trykk på symbolet til venstre for nettadressa øvst, vel «Tillat», og trykk «Prøv igjen».',
        missing: 'Kople det til om du har det, og trykk «Prøv igjen».',
        busy: 'Lukk det andre programmet, og trykk «Prøv igjen».',
        gone: 'Kople til igjen, og trykk «Prøv igjen».',
        unsupported: 'Prøv ein annan nettlesar, til dømes Chrome, Edge, Firefox eller Safari.',
      },
      anyway: 'Du kan bli med likevel: Du ser og høyrer dei andre.',
    },
  },

  preview: {
    label: 'Slik ser dei andre deg',
    cameraOff: 'Kameraet er av',
    opening: 'Slår på kameraet …',
  },

  joining: 'Koplar deg til møtet …',

  lobby: {
    heading: 'Vent litt, så blir du sleppt inn',
    notSeen: 'Ingen ser eller høyrer deg enno.',
    admission: (name: string) => `${name} har fått beskjed om at du er her.`,
    convener: (name: string) => `Vi ventar på at ${name} skal kome. Då får ${name} beskjed om at du er her.`,
    stay: 'Du treng ikkje gjere noko. La denne sida stå open.',
    leave: 'Gå ut igjen',
  },

  declined: {
    heading: 'Du vart ikkje sleppt inn',
    text: 'Møteleiaren sleppte deg ikkje inn denne gongen. Meiner du at du skulle vore med, kan du ringje den som inviterte deg.',
    again: 'Prøv igjen',
  },
  ended: {
    heading: 'Møtet er avslutta',
    text: 'Takk for at du var med. Kamera og mikrofon er slått av. Du kan lukke denne sida.',
  },
  left: {
    heading: 'Du har gått ut av møtet',
    text: 'Kamera og mikrofon er slått av. Møtet kan framleis vere i gang.',
    again: 'Bli med igjen',
  },
  takeOverAsk: {
    heading: 'Du er alt med frå ei anna side',
    text: 'Du har møtet ope i ei anna fane eller på ei anna eining. Vil du bruke denne sida i staden? Då går den andre ut.',
    yes: 'Bruk denne sida',
    no: 'Nei, la det vere',
  },
  takenOver: {
    heading: 'Møtet held fram på ei anna side',
    text: 'Du opna møtet i ei anna fane eller på ei anna eining. Kamera og mikrofon er slått av her.',
    again: 'Bruk denne sida i staden',
  },
  failed: {
    heading: 'Vi kom ikkje inn i møtet',
    full: 'Møtet er fullt',
    again: 'Prøv igjen',
  },
  home: 'Til framsida',

  room: {
    heading: (kind: string, patient: string) => `${kind} · ${patient}`,
    count: (people: number) => (people === 1 ? '1 er med' : `${people} er med`),
    alone: 'Du er den einaste her no. Dei andre kjem til syne når dei kjem inn.',
    reconnecting: 'Koplar til igjen. Du treng ikkje gjere noko.',
    soundBlocked: 'Nettlesaren held lyden tilbake.',
    playSound: 'Slå på lyden',
    participants: 'Deltakarar',
    large: 'Store bilete',
    shared: 'Delt skjerm',
    controls: 'Møteknappar',
    toPlan: 'Til planen',
    toVideo: 'Til biletet',
  },

  controls: {
    microphone: 'Mikrofon',
    camera: 'Kamera',
    screen: 'Del skjerm',
    hand: 'Rekk opp handa',
    settings: 'Lyd og bilete',
    leave: 'Gå ut',
    end: 'Avslutt for alle',
    on: 'på',
    off: 'av',
  },

  end: {
    heading: 'Avslutte møtet for alle?',
    text: 'Alle som er med, går ut. Planen finst framleis etterpå.',
    yes: 'Ja, avslutt møtet',
    no: 'Nei, hald fram',
  },

  tile: {
    me: 'deg',
    unconfirmed: 'ikkje stadfesta identitet',
    confirm: 'Stadfest',
    confirmedBy: (by: string) => `stadfesta av ${by}`,
    speaking: 'snakkar',
    microphoneOff: 'mikrofonen er av',
    cameraOff: 'kameraet er av',
    reconnecting: 'Koplar til igjen …',
    lines: { weak: 'Svak linje', bad: 'Svært svak linje', mine: 'Linja di er svak. Slå av kameraet, så held lyden.' },
    hand: (order: number) => `har rekt opp handa som nummer ${order}`,
    screenOf: (name: string) => `Skjermen til ${name}`,
    ownScreen: 'Du deler skjermen din',
    stopScreen: 'Slutt å dele',
  },

  knocks: {
    heading: (people: number) =>
      people === 1 ? '1 ventar på å bli sleppt inn' : `${people} ventar på å bli sleppte inn`,
    full: 'Møtet er fullt. Nokon må gå ut før du kan sleppe inn fleire.',
    admit: 'Slepp inn',
    decline: 'Avvis',
  },

  announce: {
    knocked: (name: string, role: string) => `${name}, ${role}, ventar på å bli sleppt inn.`,
    came: (name: string) => `${name} kom inn i møtet.`,
    went: (name: string) => `${name} gjekk ut.`,
    hand: (name: string) => `${name} rekte opp handa.`,
    screen: (name: string) => `${name} deler skjermen sin.`,
    admitted: 'Du er sleppt inn i møtet.',
    reconnecting: 'Sambandet er brote. Vi koplar til igjen.',
    live: 'Du er kopla til igjen.',
  },

  plan: {
    label: 'Plan',
    loading: 'Hentar planen …',
    failed: 'Planen kunne ikkje hentast. Møtet går som det skal.',
    retry: 'Hent planen',
  },
};
