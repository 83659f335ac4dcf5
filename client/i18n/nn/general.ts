/** Nynorsk: how the plan is drawn. */
import type { GeneralTexts } from '../nb/general.ts';

export const general: GeneralTexts = {
  folds: {
    empty: 'Ikkje skrive enno',
    openAll: 'Opne alle delar',
    foldAll: 'Lukk alle delar',
  },
  notShared: {
    count: (count) =>
      count === 1 ? 'Éin del av planen er ikkje delt med deg' : `${count} delar av planen er ikkje delte med deg`,
    names: (names) => `Det gjeld ${names}. Pasienten bestemmer kva som blir delt.`,
  },
  children: {
    years: (age) => `${age} år`,
    nextTalk: (date) => `Neste samtale ${date}`,
    pastTalk: (date) => `Samtalen var sett til ${date}`,
    noTalk: 'Ingen ny samtale er avtalt',
    toldBy: (name) => `Fortalt av ${name}.`,
    toldOn: (date) => `Fortalt ${date}.`,
    toldByOn: (name, date) => `Fortalt av ${name} ${date}.`,
  },
  treatments: {
    picture: 'Behandlinga over tid',
    since: (from) => `Frå ${from}`,
    until: (to) => `Til ${to}`,
    between: (from, to) => (from === to ? from : `${from} til ${to}`),
  },
  phase: {
    label: 'Fasane i forløpet',
    here: 'Her er vi no',
    noOrder: 'Fasane kjem ikkje alltid i denne rekkjefølgja, og nokre varer lenge.',
  },
  team: {
    gaps: 'Dette manglar i teamet',
    gap: {
      gp: 'Ingen fastlege er ført opp.',
      'contact-doctor': 'Ingen kontaktlege på sjukehuset er ført opp.',
      'cancer-nurse': 'Ingen kreftsjukepleiar er ført opp.',
      coordinator: 'Ingen koordinator er ført opp.',
      'home-care': 'Ingen kontakt i heimetenesta er ført opp.',
      palliative: 'Ikkje noko palliativt team er ført opp.',
    },
    former: (count) => `Tidlegare i teamet (${count})`,
    formerList: 'Tidlegare i teamet',
  },
  move: {
    begin: 'Flytt til ein annan del …',
    what: 'Kva skal flyttast?',
    where: 'Kvar skal det stå?',
    shared: 'Dei som kan lese den delen, ser teksten der. Her blir han borte.',
    incomplete: 'Vel både kva som skal flyttast, og kvar det skal stå.',
    move: 'Flytt',
    cancel: 'Avbryt',
    moved: (field, section) => `Flytta til «${field}» under «${section}».`,
    undo: 'Flytt tilbake',
  },
};
