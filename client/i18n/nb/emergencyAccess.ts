/** Bokmål: emergency access. */
export const emergencyAccess = {
  open: 'Nødtilgang',
  heading: 'Nødtilgang til en plan',
  lead: 'Bare når en pasient trenger hjelp nå, og du ikke er med i teamet. Du kan lese i noen timer, ikke skrive. Pasienten og koordinatoren får beskjed, og alt du ser, står i pasientens logg.',
  patient: 'Pasientens fødselsnummer, eller hele navnet',
  role: 'Din rolle',
  organisation: 'Ditt arbeidssted',
  reason: 'Hvorfor trenger du tilgang nå?',
  reasonHint: 'Pasienten får lese det du skriver her.',
  submit: 'Åpne planen',
  missing: 'Fyll ut hvem det gjelder, hvor du arbeider, og hvorfor, med minst ti tegn.',
  until: (at: string) => `Nødtilgang til ${at}`,
  reading: (at: string) =>
    `Du leser med nødtilgang til ${at}. Du kan ikke endre noe. Pasienten og koordinatoren har fått beskjed.`,
  used: 'Noen har brukt nødtilgang',
  usedBy: (who: string, patientName: string, at: string) => `${who} åpnet planen til ${patientName} ${at}.`,
  because: (reason: string) => `Begrunnelse: ${reason}`,
  seen: 'Jeg har sett det',
  seenOf: (name: string) => `Jeg har sett det: ${name} brukte nødtilgang`,
};
