/** English: sound and picture that are encrypted from end to end. */
import type { EndToEndTexts } from '../nb/endToEnd.ts';

export const endToEnd: EndToEndTexts = {
  choice: 'Encrypt sound and picture end to end',
  choiceHint:
    'Only those who have the link with the key can see and hear. The server can not. The plan, the minutes and the chat are as otherwise.',
  notWithVideo: 'End-to-end encryption is only for video here in Samråd.',
  ready: 'Sound and picture are encrypted end to end.',
  missing: 'This meeting is encrypted end to end, and the key is not on this device',
  missingHelp:
    'Open the link that the leader of the meeting gave you, or paste it here. The key is not in the invitation by e-mail. If you lead the meeting, you can make a new key where you make links.',
  paste: 'The link or the key',
  use: 'Use the key',
  wrong: 'There is no key in what you pasted. Copy the whole link, to its very end.',
  unsupported: 'This meeting is encrypted end to end, which this browser can not do',
  unsupportedHelp:
    'Use a recent Chrome, Edge, Firefox or Safari, or ask the leader for a meeting without such encryption.',
  short: 'Encrypted',
  badge: 'Encrypted end to end',
  heading: 'Encrypted end to end',
  what: [
    'Sound, picture and shared screen are encrypted on your device and opened only by the others.',
    'The server passes on what it can not read. When somebody leaves, the key is changed.',
    'The plan, the minutes, the chat and the captions are encrypted on the way to the server, as always, but not end to end. The server also sees who takes part and who speaks.',
  ],
  unproven: 'Does not have the key: neither sees nor hears the others',
  close: 'Close',
  linksAbout:
    'The links hold the key to the meeting. Give them to each person in a way that you trust. The e-mail from here does not hold the key.',
  lost: 'The key to this meeting is not on this device. The links below lack it.',
  make: 'Make a new key',
  madeHint: 'The earlier key does not work with the new one: everybody must get their link again.',
};
