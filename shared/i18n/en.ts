/** English: the words that page and server share. */
import type { SharedTexts } from './nb.ts';
import { sections } from './sections/en.ts';
import { transitions } from './transitions/en.ts';

export const shared: SharedTexts = {
  roles: {
    gp: 'GP',
    oncologist: 'Oncologist',
    palliative: 'Palliative team',
    'cancer-nurse': 'Cancer nurse',
    coordinator: 'Coordinator',
    'home-care': 'Home care',
    allied: 'Other professional',
    volunteer: 'Volunteer',
    interpreter: 'Interpreter',
    patient: 'Patient',
    relative: 'Relative',
  },
  sections,
  transitions,
  sectionGroups: {
    person: 'The person and those closest',
    health: 'Illness and treatment',
    wishes: 'Wishes, faith and beliefs',
    everyday: 'Everyday life and help',
    onward: 'The way on',
  },
  notChosen: 'Not chosen',
  meetingKinds: {
    'what-matters': '“What matters to you?” talk',
    'care-team': 'Care team meeting',
    interdisciplinary: 'Interdisciplinary meeting',
    'advance-care': 'Advance care planning talk',
    discharge: 'Discharge meeting',
    'needs-assessment': 'Needs assessment talk',
  },
  errors: {
    'bad-request': 'Something that was sent was not valid. Look over the fields and try again.',
    'too-large': 'What was sent is too large. Split it up and try again.',
    'too-many': 'There were too many requests in a short time. Wait a minute and try again.',
    'not-signed-in': 'You are no longer signed in. Sign in again.',
    'not-found':
      'We cannot find this page. Perhaps you do not have access. Ask the coordinator if you think that you should.',
    'wrong-state': 'That is not possible right now. Wait a little and try again.',
    'already-joined': 'You are already in the meeting from another page.',
    'meeting-full': 'The meeting is full. Ask the convener for a place, or try again when somebody has left.',
    'meeting-ended': 'The meeting has ended.',
    'meeting-locked': 'The meeting is locked. Call the person who invited you if you should take part.',
    'mail-not-set-up': 'E-mail is not set up here. Copy the links instead.',
    'contacts-incomplete': 'The plan cannot be approved yet. The contact plan does not cover every hour of the day.',
    'link-unknown':
      'The link is not valid. Check that you have all of it, or ask the person who invited you for a new one.',
    'link-expired': 'The link has expired. Ask the person who invited you for a new one.',
    'link-used': 'The link has already been opened in another browser. Use that one, or ask for a new link.',
    'link-code-needed': 'We have sent a code to your mail address. Write it here.',
    'link-code-wrong': 'The code is not right, or it is too old. Try again, or ask for a new code.',
    'link-code-spent': 'Too many codes were asked for by this link. Ask the one who invited you for a new link.',
    'sign-in-first': 'The link is for a professional. Sign in to join.',
    'media-unavailable': 'Sound and picture are being restarted. It happens by itself in a few seconds.',
    internal: 'Something went wrong on our side. Try again in a little while.',
  },
};
