/** English: the points of the checklist of a transition, and what each is called as a task. */
import type { transitions as bokmaal } from './nb.ts';

const discharged: (typeof bokmaal)['discharged'] = {
  letter: { point: 'The discharge letter has been received', task: 'Ask the hospital for the discharge letter' },
  'contact-doctor': {
    point: 'The contact doctor and their phone number are known',
    task: 'Find out who the contact doctor at the hospital is, and put the number in the contact plan',
  },
  'follow-up': { point: 'It is agreed who follows up what', task: 'Agree who follows up what' },
  medicines: {
    point: 'Changes in medicines come with their reasons',
    task: 'Go through the changes in medicines and the reasons for them',
  },
  'gp-appointment': { point: 'An appointment with the GP is made', task: 'Book an appointment with the GP' },
  transport: { point: 'Transport is arranged', task: 'Arrange transport' },
  'sick-leave': { point: 'Sick leave is arranged', task: 'Arrange sick leave' },
  'blood-tests': { point: 'Blood tests are arranged', task: 'Arrange blood tests' },
};

export const transitions: typeof bokmaal = {
  discharged,
  admitted: {
    ...discharged,
    letter: {
      point: 'The hospital has the admission letter and what it needs to know',
      task: 'Send the admission letter and what the hospital needs to know',
    },
  },
};
