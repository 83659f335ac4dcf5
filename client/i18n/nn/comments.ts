/** Nynorsk: comments and questions. */
import type { comments as bokmal } from '../nb/comments.ts';

export const comments: typeof bokmal = {
  comments: 'Kommentarar',
  questions: 'Spørsmål til teamet',
  questionsHint: 'Her kan du spørje alle i teamet på éin gong. Hastar det, ring eit av nummera i kontaktplanen.',
  count: (name: string, open: number) => `${name} (${open})`,
  about: (row: string) => `Gjeld: ${row}`,
  question: 'Spørsmål',
  answer: 'Svar',
  answerLabel: 'Svaret ditt',
  resolve: 'Ferdig snakka om',
  reopen: 'Ta opp att',
  resolvedBy: (name: string, when: string) => `Ferdig snakka om. ${name}, ${when}.`,
  resolved: (count: number) => `Ferdig snakka om (${count})`,
  begin: 'Skriv ein kommentar',
  ask: 'Still eit spørsmål',
  commentLabel: 'Kommentar',
  questionLabel: 'Kva lurer du på?',
  aboutLabel: 'Kva gjeld det?',
  wholeSection: 'Heile denne delen',
  removedRow: 'noko som er fjerna sidan',
  send: 'Send',
  cancel: 'Avbryt',
  sent: 'Sendt.',
  failed: 'Det gjekk ikkje akkurat no. Det du skreiv, står her enno. Prøv igjen.',
};
