/** Bokmål: the mails about meetings. Nothing of health, of a plan or of who the meeting is about stands in them. */
export const mail = {
  event: 'Møte i Samråd',
  subjects: {
    invited: (when: string) => `Innkalling til møte i Samråd ${when}`,
    changed: (when: string) => `Endret: møte i Samråd ${when}`,
    cancelled: (when: string) => `Avlyst: møte i Samråd ${when}`,
    reminder: (when: string) => `Påminnelse: møte i Samråd ${when}`,
  },
  leads: {
    invited: (convener: string) => `${convener} inviterer deg til et videomøte i Samråd.`,
    changed: (convener: string) => `${convener} har endret et møte som du er invitert til.`,
    cancelled: (convener: string) => `${convener} har avlyst møtet. Du trenger ikke å gjøre noe.`,
    reminder: (convener: string) => `Husk møtet som ${convener} har invitert deg til.`,
  },
  when: (when: string) => `Tid: ${when}`,
  own: 'Dette er din egen tid i møtet.',
  join: (address: string) => `Bli med her:\n${address}`,
  personal: 'Lenken er bare din. Ikke send den videre.',
  earlier: 'Bruk lenken i innkallingen. Den gjelder fortsatt.',
  signIn: 'Du logger inn selv.',
  codeSubject: 'Kode til møtet i Samråd',
  code: (digits: string) => `Koden din er ${digits}. Den virker i ti minutter. Gi den ikke til noen.`,
  health: 'Svar ikke på denne e-posten, og skriv ikke om helse i e-post.',
};
export type MailTexts = typeof mail;
