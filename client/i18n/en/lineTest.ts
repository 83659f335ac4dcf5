/** English: the test before the meeting. */
import type { Texts } from '../nb/index.ts';

export const lineTest: Texts['lineTest'] = {
  title: 'Test before the meeting',
  heading: 'Test before the meeting',
  lead: 'We try your camera, microphone, loudspeaker and connection, one at a time. It takes about fifteen seconds. Nobody else sees or hears you.',
  begin: 'Test devices and connection',
  beginHint: 'It takes about fifteen seconds.',
  again: 'Test again',
  link: 'Test camera, sound and connection',
  list: 'What we try',
  running: 'The test is running …',

  steps: {
    browser: 'Browser',
    camera: 'Camera',
    microphone: 'Microphone',
    speaker: 'Loudspeaker',
    udp: 'The way to the meeting (UDP)',
    tcp: 'Spare way (TCP)',
    quality: 'Quality of the connection',
    speed: 'Speed of the connection',
  },
  states: {
    waiting: 'Waiting',
    running: 'Trying now',
    good: 'Fine',
    weak: 'Not quite right',
    fault: 'Does not work',
    skipped: 'Not tried',
  },
  doing: {
    camera: 'If the browser asks for permission, press “Allow”.',
    microphone: 'Say something aloud now, for example “hello, hello”.',
    speaker: 'We played a sound. Did you hear it?',
    udp: 'We connect the way a meeting does.',
    quality: 'We send as when you talk together.',
    speed: 'We send as fast as the connection can.',
  },
  heard: 'I heard it',
  notHeard: 'I heard nothing',
  playAgain: 'Play it again',

  summary: {
    good: 'Everything is ready. You can join the meeting.',
    skipped: 'What we tried is fine.',
    weak: 'You can join the meeting, but something is not quite right. Read the advice below.',
    fault: 'Something does not work. Follow the advice below, and test again.',
  },

  advice: {
    browserInsecure:
      'The address is not secure (https), so the browser keeps back camera and microphone; ask for the right link.',
    browserUnsupported: 'This browser cannot do video meetings; try a recent Chrome, Edge, Firefox or Safari.',
    'camera-denied':
      'The browser may not use the camera: Press the symbol to the left of the web address, choose “Allow”, and test again.',
    'camera-missing': 'We find no camera: Connect it if you have one, or join without a picture.',
    'camera-busy': 'Another program is using the camera: Close it, for example Teams or Zoom, and test again.',
    'camera-gone': 'The camera was unplugged: Plug it in again, and test once more.',
    'camera-unsupported': 'This browser cannot use the camera here; try another browser.',
    'camera-dark': 'The picture is all dark: Look for a cover in front of the camera, or turn on a light.',
    'camera-still':
      'The picture stands still: Wave to the camera and test again, or unplug the camera and plug it in anew.',
    'camera-off': 'The camera is turned off here; turn it on if you want to try it.',
    'microphone-denied':
      'The browser may not use the microphone: Press the symbol to the left of the web address, choose “Allow”, and test again.',
    'microphone-missing': 'We find no microphone: Connect a headset or a microphone, and test again.',
    'microphone-busy': 'Another program is using the microphone: Close it, for example Teams or Zoom, and test again.',
    'microphone-gone': 'The microphone was unplugged: Plug it in again, and test once more.',
    'microphone-unsupported': 'This browser cannot use the microphone here; try another browser.',
    'microphone-silent':
      'We hear nothing from the microphone: See if it is turned off on the headset or the machine, or choose another microphone.',
    'microphone-off': 'The microphone is turned off here; turn it on if you want to try it.',
    speakerNotHeard: 'Turn up the sound, and see if it goes to a headset or another loudspeaker than you think.',
    speakerBlocked: 'The browser could not play the sound: See if the page is muted in the browser, and test again.',
    udpBlocked:
      'The firewall lets no UDP through: The meeting goes over TCP instead and may stutter, so ask the IT department to open for UDP, or try another network.',
    tcpBlocked: 'The spare way is closed, but you do not need it as long as the usual way is open.',
    allBlocked:
      'The network lets neither UDP nor TCP through to the meeting: Try another network, for example the mobile one, or ask the IT department.',
    noServer: 'We could not reach the meeting server: See if you are online, and test again.',
    busy: 'The meeting server has no room for more tests just now; try again in a minute.',
    tooMany: 'You have tested many times in a short while; wait a minute, and test again.',
    lossWeak: 'Some of what is sent does not arrive: Go closer to the router, or use a cable if you can.',
    lossFault:
      'Much of what is sent does not arrive, so words get lost: Go closer to the router, use a cable, or try the mobile network.',
    roundTripWeak:
      'Sound takes long there and back: Wait a moment before you answer, so that you do not talk at the same time.',
    roundTripFault:
      'Sound takes very long there and back: Try another network, for example the mobile one instead of satellite or VPN.',
    upWeak:
      'The connection is a little slow from you: Your picture will be blurred, so close other programs that use the network.',
    upFault:
      'The connection is too slow from you to send a picture: Join without a camera, and the sound gets through.',
    downWeak: 'The connection is a little slow to you: The pictures of the others will be blurred when you are many.',
    downFault: 'The connection is too slow to you for pictures: Choose “Sound only” in the meeting.',
  },

  facts: {
    connected: (ms) => `Connected in ${ms} ms`,
    relayed: 'by a relay (TURN)',
    direct: 'directly',
    loss: (up, down) => `Loss: ${up} out, ${down} in`,
    roundTrip: (ms) => `${ms} ms there and back`,
    speed: (up, down) => `${up} out, ${down} in`,
    mbit: (value) => `${value} Mbit/s`,
    level: (percent) => `Level ${percent}`,
    way: { udp: 'over UDP', tcp: 'over TCP' },
  },

  support: {
    heading: 'Do you need help?',
    lead: 'Copy the result and send it to whoever helps you. It does not say who you are or whom the meeting is about.',
    name: 'the result for help',
    show: 'See what is copied',
    label: 'The result as text',
    first: 'Samråd: test before the meeting',
    time: 'Time',
    browser: 'Browser',
    language: 'Screen language',
    server: 'Server',
    devices: 'Devices',
    deviceCounts: (cameras, microphones, speakers) =>
      `camera ${cameras}, microphone ${microphones}, loudspeaker ${speakers}`,
  },
};
