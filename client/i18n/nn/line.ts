/** Nynorsk: the line of everybody in a meeting, a microphone that was taken, and the numbers for support. */
import type { LineTexts } from '../nb/line.ts';

export const line: LineTexts = {
  quality: { good: 'God linje', weak: 'Svak linje', bad: 'Svært svak linje' },

  rests: {
    mine: 'Biletet er på pause: linja di er svak.',
    theirs: (name: string) => `Biletet er på pause: linja til ${name} er svak.`,
    own: 'Biletet ditt er på pause: linja di er svak. Flytt deg nærare ruteren, eller vel berre lyd.',
    begins: 'Biletet ditt er på pause fordi linja di er svak. Lyden går som før.',
    ends: 'Biletet ditt er tilbake.',
  },

  microphone: {
    taken: 'Ein annan samtale har teke mikrofonen.',
    takenHint: 'Ingen høyrer deg så lenge. Legg på den andre samtalen først.',
    goneHint: 'Ingen høyrer deg så lenge. Kople han til igjen, eller bruk ein annan.',
    get: 'Få tilbake mikrofonen',
    back: { live: 'Mikrofonen er tilbake.', muted: 'Mikrofonen er tilbake. Han er av, som før.' },
  },

  about: {
    open: 'Om linja',
    heading: 'Om linja',
    lead: 'Slik går lyd og bilete akkurat no. Det du kopierer, seier ikkje kven de er eller kva møtet handlar om.',
    measuring: 'Måler …',
    copy: 'Kopier til brukarstøtte',
    close: 'Lukk',
    title: 'Samråd: om linja',
    time: 'Tidspunkt',
    browser: 'Nettlesar',
    up: 'Frå deg',
    down: 'Til deg',
    sound: 'Lyd',
    pictures: 'Bilete',
    way: 'Veg',
    ways: {
      udp: 'UDP, rett fram',
      tcp: 'TCP, rett fram',
      'turn-udp': 'UDP, gjennom TURN',
      'turn-tcp': 'TCP, gjennom TURN',
      'turn-tls': 'TLS, gjennom TURN',
    },
    roundTrip: 'Svartid',
    rate: 'Fart',
    available: 'Plass i linja',
    loss: 'Tapt på vegen',
    concealed: 'Mangla i lyden du høyrde',
    codec: 'Format',
    unknown: 'ikkje målt',
    decimalMark: ',',
    milliseconds: (number: string) => `${number} ms`,
    kilobits: (number: string) => `${number} kbit/s`,
    percent: (number: string) => `${number} %`,
    picture: (size: string, frames: string) => `${size}, ${frames} bilete i sekundet`,
    layer: (layer: string) => `storleik ${layer} av 3`,
    ownPicture: 'Ditt bilete',
    participant: (number: string) => `Deltakar ${number}`,
    screenOf: (who: string) => `${who}, skjerm`,
    noPictures: 'Ingen bilete går no.',
  },
};
