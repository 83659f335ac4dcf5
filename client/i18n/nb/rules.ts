/** Bokmål: what the rules find in a plan, and the page that tells what the rules are. */
export const rules = {
  page: {
    title: 'Regler og frister – Samråd',
    link: 'Regler og frister',
    heading: 'Regler og frister',
    lead: 'Her ser du hvilke regler Samråd minner om, hvor hver av dem kommer fra, og hvilke verdier som gjelder. Reglene sier hva som er avtalt mellom tjenestene. De sier aldri noe om behandlingen. Når det ikke står noe annet ved en verdi, er den standarden.',
    loading: 'Henter reglene …',
    defaults: 'Slik gjelder reglene når ingen kommune har satt egne verdier',
    municipality: (name: string) => `Slik gjelder reglene i ${name}`,
    district: (municipality: string, district: string) => `Slik gjelder reglene i ${district}, ${municipality}`,
    groups: {
      agreement: 'Det tjenestene har avtalt',
      country: 'Nasjonale råd',
      plan: 'Det Samråd passer på i hver plan',
    },
    values: 'Verdier',
    source: 'Kilde',
    dated: (date: string) => `datert ${date}`,
    undated: 'kilden oppgir ingen dato',
    setBy: {
      municipality: (source: string, date: string) => `satt av kommunen: ${source}, ${date}`,
      district: (source: string, date: string) => `satt av bydelen: ${source}, ${date}`,
    },
    talks: {
      name: 'Samtaler',
      windows: 'etter diagnosen, 3–4 måneder og 12–18 måneder etter den',
    },
  },
  names: {
    R1: 'Meldinger går elektronisk',
    R2: 'Svar innen tre dager',
    R3: 'Ring når det haster',
    R4: 'Telefonkonferanse avtales på forhånd',
    R5: 'Fastlegens hjemmebesøk',
    R6: 'Hjelp til å bestille time hos fastlegen',
    R7: 'Timer hos fastlegen gjennom året',
    R8: 'Alvorlig syke som kommer hjem fra sykehus',
    R9: 'Alltid noen å ringe',
    R10: 'Sjekkliste inn og ut av sykehus',
    R11: 'Spør spesialisten',
    R12: 'Avtalen gjelder bydelen',
    deadlines: 'Frister for oppgaver',
    'medicine-list': 'Samstemt legemiddelliste',
    resuscitation: 'Avklaring om hjerte- og lungeredning',
    team: 'Roller i teamet',
    revision: 'Neste gjennomgang av planen',
    'needs-talks': 'Pakkeforløp hjem',
  },
  norms: {
    R1: 'Fastlege, hjemmetjeneste og sykehus skriver til hverandre i elektroniske meldinger, ikke på papir. En oppgave for en annen virksomhet skal ha en melding.',
    R2: 'Den som får en melding, svarer innen fristen. Samråd minner om det på forhånd og viser meldingen i rødt når fristen er her.',
    R3: 'Når noe haster, ringer du. Bydelsoverlegen har telefonlisten. Hvem som ble ringt, skal stå i planen.',
    R4: 'Den som vil ha en telefonkonferanse, avtaler dag og klokkeslett først.',
    R5: 'Hjemmebesøk fra fastlegen legges i dette tidsrommet.',
    R6: 'Når ingen annen er satt opp, er det denne rollen som bestiller timen.',
    R7: 'Pasienten skal ha minst så mange timer hos fastlegen. Er det færre, foreslår Samråd en oppgave til hjemmetjenesten.',
    R8: 'Epikrisen skal komme samme dag, og kontaktlegen på sykehuset ringer fastlegen.',
    R9: 'Det skal alltid finnes en plan for hvem som kontaktes, hele døgnet, på helligdager og når fastlegen er borte.',
    R10: 'Ved innleggelse og utskrivning går teamet gjennom en sjekkliste. Det som ikke er i orden, blir oppgaver.',
    R11: 'Fastlege og sykehus har plikt til å gi hverandre råd. Et spørsmål får en dato for svaret.',
    R12: 'Hver bydel kan ha sin egen avtale. Kommunen og bydelen kan sette andre verdier enn standarden.',
    deadlines: 'En oppgave er i rute til og med fristdagen, og forsinket fra dagen etter.',
    'medicine-list': 'En lege underskriver listen når den er samstemt. Etter så lang tid regnes den som gammel.',
    resuscitation: 'En slik avklaring bør ses på igjen når den er blitt så gammel.',
    team: 'Fastlege, kontaktlege, kreftsykepleier, koordinator og hjemmetjeneste skal stå i teamet.',
    revision: 'Planen gås gjennom på den dagen teamet har satt.',
    'needs-talks':
      'Den som har fått en kreftdiagnose, får tilbud om tre samtaler om hva de trenger. De kan takke nei og bli spurt igjen.',
  },
  sources: {
    'district-agreement':
      'Samarbeidsavtale mellom fastleger og hjemmetjenesten i bydel Østensjø, gjengitt av en fastlege i bydelen',
    'gp-role': 'Helsedirektoratet: Fastlegens rolle ved kreft',
    'hospital-recommendations': 'Anbefalinger om samarbeid mellom fastleger og sykehus i hovedstadsområdet',
    'home-pathway': 'Helsedirektoratet: Pakkeforløp hjem for pasienter med kreft',
    samrad: 'Samråds egen regel for alle planer',
  },
  settings: {
    answerDays: 'Frist for svar',
    answerDayKind: 'Dagene som telles',
    reminderDay: 'Påminnelse',
    redDay: 'Vises i rødt fra',
    phoneList: 'Telefonliste',
    homeVisitFrom: 'Tidligst',
    homeVisitTo: 'Senest',
    appointmentBooker: 'Bestiller timen',
    appointmentsWanted: 'Minst',
    appointmentMonths: 'I løpet av',
    adviceDays: 'Frist for svar',
    reconcileMonths: 'Gammel etter',
    resuscitationMonths: 'Gammel etter',
  },
  values: {
    days: (count: string) => (count === '1' ? '1 dag' : `${count} dager`),
    onDay: (count: string) => `dag ${count}`,
    months: (count: string) => (count === '1' ? '1 måned' : `${count} måneder`),
    times: (count: string) => (count === '1' ? '1 timeavtale' : `${count} timeavtaler`),
    clock: (time: string) => `kl. ${time}`,
    dayKinds: { calendar: 'alle dager', working: 'virkedager, uten lørdag, søndag og helligdager' },
    noPhoneList: 'ikke lagt inn',
    phoneList: (owner: string, date: string) => `${owner}, ${date}`,
  },
  levels: { late: 'Forsinket', missing: 'Mangler', due: 'Frist', warning: 'Se på' },
  list: {
    heading: 'Dette trenger oppmerksomhet',
    label: 'Det som er forsinket, mangler eller har frist',
    more: (count: number) => `Vis ${count} til`,
    source: (name: string) => `Regel: ${name}`,
    none: 'Ingenting er forsinket eller mangler nå.',
    failed: 'Vi fikk ikke hentet fristene. Planen selv er som den skal.',
    retry: 'Prøv igjen',
    propose: 'Lag oppgaven',
    proposed: (what: string) => `Oppgaven «${what}» er lagt til.`,
    unnamed: 'uten tekst',
  },
  proposals: { 'gp-appointment': 'Bestille time hos fastlegen' },
  findings: {
    'R1.no-message': (what: string, organisation: string) =>
      organisation === ''
        ? `«${what}» er en melding, men er ikke skrevet.`
        : `«${what}»: ingen melding er sendt til ${organisation}.`,
    'R1.draft': (what: string) => `«${what}»: meldingen er skrevet, men ikke sendt.`,
    'R1.rejected': (what: string) => `«${what}»: meldingen ble avvist av mottakeren.`,
    'R1.partly': (what: string) => `«${what}»: mottakeren kunne bare bruke deler av meldingen.`,
    'R2.reminder': (what: string, due: string) => `«${what}»: svaret ventes innen ${due}.`,
    'R2.last-day': (what: string, due: string) => `«${what}»: siste dag for svar er i dag, ${due}.`,
    'R2.late': (what: string, due: string) => `«${what}»: svaret skulle ha kommet ${due}.`,
    'R3.nobody-rung': (what: string) => `«${what}» haster, men det står ikke hvem som er ringt.`,
    'R4.no-agreed-time': (what: string) => `«${what}»: telefonkonferansen mangler dag eller klokkeslett.`,
    'R5.outside-hours': (what: string, time: string, hours: string) =>
      `«${what}» er satt opp kl. ${time}. Fastlegens hjemmebesøk legges vanligvis kl. ${hours}.`,
    'R6.no-owner': (what: string, role: string) => `«${what}» har ingen ansvarlig. Ifølge avtalen: ${role}.`,
    'R7.too-few': (wanted: string, months: string, booked: string) =>
      `Det skal være minst ${wanted} timeavtaler hos fastlegen på ${months} måneder. ${booked} er holdt eller avtalt.`,
    'R8.letter': (due: string) => `Epikrisen skal være her innen ${due}.`,
    'R8.call': (due: string) => `Kontaktlegen på sykehuset skal ringe fastlegen innen ${due}.`,
    'R9.gaps': (hours: string) =>
      hours === '1' ? 'Det er 1 time i uken uten noen å ringe.' : `Det er ${hours} timer i uken uten noen å ringe.`,
    'R9.holiday-gaps': () => 'På helligdager er det timer uten noen å ringe.',
    'R9.gp-away': () => 'Det står ikke hvem som skal ringes når fastlegen er borte.',
    'R10.admitted': (points: string, day: string) =>
      points === '1'
        ? `Innlagt ${day}: 1 punkt på sjekklisten gjenstår.`
        : `Innlagt ${day}: ${points} punkter på sjekklisten gjenstår.`,
    'R10.discharged': (points: string, day: string) =>
      points === '1'
        ? `Utskrevet ${day}: 1 punkt på sjekklisten gjenstår.`
        : `Utskrevet ${day}: ${points} punkter på sjekklisten gjenstår.`,
    'R11.no-date': (what: string) => `«${what}»: spørsmålet har ingen dato for svar.`,
    'R11.waiting': (what: string, due: string) => `«${what}»: spesialisten svarer innen ${due}.`,
    'R11.late': (what: string, due: string) => `«${what}»: spesialisten skulle ha svart ${due}.`,
    'deadlines.today': (what: string, due: string) => `«${what}» har frist i dag, ${due}.`,
    'deadlines.late': (what: string, due: string) => `«${what}» hadde frist ${due}.`,
    'medicine-list.never': () => 'Ingen lege har underskrevet legemiddellisten.',
    'medicine-list.old': (day: string, months: string) =>
      `Legemiddellisten ble samstemt ${day}. Det er mer enn ${months} måneder siden.`,
    'medicine-list.new-letter': () => 'Det er kommet en ny epikrise etter at legemiddellisten ble samstemt.',
    'medicine-list.unresolved': (lines: string) =>
      lines === '1'
        ? '1 linje i legemiddellisten er ikke avklart.'
        : `${lines} linjer i legemiddellisten er ikke avklart.`,
    'resuscitation.undated': () => 'Avklaringen om hjerte- og lungeredning har ingen dato.',
    'resuscitation.old': (day: string, months: string) =>
      `Avklaringen om hjerte- og lungeredning er fra ${day}. Det er mer enn ${months} måneder siden.`,
    'team.no-role': (role: string) => `Ingen er satt opp i rollen ${role} i teamet.`,
    'revision.due': (day: string) => `Planen skal gås gjennom i dag, ${day}.`,
    'revision.late': (day: string) => `Planen skulle vært gått gjennom ${day}.`,
    'needs-talks.no-diagnosis': () => 'Pakkeforløp hjem: datoen for diagnosen mangler, så samtalene har ingen frist.',
    'needs-talks.first': () => 'Pakkeforløp hjem: den første samtalen er ikke holdt.',
    'needs-talks.second': (from: string, until: string) =>
      `Pakkeforløp hjem: den andre samtalen holdes mellom ${from} og ${until}.`,
    'needs-talks.third': (from: string, until: string) =>
      `Pakkeforløp hjem: den tredje samtalen holdes mellom ${from} og ${until}.`,
    'needs-talks.ask-again': (day: string) =>
      `Pakkeforløp hjem: pasienten takket nei, og ville bli spurt igjen ${day}.`,
  },
};
export type RuleTexts = typeof rules;
