/** English: the mails about meetings. */
import type { MailTexts } from './nb.ts';

export const mail: MailTexts = {
  event: 'Meeting in Samråd',
  subjects: {
    invited: (when) => `Invitation to a meeting in Samråd ${when}`,
    changed: (when) => `Changed: meeting in Samråd ${when}`,
    cancelled: (when) => `Cancelled: meeting in Samråd ${when}`,
    reminder: (when) => `Reminder: meeting in Samråd ${when}`,
  },
  leads: {
    invited: (convener) => `${convener} invites you to a video meeting in Samråd.`,
    changed: (convener) => `${convener} has changed a meeting that you are invited to.`,
    cancelled: (convener) => `${convener} has cancelled the meeting. You need not do anything.`,
    reminder: (convener) => `Remember the meeting that ${convener} has invited you to.`,
  },
  when: (when) => `Time: ${when}`,
  own: 'This is your own time in the meeting.',
  join: (address) => `Join here:\n${address}`,
  personal: 'The link is yours alone. Do not pass it on.',
  earlier: 'Use the link in the invitation. It still works.',
  signIn: 'You sign in yourself.',
  codeSubject: 'Code for the meeting in Samråd',
  code: (digits) => `Your code is ${digits}. It works for ten minutes. Give it to nobody.`,
  health: 'Do not answer this mail, and do not write about health in mails.',
};
