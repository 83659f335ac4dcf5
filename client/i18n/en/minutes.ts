/** English: the minutes of a meeting, and what is left of it afterwards. */
import type { MinutesTexts } from '../nb/minutes.ts';

export const minutes: MinutesTexts = {
  tabs: { label: 'Plan and minutes', plan: 'Plan', minutes: 'Minutes' },
  loading: 'Fetching the minutes …',
  closed: 'You cannot write in the minutes. When they are finished you find them under the meetings of the plan.',
  heading: 'Minutes',
  about: 'Everyone in the meeting writes the same minutes. They are not the medical record.',
  states: { saved: 'Saved', saving: 'Saving …', offline: 'Not connected. What you write is sent later.' },
  general: 'Otherwise',
  propose: 'Propose from changes in the plan',
  proposed: (lines) =>
    lines === 0
      ? 'All of it is there already.'
      : lines === 1
        ? 'Added 1 line under “Otherwise”.'
        : `Added ${lines} lines under “Otherwise”.`,
  nothingToPropose: 'Nothing in the plan has changed during the meeting.',
  decisions: 'Decisions',
  decision: (number) => `Decision ${number}`,
  addDecision: 'New decision',
  makeTask: 'Make it a task in the plan',
  isTask: 'Task in the plan',
  emptyDecision: 'Write the decision first.',
  remove: 'Remove',
  proposal: {
    somebody: 'Somebody',
    changed: 'changed it',
    added: (rows) => `added ${rows}`,
    removed: (rows) => `removed ${rows}`,
    line: (section, who, what) => `${section}: ${who} ${what}.`,
  },
  list: {
    heading: (meetings) => `Meetings (${meetings})`,
    record: 'See the minutes',
  },
  page: {
    title: 'Minutes – Samråd',
    loading: 'Fetching the minutes …',
    toPlan: 'To the plan',
    attendance: 'Who took part',
    nobody: 'Nobody has been in the meeting.',
    stillHere: 'now',
    minutes: 'Minutes',
    finishHint: 'When the minutes are finished nobody can change them. Those who took part can then approve them.',
    finish: 'The minutes are finished',
    frozen: (who, when) => `Finished by ${who} ${when}. Cannot be changed.`,
    noDecisions: 'No decisions.',
    next: 'Next appointment',
    consentYes: 'The patient consents to the note being sent to home care.',
    consentNo: 'The patient does not consent to the note being sent to home care.',
    chat: 'Written to all in the meeting',
    approvals: 'Approved by',
    noApprovals: 'Nobody yet.',
    approve: 'Approve the minutes',
  },
};
