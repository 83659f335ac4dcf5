/** English: who sits beside somebody at the same device. */
import type { BesideTexts } from '../nb/beside.ts';

export const beside: BesideTexts = {
  helper: (name, relation) => `${name} (${relation})`,
  and: (one, other) => `${one} and ${other}`,
  with: (people) => `together with ${people}`,
  form: {
    heading: 'Is anybody with you?',
    hint: 'Everybody in the meeting sees who sits beside you. If you are alone, you need do nothing.',
    somebody: 'Yes, somebody sits beside me',
    somebodyElse: 'Yes, somebody else sits beside me',
    isHere: (helper) => `Yes, ${helper}`,
    name: 'What is the name of the one who is with you?',
    otherName: 'What is the name of the other one?',
    relation: 'Who is that?',
    relationHint: 'For example a neighbour, a grandchild or a home-care nurse.',
    add: 'There are two with me',
    remove: 'Only one is with me',
    problem: 'Write both the name and who it is, or take the tick away.',
    save: 'Save',
    saved: 'Saved. Everybody in the meeting sees it.',
  },
  change: 'Who is with you?',
  news: (helper, person) => `${helper} is now with ${person}.`,
  gone: (helper, person) => `${helper} is no longer with ${person}.`,
  there: (helper, person) => `${helper} is with ${person}.`,
  understood: 'OK',
  scheduling: {
    label: (person) => `Helper beside ${person}`,
    hint: 'If somebody is with the patient or a relative during the meeting, you can note it here. The helper gets no link of their own and no access to the plan. We do not write about the helper in mails.',
    heading: (helpers) => (helpers === 0 ? 'Helper beside somebody (optional)' : `Helpers beside somebody: ${helpers}`),
    name: 'Name',
    relation: 'Who is that?',
    problem: 'Write both the name of the helper and who it is.',
  },
};
