/** English. */
import type { OfflineTexts } from '../nb/offline.ts';

export const offline: OfflineTexts = {
  plan: {
    asOf: (time) => `Offline – the plan as it was ${time}`,
    writable:
      'You can read and write as before. What you write is saved on this device and sent when the network is back.',
    readable: 'You can read as before.',
  },
  time: {
    today: (clock) => `at ${clock}`,
    other: (day, clock) => `on ${day} at ${clock}`,
  },
  back: {
    heading: 'You are online again',
    lead: 'This happened while you were offline:',
    mine: (count) => (count === 1 ? '1 change of yours is saved.' : `${count} changes of yours are saved.`),
    others: 'Others wrote here too.',
    othersOnly: 'Others wrote here.',
    names: (names) => `${names} wrote here too.`,
    namesOnly: (names) => `${names} wrote here.`,
    dismiss: 'Close',
  },
  home: {
    heading: 'You are offline',
    lead: 'These plans are on this device. You can read and write in them, and what you write is sent when the network is back.',
    none: 'No plans are on this device. A plan has to be opened once with a network before it can be used without.',
    asOf: (time) => `As it was ${time}`,
    retry: 'Try again',
  },
  signOut: {
    heading: 'Before you sign out',
    own: (sections) =>
      sections === 1
        ? 'You have written something in 1 section of a plan that is not sent yet. If you sign out now, it is deleted from this device.'
        : `You have written something in ${sections} sections of plans that is not sent yet. If you sign out now, it is deleted from this device.`,
    others: (name, sections) =>
      sections === 1
        ? `${name} has written something in 1 section of a plan on this device that is not sent yet.`
        : `${name} has written something in ${sections} sections of plans on this device that is not sent yet.`,
    unnamed: 'Another person',
    othersStay: 'It stays here encrypted until the person signs in again.',
    forgetOthers: (name) => `Delete what ${name} has written`,
    forgetUnnamed: 'Delete what the other person has written',
    stay: 'Stay signed in',
    signOut: 'Sign out',
    signOutAndDelete: 'Sign out and delete',
  },
  install: {
    label: 'Samråd on the home screen',
    text: 'Put Samråd on the home screen, and the plan opens with one tap, also without a network.',
    install: 'Add',
    dismiss: 'Not now',
  },
  update: {
    ready: 'A new version is ready',
    text: 'The page is loaded again. What you have written is taken care of.',
    take: 'Use it',
  },
};
