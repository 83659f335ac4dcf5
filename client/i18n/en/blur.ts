/** English: a background that nobody can read. */
import type { BlurTexts } from '../nb/blur.ts';

export const blur: BlurTexts = {
  choice: 'Blur what is behind me for the others.',
  fixed: 'It is switched on in the settings of your machine.',
  notHere: 'This browser cannot blur your background.',
  failures: {
    slow: 'The machine cannot blur the background without the picture stuttering.',
    broken: 'We cannot blur the background on this machine.',
  },
  hidden: 'So the camera is turned off, and nobody sees the room you are in. The sound goes on as before.',
  showAnyway: 'Show the picture without a blurred background',
};
