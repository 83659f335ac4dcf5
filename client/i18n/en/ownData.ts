/** English: taking everything along, and deletion. */
import type { ownData as bokmal } from '../nb/ownData.ts';

export const ownData: typeof bokmal = {
  title: 'The data – Samråd',
  heading: 'The data in the plan',
  fileTitle: 'Samråd',
  readAt: (at: string) => `Fetched ${at}`,
  parts: {
    team: 'Who is and was in the team',
    consents: 'Consents',
    threads: 'Comments and questions',
    meetings: 'Meetings',
    versions: 'Versions',
  },
  take: {
    heading: 'Take everything along',
    text: 'Here you fetch all that we have about you in this plan: its content, the versions, who is in the team, the consents, the comments, the meetings, and who has seen the plan. The file is not locked. Take good care of it.',
    readable: 'Download to read',
    machine: 'Download for other systems (JSON)',
    fetching: 'Fetching the data',
    saved: 'The file has been downloaded.',
  },
  deletion: {
    heading: 'Delete the plan',
    text: 'The plan can be deleted with all that belongs to it. It does not go at once, so that you can change your minds.',
    open: 'Delete the plan …',
    question: 'Delete the plan?',
    meaning:
      'Everybody in the team sees that the plan is to be deleted, and when. Until that day you or the coordinator can take it back. After it nobody can bring it back. The records at the GP, the hospital and the municipality are not touched.',
    confirm: 'Yes, delete the plan',
    no: 'No, keep it',
    due: (day: string) =>
      `The plan will be deleted ${day}. The patient or the coordinator can take it back until then.`,
    keep: 'Take the deletion back',
    asked: 'The plan is set to be deleted.',
    kept: 'The plan will not be deleted.',
  },
};
