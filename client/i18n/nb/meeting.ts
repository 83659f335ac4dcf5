/** Bokmål. */
export const meeting = {
  loading: 'Henter møtet …',

  deviceCheck: {
    heading: 'Gjør deg klar',
    led: (name: string) => `Møteleder: ${name}`,
    notSeen: 'Ingen ser eller hører deg ennå.',
    asking: 'Nettleseren spør om lov til å bruke kamera og mikrofon. Trykk «Tillat».',
    join: 'Bli med',
    joinWithoutCamera: 'Bli med uten kamera',
    devices: 'Kamera, mikrofon og høyttaler',
  },

  devices: {
    heading: 'Lyd og bilde',
    camera: 'Velg kamera',
    microphone: 'Velg mikrofon',
    speaker: 'Velg høyttaler',
    automatic: 'Nettleserens valg',
    testSound: 'Spill en prøvelyd',
    testSoundHint: 'Hører du tre toner, virker høyttaleren.',
    level: 'Mikrofonen',
    speak: 'Si noe, så ser du om mikrofonen virker.',
    heard: 'Mikrofonen virker.',
    noise: 'Demp støy rundt meg. Slå av hvis stemmen din blir borte.',
    pushToTalk: 'Er mikrofonen av, kan du holde mellomromstasten nede mens du snakker.',
    muted: 'Mikrofonen er av.',
    close: 'Lukk',
    retry: 'Prøv igjen',
    problems: {
      camera: {
        denied: 'Nettleseren har ikke lov til å bruke kameraet.',
        missing: 'Vi finner ikke noe kamera.',
        busy: 'Kameraet er i bruk av et annet program.',
        gone: 'Kameraet ble koblet fra.',
        unsupported: 'Denne nettleseren kan ikke bruke kameraet her.',
      },
      microphone: {
        denied: 'Nettleseren har ikke lov til å bruke mikrofonen.',
        missing: 'Vi finner ingen mikrofon.',
        busy: 'Mikrofonen er i bruk av et annet program.',
        gone: 'Mikrofonen ble koblet fra.',
        unsupported: 'Denne nettleseren kan ikke bruke mikrofonen her.',
      },
      hints: {
        denied: 'Trykk på symbolet til venstre for nettadressen øverst, velg «Tillat», og trykk «Prøv igjen».',
        missing: 'Koble det til hvis du har det, og trykk «Prøv igjen».',
        busy: 'Lukk det andre programmet, og trykk «Prøv igjen».',
        gone: 'Koble til igjen, og trykk «Prøv igjen».',
        unsupported: 'Prøv en annen nettleser, for eksempel Chrome, Edge, Firefox eller Safari.',
      },
      anyway: 'Du kan bli med likevel: Du ser og hører de andre.',
    },
  },

  preview: {
    label: 'Slik ser de andre deg',
    cameraOff: 'Kameraet er av',
    opening: 'Slår på kameraet …',
  },

  joining: 'Kobler deg til møtet …',

  lobby: {
    heading: 'Vent litt, så blir du sluppet inn',
    notSeen: 'Ingen ser eller hører deg ennå.',
    admission: (name: string) => `${name} har fått beskjed om at du er her.`,
    convener: (name: string) => `Vi venter på at ${name} skal komme. Da får ${name} beskjed om at du er her.`,
    stay: 'Du trenger ikke å gjøre noe. La denne siden stå åpen.',
    leave: 'Gå ut igjen',
  },

  declined: {
    heading: 'Du ble ikke sluppet inn',
    text: 'Møtelederen slapp deg ikke inn denne gangen. Mener du at du skulle vært med, kan du ringe den som inviterte deg.',
    again: 'Prøv igjen',
  },
  ended: {
    heading: 'Møtet er avsluttet',
    text: 'Takk for at du var med. Kamera og mikrofon er slått av. Du kan lukke denne siden.',
  },
  left: {
    heading: 'Du har gått ut av møtet',
    text: 'Kamera og mikrofon er slått av. Møtet kan fortsatt være i gang.',
    again: 'Bli med igjen',
  },
  takeOverAsk: {
    heading: 'Du er allerede med fra en annen side',
    text: 'Du har møtet åpent i en annen fane eller på en annen enhet. Vil du bruke denne siden i stedet? Da går den andre ut.',
    yes: 'Bruk denne siden',
    no: 'Nei, la det være',
  },
  takenOver: {
    heading: 'Møtet fortsetter på en annen side',
    text: 'Du åpnet møtet i en annen fane eller på en annen enhet. Kamera og mikrofon er slått av her.',
    again: 'Bruk denne siden i stedet',
  },
  failed: {
    heading: 'Vi kom ikke inn i møtet',
    full: 'Møtet er fullt',
    again: 'Prøv igjen',
  },
  home: 'Til forsiden',

  room: {
    heading: (kind: string, patient: string) => `${kind} · ${patient}`,
    count: (people: number) => (people === 1 ? '1 er med' : `${people} er med`),
    alone: 'Du er den eneste her nå. De andre kommer til syne når de kommer inn.',
    reconnecting: 'Kobler til igjen. Du trenger ikke å gjøre noe.',
    soundBlocked: 'Nettleseren holder lyden tilbake.',
    playSound: 'Slå på lyden',
    participants: 'Deltakere',
    large: 'Store bilder',
    shared: 'Delt skjerm',
    controls: 'Møteknapper',
    toPlan: 'Til planen',
    toVideo: 'Til bildet',
  },

  controls: {
    microphone: 'Mikrofon',
    camera: 'Kamera',
    screen: 'Del skjerm',
    hand: 'Rekk opp hånden',
    settings: 'Lyd og bilde',
    leave: 'Gå ut',
    end: 'Avslutt for alle',
    on: 'på',
    off: 'av',
  },

  end: {
    heading: 'Avslutte møtet for alle?',
    text: 'Alle som er med, går ut. Planen finnes fortsatt etterpå.',
    yes: 'Ja, avslutt møtet',
    no: 'Nei, fortsett',
  },

  tile: {
    me: 'deg',
    unconfirmed: 'ikke bekreftet identitet',
    confirm: 'Bekreft',
    confirmedBy: (by: string) => `bekreftet av ${by}`,
    speaking: 'snakker',
    microphoneOff: 'mikrofonen er av',
    cameraOff: 'kameraet er av',
    reconnecting: 'Kobler til igjen …',
    lines: {
      weak: 'Svak linje',
      bad: 'Svært svak linje',
      mine: 'Linjen din er svak. Slå av kameraet, så holder lyden.',
    },
    hand: (order: number) => `har rakt opp hånden som nummer ${order}`,
    screenOf: (name: string) => `Skjermen til ${name}`,
    ownScreen: 'Du deler skjermen din',
    stopScreen: 'Slutt å dele',
  },

  knocks: {
    heading: (people: number) =>
      people === 1 ? '1 venter på å bli sluppet inn' : `${people} venter på å bli sluppet inn`,
    full: 'Møtet er fullt. Noen må gå ut før du kan slippe inn flere.',
    admit: 'Slipp inn',
    decline: 'Avvis',
  },

  announce: {
    knocked: (name: string, role: string) => `${name}, ${role}, venter på å bli sluppet inn.`,
    came: (name: string) => `${name} kom inn i møtet.`,
    went: (name: string) => `${name} gikk ut.`,
    hand: (name: string) => `${name} rakte opp hånden.`,
    screen: (name: string) => `${name} deler skjermen sin.`,
    admitted: 'Du er sluppet inn i møtet.',
    reconnecting: 'Forbindelsen er brutt. Vi kobler til igjen.',
    live: 'Du er koblet til igjen.',
  },

  plan: {
    label: 'Plan',
    loading: 'Henter planen …',
    failed: 'Planen kunne ikke hentes. Møtet går som det skal.',
    retry: 'Hent planen',
  },
};
export type MeetingTexts = typeof meeting;
