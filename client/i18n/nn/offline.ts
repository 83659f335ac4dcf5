/** Nynorsk. */
import type { OfflineTexts } from '../nb/offline.ts';

export const offline: OfflineTexts = {
  plan: {
    asOf: (time) => `Utan nett – slik planen var ${time}`,
    writable:
      'Du kan lese og skrive som før. Det du skriv, blir lagra på denne eininga og sendt når nettet er tilbake.',
    readable: 'Du kan lese som før.',
  },
  time: {
    today: (clock) => `kl. ${clock}`,
    other: (day, clock) => `${day} kl. ${clock}`,
  },
  back: {
    heading: 'Du er på nett igjen',
    lead: 'Dette hende medan du var utan nett:',
    mine: (count) => (count === 1 ? '1 endring frå deg er lagra.' : `${count} endringar frå deg er lagra.`),
    others: 'Andre skreiv òg her.',
    othersOnly: 'Andre skreiv her.',
    names: (names) => `${names} skreiv òg her.`,
    namesOnly: (names) => `${names} skreiv her.`,
    dismiss: 'Lukk',
  },
  home: {
    heading: 'Du er utan nett',
    lead: 'Desse planane ligg på denne eininga. Du kan lese og skrive i dei, og det du skriv, blir sendt når nettet er tilbake.',
    none: 'Ingen planar ligg på denne eininga. Ein plan må opnast éin gong med nett før han kan brukast utan.',
    asOf: (time) => `Slik han var ${time}`,
    retry: 'Prøv igjen',
  },
  signOut: {
    heading: 'Før du loggar ut',
    own: (sections) =>
      sections === 1
        ? 'Du har skrive noko i 1 del av ein plan som ikkje er sendt enno. Loggar du ut no, blir det sletta frå denne eininga.'
        : `Du har skrive noko i ${sections} delar av planar som ikkje er sendt enno. Loggar du ut no, blir det sletta frå denne eininga.`,
    others: (name, sections) =>
      sections === 1
        ? `${name} har skrive noko i 1 del av ein plan på denne eininga som ikkje er sendt enno.`
        : `${name} har skrive noko i ${sections} delar av planar på denne eininga som ikkje er sendt enno.`,
    unnamed: 'Ein annan person',
    othersStay: 'Det ligg kryptert her til personen loggar inn igjen.',
    forgetOthers: (name) => `Slett det ${name} har skrive`,
    forgetUnnamed: 'Slett det den andre har skrive',
    stay: 'Bli innlogga',
    signOut: 'Logg ut',
    signOutAndDelete: 'Logg ut og slett',
  },
  install: {
    label: 'Samråd på heimeskjermen',
    text: 'Legg Samråd på heimeskjermen, så opnar planen seg med eitt trykk, også utan nett.',
    install: 'Legg til',
    dismiss: 'Ikkje no',
  },
  update: {
    ready: 'Ny versjon er klar',
    text: 'Sida blir lasta på nytt. Det du har skrive, er teke vare på.',
    take: 'Ta han i bruk',
  },
};
