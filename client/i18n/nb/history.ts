/** Bokmål: who wrote what and when, and what is new. */
export const history = {
  today: 'i dag',
  yesterday: 'i går',
  /** «i går kl. 14:05» */
  at: (day: string, clock: string) => `${day} kl. ${clock}`,
  /** «Fatima Yilmaz (Hjemmetjenesten)» */
  writer: (name: string, role: string) => `${name} (${role})`,
  somebody: 'En som ikke er i teamet lenger',
  unnamed: 'uten navn',
  lastWritten: (who: string, when: string) => `Sist skrevet av ${who} ${when}`,
  history: 'Historikk',
  showHistory: 'Vis historikken',
  latest: 'Siste endringer',
  nothing: 'Ingen endringer er lagret ennå.',
  loading: 'Henter historikken …',
  failed: 'Historikken kunne ikke hentes. Prøv igjen om litt.',
  /** «Anne Lindqvist, 12. nov.» */
  short: (name: string, day: string) => `${name}, ${day}`,
  entry: { added: 'Lagt til', removed: 'Fjernet', changed: 'Endret' },
  fieldNow: (field: string, value: string) => `${field}: ${value}`,
  fieldChanged: (field: string) => `${field} endret`,
  emptied: 'tatt bort',
  no: 'Nei',
  quoted: (text: string) => `«${text}»`,
  lines: {
    added: (who: string, name: string) => `${who} la til «${name}»`,
    removed: (who: string, count: number) =>
      count === 1 ? `${who} fjernet ett punkt` : `${who} fjernet ${count} punkter`,
    wrote: (who: string, field: string) => `${who} skrev i «${field}»`,
    changedFields: (who: string, fields: string) => `${who} endret ${fields}`,
    changedOf: (who: string, fields: string, name: string) => `${who} endret ${fields} for «${name}»`,
    changedRow: (who: string, name: string) => `${who} endret «${name}»`,
  },
  news: {
    heading: (when: string) => `Nytt siden du var her sist (${when})`,
    more: (count: number) => (count === 1 ? 'og én endring til' : `og ${count} endringer til`),
    markSeen: 'Merk alt som sett',
    marked: 'Alt er merket som sett.',
    failed: 'Det gikk ikke akkurat nå. Prøv igjen om litt.',
    mark: (count: number) => (count === 1 ? '1 ny endring' : `${count} nye endringer`),
  },
  purge: {
    button: 'Fjern slettet tekst for godt',
    hint: 'Det som er slettet i denne delen, kan ennå ligge igjen på serveren. Her kan du fjerne det helt.',
    ask: 'Slettet tekst i denne delen blir borte for alltid. Det kan ikke angres.',
    yes: 'Ja, fjern for godt',
    no: 'Avbryt',
    done: 'Den slettede teksten er fjernet for godt.',
    failed: 'Det gikk ikke å fjerne teksten nå. Prøv igjen om litt.',
  },
};
