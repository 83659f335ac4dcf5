/** English: comments and questions. */
import type { comments as bokmal } from '../nb/comments.ts';

export const comments: typeof bokmal = {
  comments: 'Comments',
  questions: 'Questions to the team',
  questionsHint: 'Ask everyone in the team at once. If it is urgent, ring one of the numbers in the contact plan.',
  count: (name: string, open: number) => `${name} (${open})`,
  about: (row: string) => `About: ${row}`,
  question: 'Question',
  answer: 'Answer',
  answerLabel: 'Your answer',
  resolve: 'Mark as settled',
  reopen: 'Take up again',
  resolvedBy: (name: string, when: string) => `Settled. ${name}, ${when}.`,
  resolved: (count: number) => `Settled (${count})`,
  begin: 'Write a comment',
  ask: 'Ask a question',
  commentLabel: 'Comment',
  questionLabel: 'What would you like to know?',
  aboutLabel: 'What is it about?',
  wholeSection: 'The whole of this section',
  removedRow: 'something that has since been removed',
  send: 'Send',
  cancel: 'Cancel',
  sent: 'Sent.',
  failed: "That didn't work just now. What you wrote is still here. Try again.",
};
