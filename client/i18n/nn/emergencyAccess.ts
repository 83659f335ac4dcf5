/** Nynorsk: emergency access. */
import type { emergencyAccess as bokmal } from '../nb/emergencyAccess.ts';

export const emergencyAccess: typeof bokmal = {
  open: 'Naudtilgang',
  heading: 'Naudtilgang til ein plan',
  lead: 'Berre når ein pasient treng hjelp no, og du ikkje er med i teamet. Du kan lese i nokre timar, ikkje skrive. Pasienten og koordinatoren får melding, og alt du ser, står i loggen til pasienten.',
  patient: 'Fødselsnummeret til pasienten, eller heile namnet',
  role: 'Rolla di',
  organisation: 'Arbeidsstaden din',
  reason: 'Kvifor treng du tilgang no?',
  reasonHint: 'Pasienten får lese det du skriv her.',
  submit: 'Opne planen',
  missing: 'Fyll ut kven det gjeld, kvar du arbeider, og kvifor, med minst ti teikn.',
  until: (at: string) => `Naudtilgang til ${at}`,
  reading: (at: string) =>
    `Du les med naudtilgang til ${at}. Du kan ikkje endre noko. Pasienten og koordinatoren har fått melding.`,
  used: 'Nokon har brukt naudtilgang',
  usedBy: (who: string, patientName: string, at: string) => `${who} opna planen til ${patientName} ${at}.`,
  because: (reason: string) => `Grunngiving: ${reason}`,
  seen: 'Eg har sett det',
  seenOf: (name: string) => `Eg har sett det: ${name} brukte naudtilgang`,
};
