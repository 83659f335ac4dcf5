/** English: the line of everybody in a meeting, a microphone that was taken, and the numbers for support. */
import type { LineTexts } from '../nb/line.ts';

export const line: LineTexts = {
  quality: { good: 'Good line', weak: 'Weak line', bad: 'Very weak line' },

  rests: {
    mine: 'The picture is paused: your line is weak.',
    theirs: (name: string) => `The picture is paused: the line of ${name} is weak.`,
    own: 'Your picture is paused: your line is weak. Move closer to the router, or choose sound only.',
    begins: 'Your picture is paused because your line is weak. The sound goes on as before.',
    ends: 'Your picture is back.',
  },

  microphone: {
    taken: 'Another call has taken the microphone.',
    takenHint: 'Nobody hears you meanwhile. Hang up the other call first.',
    goneHint: 'Nobody hears you meanwhile. Plug it in again, or use another one.',
    get: 'Get the microphone back',
    back: { live: 'The microphone is back.', muted: 'The microphone is back. It is off, as before.' },
  },

  about: {
    open: 'About the line',
    heading: 'About the line',
    lead: 'This is how sound and picture flow just now. What you copy does not say who you are or what the meeting is about.',
    measuring: 'Measuring …',
    copy: 'Copy for support',
    close: 'Close',
    title: 'Samråd: about the line',
    time: 'Time',
    browser: 'Browser',
    up: 'From you',
    down: 'To you',
    sound: 'Sound',
    pictures: 'Pictures',
    way: 'Way',
    ways: {
      udp: 'UDP, direct',
      tcp: 'TCP, direct',
      'turn-udp': 'UDP, by way of TURN',
      'turn-tcp': 'TCP, by way of TURN',
      'turn-tls': 'TLS, by way of TURN',
    },
    roundTrip: 'Response time',
    rate: 'Speed',
    available: 'Room in the line',
    loss: 'Lost on the way',
    concealed: 'Missing from the sound you heard',
    codec: 'Format',
    unknown: 'not measured',
    decimalMark: '.',
    milliseconds: (number: string) => `${number} ms`,
    kilobits: (number: string) => `${number} kbit/s`,
    percent: (number: string) => `${number} %`,
    picture: (size: string, frames: string) => `${size}, ${frames} frames a second`,
    layer: (layer: string) => `size ${layer} of 3`,
    ownPicture: 'Your picture',
    participant: (number: string) => `Participant ${number}`,
    screenOf: (who: string) => `${who}, screen`,
    noPictures: 'No pictures flow now.',
  },
};
