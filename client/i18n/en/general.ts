/** English: how the plan is drawn. */
import type { GeneralTexts } from '../nb/general.ts';

export const general: GeneralTexts = {
  folds: {
    empty: 'Not written yet',
    openAll: 'Open all parts',
    foldAll: 'Fold all parts',
  },
  notShared: {
    count: (count) =>
      count === 1
        ? 'One part of the plan is not shared with you'
        : `${count} parts of the plan are not shared with you`,
    names: (names) => `It concerns ${names}. The patient decides what is shared.`,
  },
  children: {
    years: (age) => (age === '1' ? '1 year' : `${age} years`),
    nextTalk: (date) => `Next talk ${date}`,
    pastTalk: (date) => `The talk was set for ${date}`,
    noTalk: 'No new talk has been agreed',
    toldBy: (name) => `Told by ${name}.`,
    toldOn: (date) => `Told on ${date}.`,
    toldByOn: (name, date) => `Told by ${name} on ${date}.`,
  },
  treatments: {
    picture: 'The treatment over time',
    since: (from) => `Since ${from}`,
    until: (to) => `Until ${to}`,
    between: (from, to) => (from === to ? from : `${from} to ${to}`),
  },
  phase: {
    label: 'The phases of the course',
    here: 'We are here now',
    noOrder: 'The phases do not always come in this order, and some last long.',
  },
  team: {
    gaps: 'Missing in the team',
    gap: {
      gp: 'No GP has been entered.',
      'contact-doctor': 'No contact doctor at the hospital has been entered.',
      'cancer-nurse': 'No cancer nurse has been entered.',
      coordinator: 'No coordinator has been entered.',
      'home-care': 'No contact in home care has been entered.',
      palliative: 'No palliative team has been entered.',
    },
    former: (count) => `Formerly in the team (${count})`,
    formerList: 'Formerly in the team',
  },
  move: {
    begin: 'Move to another part …',
    what: 'What is to be moved?',
    where: 'Where is it to stand?',
    shared: 'Those who may read that part see the text there. It goes from here.',
    incomplete: 'Choose both what is to be moved and where it is to stand.',
    move: 'Move',
    cancel: 'Cancel',
    moved: (field, section) => `Moved to “${field}” in “${section}”.`,
    undo: 'Move back',
  },
};
