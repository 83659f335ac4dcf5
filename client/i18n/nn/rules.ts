/** Nynorsk. */
import type { RuleTexts } from '../nb/rules.ts';

export const rules: RuleTexts = {
  page: {
    title: 'Reglar og fristar – Samråd',
    link: 'Reglar og fristar',
    heading: 'Reglar og fristar',
    lead: 'Her ser du kva reglar Samråd minner om, kvar kvar av dei kjem frå, og kva verdiar som gjeld. Reglane seier kva som er avtalt mellom tenestene. Dei seier aldri noko om behandlinga. Når det ikkje står noko anna ved ein verdi, er han standarden.',
    loading: 'Hentar reglane …',
    defaults: 'Slik gjeld reglane når ingen kommune har sett eigne verdiar',
    municipality: (name) => `Slik gjeld reglane i ${name}`,
    district: (municipality, district) => `Slik gjeld reglane i ${district}, ${municipality}`,
    groups: {
      agreement: 'Det tenestene har avtalt',
      country: 'Nasjonale råd',
      plan: 'Det Samråd passar på i kvar plan',
    },
    values: 'Verdiar',
    source: 'Kjelde',
    dated: (date) => `datert ${date}`,
    undated: 'kjelda oppgjev ingen dato',
    setBy: {
      municipality: (source, date) => `sett av kommunen: ${source}, ${date}`,
      district: (source, date) => `sett av bydelen: ${source}, ${date}`,
    },
    talks: {
      name: 'Samtalar',
      windows: 'etter diagnosen, 3–4 månader og 12–18 månader etter han',
    },
  },
  names: {
    R1: 'Meldingar går elektronisk',
    R2: 'Svar innan tre dagar',
    R3: 'Ring når det hastar',
    R4: 'Telefonkonferanse blir avtalt på førehand',
    R5: 'Heimebesøk frå fastlegen',
    R6: 'Hjelp til å tinge time hos fastlegen',
    R7: 'Timar hos fastlegen gjennom året',
    R8: 'Alvorleg sjuke som kjem heim frå sjukehus',
    R9: 'Alltid nokon å ringje',
    R10: 'Sjekkliste inn og ut av sjukehus',
    R11: 'Spør spesialisten',
    R12: 'Avtalen gjeld bydelen',
    deadlines: 'Fristar for oppgåver',
    'medicine-list': 'Samstemt legemiddelliste',
    resuscitation: 'Avklaring om hjarte- og lungeredning',
    team: 'Roller i teamet',
    revision: 'Neste gong planen blir gått gjennom',
    'needs-talks': 'Pakkeforløp heim',
  },
  norms: {
    R1: 'Fastlege, heimeteneste og sjukehus skriv til kvarandre i elektroniske meldingar, ikkje på papir. Ei oppgåve for ei anna verksemd skal ha ei melding.',
    R2: 'Den som får ei melding, svarar innan fristen. Samråd minner om det på førehand og viser meldinga i raudt når fristen er her.',
    R3: 'Når noko hastar, ringjer du. Bydelsoverlegen har telefonlista. Kven som vart ringd, skal stå i planen.',
    R4: 'Den som vil ha ein telefonkonferanse, avtaler dag og klokkeslett først.',
    R5: 'Heimebesøk frå fastlegen blir lagde i dette tidsrommet.',
    R6: 'Når ingen annan er sett opp, er det denne rolla som tingar timen.',
    R7: 'Pasienten skal ha minst så mange timar hos fastlegen. Er det færre, foreslår Samråd ei oppgåve til heimetenesta.',
    R8: 'Epikrisen skal kome same dagen, og kontaktlegen på sjukehuset ringjer fastlegen.',
    R9: 'Det skal alltid finnast ein plan for kven som skal kontaktast, heile døgnet, på heilagdagar og når fastlegen er borte.',
    R10: 'Ved innlegging og utskriving går teamet gjennom ei sjekkliste. Det som ikkje er i orden, blir oppgåver.',
    R11: 'Fastlege og sjukehus har plikt til å gje kvarandre råd. Eit spørsmål får ein dato for svaret.',
    R12: 'Kvar bydel kan ha sin eigen avtale. Kommunen og bydelen kan setje andre verdiar enn standarden.',
    deadlines: 'Ei oppgåve er i rute til og med fristdagen, og forseinka frå dagen etter.',
    'medicine-list': 'Ein lege skriv under på lista når ho er samstemt. Etter så lang tid blir ho rekna som gammal.',
    resuscitation: 'Ei slik avklaring bør sjåast på igjen når ho er blitt så gammal.',
    team: 'Fastlege, kontaktlege, kreftsjukepleiar, koordinator og heimeteneste skal stå i teamet.',
    revision: 'Planen blir gått gjennom på den dagen teamet har sett.',
    'needs-talks':
      'Den som har fått ein kreftdiagnose, får tilbod om tre samtalar om kva dei treng. Dei kan takke nei og bli spurde igjen.',
  },
  sources: {
    'district-agreement':
      'Samarbeidsavtale mellom fastlegar og heimetenesta i bydel Østensjø, attgjeven av ein fastlege i bydelen',
    'gp-role': 'Helsedirektoratet: «Fastlegens rolle ved kreft»',
    'hospital-recommendations': 'Tilrådingar om samarbeid mellom fastlegar og sjukehus i hovudstadsområdet',
    'home-pathway': 'Helsedirektoratet: Pakkeforløp heim for pasientar med kreft',
    samrad: 'Samråd sin eigen regel for alle planar',
  },
  settings: {
    answerDays: 'Frist for svar',
    answerDayKind: 'Dagane som blir talde',
    reminderDay: 'Påminning',
    redDay: 'Blir vist i raudt frå',
    phoneList: 'Telefonliste',
    homeVisitFrom: 'Tidlegast',
    homeVisitTo: 'Seinast',
    appointmentBooker: 'Tingar timen',
    appointmentsWanted: 'Minst',
    appointmentMonths: 'I løpet av',
    adviceDays: 'Frist for svar',
    reconcileMonths: 'Gammal etter',
    resuscitationMonths: 'Gammal etter',
  },
  values: {
    days: (count) => (count === '1' ? '1 dag' : `${count} dagar`),
    onDay: (count) => `dag ${count}`,
    months: (count) => (count === '1' ? '1 månad' : `${count} månader`),
    times: (count) => (count === '1' ? '1 timeavtale' : `${count} timeavtalar`),
    clock: (time) => `kl. ${time}`,
    dayKinds: { calendar: 'alle dagar', working: 'yrkedagar, utan laurdag, søndag og heilagdagar' },
    noPhoneList: 'ikkje lagd inn',
    phoneList: (owner, date) => `${owner}, ${date}`,
  },
  levels: { late: 'Forseinka', missing: 'Manglar', due: 'Frist', warning: 'Sjå på' },
  list: {
    heading: 'Dette treng merksemd',
    label: 'Det som er forseinka, manglar eller har frist',
    more: (count) => `Vis ${count} til`,
    source: (name) => `Regel: ${name}`,
    none: 'Ingenting er forseinka eller manglar no.',
    failed: 'Vi fekk ikkje henta fristane. Planen sjølv er som han skal.',
    retry: 'Prøv igjen',
    propose: 'Lag oppgåva',
    proposed: (what) => `Oppgåva «${what}» er lagd til.`,
    unnamed: 'utan tekst',
  },
  proposals: { 'gp-appointment': 'Tinge time hos fastlegen' },
  findings: {
    'R1.no-message': (what, organisation) =>
      organisation === ''
        ? `«${what}» er ei melding, men er ikkje skriven.`
        : `«${what}»: inga melding er send til ${organisation}.`,
    'R1.draft': (what) => `«${what}»: meldinga er skriven, men ikkje send.`,
    'R1.rejected': (what) => `«${what}»: meldinga vart avvist av mottakaren.`,
    'R1.partly': (what) => `«${what}»: mottakaren kunne berre bruke delar av meldinga.`,
    'R2.reminder': (what, due) => `«${what}»: svaret er venta innan ${due}.`,
    'R2.last-day': (what, due) => `«${what}»: siste dagen for svar er i dag, ${due}.`,
    'R2.late': (what, due) => `«${what}»: svaret skulle ha kome ${due}.`,
    'R3.nobody-rung': (what) => `«${what}» hastar, men det står ikkje kven som er ringd.`,
    'R4.no-agreed-time': (what) => `«${what}»: telefonkonferansen manglar dag eller klokkeslett.`,
    'R5.outside-hours': (what, time, hours) =>
      `«${what}» er sett opp kl. ${time}. Heimebesøk frå fastlegen blir vanlegvis lagde kl. ${hours}.`,
    'R6.no-owner': (what, role) => `«${what}» har ingen ansvarleg. Etter avtalen: ${role}.`,
    'R7.too-few': (wanted, months, booked) =>
      `Det skal vere minst ${wanted} timeavtalar hos fastlegen på ${months} månader. ${booked} er haldne eller avtalte.`,
    'R8.letter': (due) => `Epikrisen skal vere her innan ${due}.`,
    'R8.call': (due) => `Kontaktlegen på sjukehuset skal ringje fastlegen innan ${due}.`,
    'R9.gaps': (hours) =>
      hours === '1' ? 'Det er 1 time i veka utan nokon å ringje.' : `Det er ${hours} timar i veka utan nokon å ringje.`,
    'R9.holiday-gaps': () => 'På heilagdagar er det timar utan nokon å ringje.',
    'R9.gp-away': () => 'Det står ikkje kven som skal ringjast når fastlegen er borte.',
    'R10.admitted': (points, day) =>
      points === '1'
        ? `Innlagd ${day}: 1 punkt på sjekklista står att.`
        : `Innlagd ${day}: ${points} punkt på sjekklista står att.`,
    'R10.discharged': (points, day) =>
      points === '1'
        ? `Utskriven ${day}: 1 punkt på sjekklista står att.`
        : `Utskriven ${day}: ${points} punkt på sjekklista står att.`,
    'R11.no-date': (what) => `«${what}»: det står ikkje når svaret skal kome.`,
    'R11.waiting': (what, due) => `«${what}»: spesialisten svarar innan ${due}.`,
    'R11.late': (what, due) => `«${what}»: spesialisten skulle ha svart innan ${due}.`,
    'deadlines.today': (what, due) => `«${what}» har frist i dag, ${due}.`,
    'deadlines.late': (what, due) => `«${what}» hadde frist ${due}.`,
    'medicine-list.never': () => 'Ingen lege har skrive under på legemiddellista.',
    'medicine-list.old': (day, months) =>
      `Legemiddellista vart samstemt ${day}. Det er meir enn ${months} månader sidan.`,
    'medicine-list.new-letter': () => 'Det er kome ein ny epikrise etter at legemiddellista vart samstemt.',
    'medicine-list.unresolved': (lines) =>
      lines === '1'
        ? '1 linje i legemiddellista er ikkje avklart.'
        : `${lines} linjer i legemiddellista er ikkje avklarte.`,
    'resuscitation.undated': () => 'Avklaringa om hjarte- og lungeredning har ingen dato.',
    'resuscitation.old': (day, months) =>
      `Avklaringa om hjarte- og lungeredning er frå ${day}. Det er meir enn ${months} månader sidan.`,
    'team.no-role': (role) => `Ingen er sett opp i rolla ${role} i teamet.`,
    'revision.due': (day) => `Planen skal gåast gjennom i dag, ${day}.`,
    'revision.late': (day) => `Planen skulle vore gått gjennom ${day}.`,
    'needs-talks.no-diagnosis': () => 'Pakkeforløp heim: datoen for diagnosen manglar, så samtalane har ingen frist.',
    'needs-talks.first': () => 'Pakkeforløp heim: den første samtalen er ikkje halden.',
    'needs-talks.second': (from, until) =>
      `Pakkeforløp heim: den andre samtalen blir halden mellom ${from} og ${until}.`,
    'needs-talks.third': (from, until) =>
      `Pakkeforløp heim: den tredje samtalen blir halden mellom ${from} og ${until}.`,
    'needs-talks.ask-again': (day) => `Pakkeforløp heim: pasienten takka nei, og ville bli spurd igjen ${day}.`,
  },
};
