/** Bokmål: the sections with a form of their own: symptoms, medicines, zones, standby medicines, decisions, contacts. */
import type { Symptom } from '../../plan/symptoms/answers.ts';

/** One question of the form of symptoms: what 0 and 10 stand for, and the question in plain words. */
interface ScaleWords {
  readonly ask: string;
  readonly lowest: string;
  readonly highest: string;
}

const scale: Readonly<Record<Symptom, ScaleWords>> = {
  pain: { ask: 'Hvor vondt har du?', lowest: 'ingen smerte', highest: 'verst tenkelige smerte' },
  tiredness: { ask: 'Hvor lite krefter har du?', lowest: 'ingen slapphet', highest: 'verst tenkelige slapphet' },
  drowsiness: { ask: 'Hvor søvnig er du?', lowest: 'ingen døsighet', highest: 'verst tenkelige døsighet' },
  nausea: { ask: 'Hvor kvalm er du?', lowest: 'ingen kvalme', highest: 'verst tenkelige kvalme' },
  appetite: {
    ask: 'Hvor dårlig er matlysten?',
    lowest: 'god matlyst som før',
    highest: 'ingen matlyst i det hele tatt',
  },
  breathlessness: {
    ask: 'Hvor tungt er det å puste?',
    lowest: 'ikke tung pust',
    highest: 'verst tenkelige tunge pust',
  },
  depression: { ask: 'Hvor nedstemt er du?', lowest: 'ikke nedstemt', highest: 'verst tenkelige nedstemthet' },
  anxiety: { ask: 'Hvor urolig eller engstelig er du?', lowest: 'ingen uro', highest: 'verst tenkelige uro' },
  wellbeing: {
    ask: 'Hvordan har du det, alt tatt i betraktning?',
    lowest: 'så bra som det kan bli',
    highest: 'så dårlig som det kan bli',
  },
  other: { ask: 'Hvor mye plager den deg?', lowest: 'ikke i det hele tatt', highest: 'verst tenkelig' },
};

export const forms = {
  symptoms: {
    form: 'Hvordan har du det nå?',
    now: 'Velg tallet som passer best med hvordan du har det akkurat nå.',
    scale,
    progress: (answered: number, asked: number) => `${answered} av ${asked} er besvart.`,
    missing: (names: string) => `Du har ikke svart på ${names}. Du kan svare nå, eller lagre uten.`,
    save: 'Lagre svaret',
    saveAnyway: 'Lagre likevel',
    saved: 'Svaret er lagret.',
    later: 'Fortsett senere',
    begun: 'Et svar er påbegynt og ikke lagret ennå.',
    goOn: 'Fortsett',
    discard: 'Forkast',
    discarded: 'Det påbegynte svaret er forkastet.',
    last: 'Siste svar',
    answer: 'Svar',
    older: (count: number) => (count === 1 ? 'Ett eldre svar' : `${count} eldre svar`),
    by: (who: string) => `svar fra ${who}`,
    when: (date: string, clock: string) => `${date} kl. ${clock}`,
    course: 'Forløpet',
    courseHint: (from: string, to: string) => `Hver plage for seg, fra ${from} til ${to}. 0 nederst, 10 øverst.`,
    table: 'Alle svar i tall',
    symptom: 'Plage',
    showAll: (count: number) => `Vis alle ${count} svar`,
  },
  medicines: {
    unresolved: (open: number, total: number) =>
      total === 1 ? 'Linjen er ikke avklart.' : `${open} av ${total} linjer er ikke avklart.`,
    resolved: (total: number) => (total === 1 ? 'Linjen er avklart.' : `Alle ${total} linjer er avklart.`),
    unsigned: 'Ingen lege har signert listen ennå.',
    signedBy: (name: string, role: string, when: string) => `Signert av ${name}, ${role}, ${when}.`,
    unchanged: 'Ingenting er endret siden.',
    newLetter: (date: string) => `Ny epikrise ${date}: må samstemmes på nytt.`,
    newLetterUndated: 'Ny epikrise uten dato: må samstemmes på nytt.',
    linesChanged: (names: string) => `Endret etter signeringen: ${names}.`,
    linesAdded: (names: string) => `Lagt til etter signeringen: ${names}.`,
    linesRemoved: (names: string) => `Fjernet etter signeringen: ${names}.`,
    sourcesChanged: 'Kildene er endret etter signeringen.',
    allergiesChanged: 'Allergiene er endret etter signeringen.',
    nameless: 'en linje uten navn',
    sign: 'Signer listen som lege',
    signHint: 'Med navnet ditt står du for at listen er gjennomgått slik den står nå.',
    signLater: 'Listen kan signeres når alle linjer er avklart.',
    signed: 'Listen er signert.',
    signFailed: 'Listen ble ikke signert. Prøv igjen om litt.',
    signChanged: 'Listen ble endret mens du signerte. Se over den og signer på nytt.',
    lack: { change: 'Ikke avklart: velg endring', reason: 'Ikke avklart: skriv hvorfor' },
    agreement: { missing: 'Står ikke i alle kildene', different: 'Kildene er ulike' },
    notListed: 'Står ikke her',
    own: {
      change: 'Endre det jeg tar',
      add: 'Legg til noe jeg tar',
      text: 'Slik tar jeg det, med egne ord',
      save: 'Lagre',
      cancel: 'Avbryt',
      saved: 'Det du tar, er lagret.',
      failed: 'Det ble ikke lagret. Prøv igjen om litt.',
    },
  },
  zones: {
    urgent: 'Når noe haster:',
    meaning: {
      green: 'Det går som det pleier',
      yellow: 'Noe har endret seg',
      red: 'Dere trenger hjelp nå',
    },
    zoneOf: (problem: string, level: string) => `${problem}, ${level} sone`,
    addLevel: { green: 'Legg til grønn sone', yellow: 'Legg til gul sone', red: 'Legg til rød sone' },
  },
  standby: {
    expired: (days: number) => (days === 1 ? 'Gikk ut i går' : `Gikk ut for ${days} dager siden`),
    soon: (days: number) => {
      if (days === 0) return 'Siste dag i dag';
      return days === 1 ? 'Går ut i morgen' : `Går ut om ${days} dager`;
    },
  },
  decisions: {
    notAWish: 'Dette har legen bestemt. Et ønske er ikke en avgjørelse; det pasienten ønsker, står her:',
    notADecision: 'Dette er pasientens ønsker. Det legen har bestemt, står her:',
    old: 'Over ett år siden: bør tas opp igjen',
    nobody: 'Ingen lege er ført opp',
    noDate: 'Uten dato',
  },
  contacts: {
    missing: 'Dette mangler i kontaktplanen:',
    lacks: {
      gp: 'Fastlegen',
      'gp-away': 'Hvem dere ringer når fastlegen er borte',
      'contact-doctor': 'Kontaktlege på sykehuset',
      'open-return': 'Avtale om åpen retur',
    },
    always: 'Alltid',
    emergencyList: 'Nødnummer',
    emergencyName: 'Nødtelefonen',
    emergencyAbout: 'Når det står om liv',
    urgentName: 'Legevakten',
    urgentAbout: 'Når det haster og dere ikke får tak i noen andre',
    approvable: 'Kontaktplanen er hel. Planen kan settes til godkjent.',
    notApprovable: 'Planen kan ikke settes til godkjent før hele uken og helligdagene er dekket.',
  },
};
export type FormsTexts = typeof forms;
