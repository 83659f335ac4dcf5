/** Bokmål: the test before the meeting. */
export const lineTest = {
  title: 'Test før møtet',
  heading: 'Test før møtet',
  lead: 'Vi prøver kamera, mikrofon, høyttaler og nettlinjen din, ett om gangen. Det tar omtrent et kvart minutt. Ingen andre ser eller hører deg.',
  begin: 'Test utstyr og linje',
  beginHint: 'Det tar omtrent et kvart minutt.',
  again: 'Test igjen',
  link: 'Test kamera, lyd og nettlinje',
  list: 'Dette prøver vi',
  running: 'Testen er i gang …',

  steps: {
    browser: 'Nettleser',
    camera: 'Kamera',
    microphone: 'Mikrofon',
    speaker: 'Høyttaler',
    udp: 'Veien til møtet (UDP)',
    tcp: 'Reservevei (TCP)',
    quality: 'Kvalitet på linjen',
    speed: 'Fart på linjen',
  },
  states: {
    waiting: 'Venter',
    running: 'Prøver nå',
    good: 'I orden',
    weak: 'Ikke helt bra',
    fault: 'Virker ikke',
    skipped: 'Ikke prøvd',
  },
  doing: {
    camera: 'Hvis nettleseren spør om lov, trykk «Tillat».',
    microphone: 'Si noe høyt nå, for eksempel «hei, hei».',
    speaker: 'Vi spilte en lyd. Hørte du den?',
    udp: 'Vi kobler til på samme måte som i et møte.',
    quality: 'Vi sender som når dere snakker sammen.',
    speed: 'Vi sender så fort linjen klarer.',
  },
  heard: 'Jeg hørte den',
  notHeard: 'Jeg hørte ingenting',
  playAgain: 'Spill en gang til',

  summary: {
    good: 'Alt er klart. Du kan bli med i møtet.',
    skipped: 'Det vi prøvde, er i orden.',
    weak: 'Du kan bli med i møtet, men noe er ikke helt bra. Les rådene under.',
    fault: 'Noe virker ikke. Følg rådene under, og test igjen.',
  },

  advice: {
    browserInsecure:
      'Adressen er ikke sikker (https), så nettleseren gir ikke fra seg kamera og mikrofon; spør etter den riktige lenken.',
    browserUnsupported:
      'Denne nettleseren klarer ikke videomøter; prøv Chrome, Edge, Firefox eller Safari i en ny utgave.',
    'camera-denied':
      'Nettleseren har ikke lov til å bruke kameraet: Trykk på symbolet til venstre for nettadressen, velg «Tillat», og test igjen.',
    'camera-missing': 'Vi finner ikke noe kamera: Koble det til hvis du har et, eller bli med uten bilde.',
    'camera-busy': 'Kameraet brukes av et annet program: Lukk det, for eksempel Teams eller Zoom, og test igjen.',
    'camera-gone': 'Kameraet ble koblet fra: Koble det til igjen, og test på nytt.',
    'camera-unsupported': 'Denne nettleseren kan ikke bruke kameraet her; prøv en annen nettleser.',
    'camera-dark': 'Bildet er helt mørkt: Se etter et deksel foran kameraet, eller tenn et lys.',
    'camera-still':
      'Bildet står stille: Vink til kameraet og test igjen, eller trekk ut kameraet og sett det i på nytt.',
    'camera-off': 'Kameraet er slått av her; slå det på hvis du vil prøve det.',
    'microphone-denied':
      'Nettleseren har ikke lov til å bruke mikrofonen: Trykk på symbolet til venstre for nettadressen, velg «Tillat», og test igjen.',
    'microphone-missing': 'Vi finner ingen mikrofon: Koble til et hodesett eller en mikrofon, og test igjen.',
    'microphone-busy': 'Mikrofonen brukes av et annet program: Lukk det, for eksempel Teams eller Zoom, og test igjen.',
    'microphone-gone': 'Mikrofonen ble koblet fra: Koble den til igjen, og test på nytt.',
    'microphone-unsupported': 'Denne nettleseren kan ikke bruke mikrofonen her; prøv en annen nettleser.',
    'microphone-silent':
      'Vi hører ingenting fra mikrofonen: Se om den er slått av på hodesettet eller maskinen, eller velg en annen mikrofon.',
    'microphone-off': 'Mikrofonen er slått av her; slå den på hvis du vil prøve den.',
    speakerNotHeard: 'Skru opp lyden, og se om den går til et hodesett eller en annen høyttaler enn du tror.',
    speakerBlocked: 'Nettleseren fikk ikke spilt lyden: Se om siden er dempet i nettleseren, og test igjen.',
    udpBlocked:
      'Brannmuren slipper ikke gjennom UDP: Møtet går over TCP i stedet og kan hakke, så be IT-avdelingen åpne for UDP, eller prøv et annet nett.',
    tcpBlocked: 'Reserveveien er stengt, men du trenger den ikke så lenge den vanlige veien er åpen.',
    allBlocked:
      'Nettet slipper verken UDP eller TCP fram til møtet: Prøv et annet nett, for eksempel mobilens, eller spør IT-avdelingen.',
    noServer: 'Vi fikk ikke kontakt med møteserveren: Se om du er på nett, og test igjen.',
    busy: 'Møteserveren har ikke plass til flere tester akkurat nå; prøv igjen om et minutt.',
    tooMany: 'Du har testet mange ganger på kort tid; vent et minutt, og test igjen.',
    lossWeak: 'Noe av det som sendes, kommer ikke fram: Gå nærmere ruteren eller bruk kabel hvis du kan.',
    lossFault:
      'Mye av det som sendes, kommer ikke fram, så ord blir borte: Gå nærmere ruteren, bruk kabel, eller prøv mobilnettet.',
    roundTripWeak:
      'Lyden bruker lang tid fram og tilbake: Vent litt før du svarer, så dere ikke snakker i munnen på hverandre.',
    roundTripFault:
      'Lyden bruker svært lang tid fram og tilbake: Prøv et annet nett, for eksempel mobilens i stedet for satellitt eller VPN.',
    upWeak: 'Linjen er litt treg ut fra deg: Bildet ditt blir uskarpt, så lukk andre programmer som bruker nettet.',
    upFault: 'Linjen er for treg ut fra deg til å sende bilde: Bli med uten kamera, så går lyden fram.',
    downWeak: 'Linjen er litt treg inn til deg: Bildene av de andre blir uskarpe når dere er mange.',
    downFault: 'Linjen er for treg inn til deg for bilder: Velg «Bare lyd» i møtet.',
  },

  facts: {
    connected: (ms: string) => `Koblet til på ${ms} ms`,
    relayed: 'gjennom en mellomstasjon (TURN)',
    direct: 'direkte',
    loss: (up: string, down: string) => `Tap: ${up} ut, ${down} inn`,
    roundTrip: (ms: string) => `${ms} ms fram og tilbake`,
    speed: (up: string, down: string) => `${up} ut, ${down} inn`,
    mbit: (value: string) => `${value} Mbit/s`,
    level: (percent: string) => `Nivå ${percent}`,
    way: { udp: 'over UDP', tcp: 'over TCP' },
  },

  support: {
    heading: 'Trenger du hjelp?',
    lead: 'Kopier resultatet og send det til den som hjelper deg. Det står ikke hvem du er, eller hvem møtet gjelder.',
    name: 'resultatet for hjelp',
    show: 'Se hva som kopieres',
    label: 'Resultatet som tekst',
    first: 'Samråd: test før møtet',
    time: 'Tid',
    browser: 'Nettleser',
    language: 'Skjermspråk',
    server: 'Server',
    devices: 'Enheter',
    deviceCounts: (cameras: number, microphones: number, speakers: number) =>
      `kamera ${cameras}, mikrofon ${microphones}, høyttaler ${speakers}`,
  },
};
