/** English: what is agreed before a meeting. */
import type { SchedulingTexts } from '../nb/scheduling.ts';

export const scheduling: SchedulingTexts = {
  agenda: {
    heading: (points, minutes) => `Agenda: ${points} points, ${minutes} minutes`,
    fixed: 'This talk always has these six points.',
    point: (number, title) => `Point ${number}: ${title}`,
    title: (number) => `Point ${number}`,
    minutes: 'Minutes',
    owner: 'Who leads',
    nobody: 'Whoever leads the meeting',
    callIn: 'Takes part in this point only, and is rung in when it begins',
    newTitle: 'New point',
    add: 'Add a point',
    remove: (title) => `Remove the point ${title}`,
  },
  professionalsFirst: 'The professionals begin. Patient and relatives wait until that part is over, and are told so.',
  about: 'The patient is not invited: the meeting is about the patient, not with the patient.',
  expected: (roles) => `Such meetings also expect: ${roles}. None of them is chosen.`,
  video: {
    label: 'Video at another place (optional)',
    hint: 'If you must use join.nhn.no or Whereby, write the address here. Agenda, plan and minutes are in Samråd all the same.',
    notice:
      'Sound and picture are in another video meeting. Here are agenda, plan and minutes. Camera and microphone are not used here.',
    open: 'Open the video meeting in a new window',
    join: 'Join here',
  },
  repeats: {
    label: 'Repeat the meeting',
    never: 'Only this time',
    every: (weeks) => (weeks === 1 ? 'Every week' : `Every ${weeks} weeks`),
    times: 'How many meetings in all?',
  },
  edit: {
    open: 'Change',
    heading: 'Change the meeting',
    save: 'Save the changes',
    told: 'Those who have got an invitation by e-mail are told of the change.',
  },
  cancel: {
    open: 'Cancel',
    heading: 'Cancel the meeting?',
    text: 'The meeting goes away for everyone. Those who have got an invitation by e-mail are told.',
    following: 'Cancel the next meetings of the series too',
    yes: 'Yes, cancel the meeting',
    no: 'No, keep it',
  },
  mail: {
    heading: 'Send the invitation by e-mail',
    about:
      'The e-mail says when the meeting is and how to join. It says nothing of the patient, the plan or what the meeting is about.',
    address: (name) => `E-mail of ${name}`,
    send: 'Send by e-mail',
    sent: (people) => (people === 1 ? 'Sent to 1 person.' : `Sent to ${people} people.`),
    none: 'Write at least one e-mail address.',
    wrong: (name) => `The e-mail address of ${name} does not look right.`,
  },
  mailbox: {
    title: 'Mailbox – Samråd',
    link: 'Mailbox',
    heading: 'The mailbox of the demonstration',
    about: 'Here is the mail that would have been sent. Nothing is sent from the demonstration.',
    loading: 'Fetching the mail …',
    empty: 'No mail yet.',
    to: (name, address) => `To ${name}, ${address}`,
    calendar: 'Save in the calendar',
  },
};
