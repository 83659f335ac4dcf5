/** Nynorsk: the mails about meetings. */
import type { MailTexts } from './nb.ts';

export const mail: MailTexts = {
  event: 'Møte i Samråd',
  subjects: {
    invited: (when) => `Innkalling til møte i Samråd ${when}`,
    changed: (when) => `Endra: møte i Samråd ${when}`,
    cancelled: (when) => `Avlyst: møte i Samråd ${when}`,
    reminder: (when) => `Påminning: møte i Samråd ${when}`,
  },
  leads: {
    invited: (convener) => `${convener} inviterer deg til eit videomøte i Samråd.`,
    changed: (convener) => `${convener} har endra eit møte som du er invitert til.`,
    cancelled: (convener) => `${convener} har avlyst møtet. Du treng ikkje gjere noko.`,
    reminder: (convener) => `Hugs møtet som ${convener} har invitert deg til.`,
  },
  when: (when) => `Tid: ${when}`,
  own: 'Dette er di eiga tid i møtet.',
  join: (address) => `Bli med her:\n${address}`,
  personal: 'Lenkja er berre di. Ikkje send henne vidare.',
  earlier: 'Bruk lenkja i innkallinga. Ho gjeld framleis.',
  signIn: 'Du loggar inn sjølv.',
  codeSubject: 'Kode til møtet ditt i Samråd',
  code: (digits) => `Koden din er ${digits}. Han verkar i ti minutt. Gi han ikkje til nokon.`,
  health: 'Svar ikkje på denne e-posten, og skriv ikkje om helse i e-post.',
};
