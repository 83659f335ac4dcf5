/** Nynorsk: the test before the meeting. */
import type { Texts } from '../nb/index.ts';

export const lineTest: Texts['lineTest'] = {
  title: 'Test før møtet',
  heading: 'Test før møtet',
  lead: 'Vi prøver kamera, mikrofon, høgtalar og nettlinja di, éin ting om gongen. Det tek om lag eit kvart minutt. Ingen andre ser eller høyrer deg.',
  begin: 'Test utstyr og linje',
  beginHint: 'Det tek om lag eit kvart minutt.',
  again: 'Test igjen',
  link: 'Test kamera, lyd og nettlinje',
  list: 'Dette prøver vi',
  running: 'Testen er i gang …',

  steps: {
    browser: 'Nettlesar',
    camera: 'Kamera',
    microphone: 'Mikrofon',
    speaker: 'Høgtalar',
    udp: 'Vegen til møtet (UDP)',
    tcp: 'Reserveveg (TCP)',
    quality: 'Kvalitet på linja',
    speed: 'Fart på linja',
  },
  states: {
    waiting: 'Ventar',
    running: 'Prøver no',
    good: 'I orden',
    weak: 'Ikkje heilt bra',
    fault: 'Verkar ikkje',
    skipped: 'Ikkje prøvd',
  },
  doing: {
    camera: 'Om nettlesaren spør om lov, trykk «Tillat».',
    microphone: 'Sei noko høgt no, til dømes «hei, hei».',
    speaker: 'Vi spelte ein lyd. Høyrde du han?',
    udp: 'Vi koplar til på same måte som i eit møte.',
    quality: 'Vi sender som når de snakkar saman.',
    speed: 'Vi sender så fort linja klarer.',
  },
  heard: 'Eg høyrde han',
  notHeard: 'Eg høyrde ingenting',
  playAgain: 'Spel ein gong til',

  summary: {
    good: 'Alt er klart. Du kan bli med i møtet.',
    skipped: 'Det vi prøvde, er i orden.',
    weak: 'Du kan bli med i møtet, men noko er ikkje heilt bra. Les råda under.',
    fault: 'Noko verkar ikkje. Følg råda under, og test igjen.',
  },

  advice: {
    browserInsecure:
      'Adressa er ikkje sikker (https), så nettlesaren gir ikkje frå seg kamera og mikrofon; spør etter den rette lenkja.',
    browserUnsupported:
      'Denne nettlesaren klarer ikkje videomøte; prøv Chrome, Edge, Firefox eller Safari i ei ny utgåve.',
    'camera-denied':
      'Nettlesaren har ikkje lov til å bruke kameraet: Trykk på symbolet til venstre for nettadressa, vel «Tillat», og test igjen.',
    'camera-missing': 'Vi finn ikkje noko kamera: Kople det til om du har eit, eller bli med utan bilete.',
    'camera-busy': 'Kameraet blir brukt av eit anna program: Lukk det, til dømes Teams eller Zoom, og test igjen.',
    'camera-gone': 'Kameraet vart kopla frå: Kople det til igjen, og test på nytt.',
    'camera-unsupported': 'Denne nettlesaren kan ikkje bruke kameraet her; prøv ein annan nettlesar.',
    'camera-dark': 'Biletet er heilt mørkt: Sjå etter eit deksel framfor kameraet, eller tenn eit lys.',
    'camera-still':
      'Biletet står stille: Vink til kameraet og test igjen, eller trekk ut kameraet og set det i på nytt.',
    'camera-off': 'Kameraet er slått av her; slå det på om du vil prøve det.',
    'microphone-denied':
      'Nettlesaren har ikkje lov til å bruke mikrofonen: Trykk på symbolet til venstre for nettadressa, vel «Tillat», og test igjen.',
    'microphone-missing': 'Vi finn ingen mikrofon: Kople til eit hovudsett eller ein mikrofon, og test igjen.',
    'microphone-busy':
      'Mikrofonen blir brukt av eit anna program: Lukk det, til dømes Teams eller Zoom, og test igjen.',
    'microphone-gone': 'Mikrofonen vart kopla frå: Kople han til igjen, og test på nytt.',
    'microphone-unsupported': 'Denne nettlesaren kan ikkje bruke mikrofonen her; prøv ein annan nettlesar.',
    'microphone-silent':
      'Vi høyrer ingenting frå mikrofonen: Sjå om han er slått av på hovudsettet eller maskina, eller vel ein annan mikrofon.',
    'microphone-off': 'Mikrofonen er slått av her; slå han på om du vil prøve han.',
    speakerNotHeard: 'Skru opp lyden, og sjå om han går til eit hovudsett eller ein annan høgtalar enn du trur.',
    speakerBlocked: 'Nettlesaren fekk ikkje spelt lyden: Sjå om sida er dempa i nettlesaren, og test igjen.',
    udpBlocked:
      'Brannmuren slepp ikkje gjennom UDP: Møtet går over TCP i staden og kan hakke, så be IT-avdelinga opne for UDP, eller prøv eit anna nett.',
    tcpBlocked: 'Reservevegen er stengd, men du treng han ikkje så lenge den vanlege vegen er open.',
    allBlocked:
      'Nettet slepp verken UDP eller TCP fram til møtet: Prøv eit anna nett, til dømes mobilen sitt, eller spør IT-avdelinga.',
    noServer: 'Vi fekk ikkje kontakt med møteserveren: Sjå om du er på nett, og test igjen.',
    busy: 'Møteserveren har ikkje plass til fleire testar akkurat no; prøv igjen om eit minutt.',
    tooMany: 'Du har testa mange gonger på kort tid; vent eit minutt, og test igjen.',
    lossWeak: 'Noko av det som blir sendt, kjem ikkje fram: Gå nærare ruteren eller bruk kabel om du kan.',
    lossFault:
      'Mykje av det som blir sendt, kjem ikkje fram, så ord blir borte: Gå nærare ruteren, bruk kabel, eller prøv mobilnettet.',
    roundTripWeak:
      'Lyden bruker lang tid fram og tilbake: Vent litt før du svarer, så de ikkje snakkar i munnen på kvarandre.',
    roundTripFault:
      'Lyden bruker svært lang tid fram og tilbake: Prøv eit anna nett, til dømes mobilen sitt i staden for satellitt eller VPN.',
    upWeak: 'Linja er litt treg ut frå deg: Biletet ditt blir uskarpt, så lukk andre program som bruker nettet.',
    upFault: 'Linja er for treg ut frå deg til å sende bilete: Bli med utan kamera, så går lyden fram.',
    downWeak: 'Linja er litt treg inn til deg: Bileta av dei andre blir uskarpe når de er mange.',
    downFault: 'Linja er for treg inn til deg for bilete: Vel «Berre lyd» i møtet.',
  },

  facts: {
    connected: (ms) => `Kopla til på ${ms} ms`,
    relayed: 'gjennom ein mellomstasjon (TURN)',
    direct: 'direkte',
    loss: (up, down) => `Tap: ${up} ut, ${down} inn`,
    roundTrip: (ms) => `${ms} ms fram og tilbake`,
    speed: (up, down) => `${up} ut, ${down} inn`,
    mbit: (value) => `${value} Mbit/s`,
    level: (percent) => `Nivå ${percent}`,
    way: { udp: 'over UDP', tcp: 'over TCP' },
  },

  support: {
    heading: 'Treng du hjelp?',
    lead: 'Kopier resultatet og send det til den som hjelper deg. Det står ikkje kven du er, eller kven møtet gjeld.',
    name: 'resultatet for hjelp',
    show: 'Sjå kva som blir kopiert',
    label: 'Resultatet som tekst',
    first: 'Samråd: test før møtet',
    time: 'Tid',
    browser: 'Nettlesar',
    language: 'Skjermspråk',
    server: 'Server',
    devices: 'Einingar',
    deviceCounts: (cameras, microphones, speakers) =>
      `kamera ${cameras}, mikrofon ${microphones}, høgtalar ${speakers}`,
  },
};
