/** English: emergency access. */
import type { emergencyAccess as bokmal } from '../nb/emergencyAccess.ts';

export const emergencyAccess: typeof bokmal = {
  open: 'Emergency access',
  heading: 'Emergency access to a plan',
  lead: 'Only when a patient needs help now and you are not in the team. You can read for some hours, not write. The patient and the coordinator are told, and all that you see is in the patient’s log.',
  patient: 'The patient’s national identity number, or whole name',
  role: 'Your role',
  organisation: 'Where you work',
  reason: 'Why do you need access now?',
  reasonHint: 'The patient can read what you write here.',
  submit: 'Open the plan',
  missing: 'Fill in whom it is about, where you work and why, with at least ten characters.',
  until: (at: string) => `Emergency access until ${at}`,
  reading: (at: string) =>
    `You are reading by emergency access until ${at}. You cannot change anything. The patient and the coordinator have been told.`,
  used: 'Somebody has used emergency access',
  usedBy: (who: string, patientName: string, at: string) => `${who} opened the plan of ${patientName} ${at}.`,
  because: (reason: string) => `Reason: ${reason}`,
  seen: 'I have seen it',
  seenOf: (name: string) => `I have seen it: ${name} used emergency access`,
};
