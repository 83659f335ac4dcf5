/** English. */
import type { MeetingTexts } from '../nb/meeting.ts';

export const meeting: MeetingTexts = {
  loading: 'Fetching the meeting …',

  deviceCheck: {
    heading: 'Get ready',
    led: (name: string) => `Convener: ${name}`,
    notSeen: 'Nobody sees or hears you yet.',
    asking: 'The browser asks whether it may use your camera and microphone. Press “Allow”.',
    join: 'Join',
    joinWithoutCamera: 'Join without camera',
    devices: 'Camera, microphone and loudspeaker',
  },

  devices: {
    heading: 'Sound and picture',
    camera: 'Choose camera',
    microphone: 'Choose microphone',
    speaker: 'Choose loudspeaker',
    automatic: 'The browser’s choice',
    testSound: 'Play a test sound',
    testSoundHint: 'If you hear three notes, the loudspeaker works.',
    level: 'The microphone',
    speak: 'Say something to see whether the microphone works.',
    heard: 'The microphone works.',
    noise: 'Soften the noise around me. Turn off if your voice gets lost.',
    pushToTalk: 'If the microphone is off, you can hold the space bar down while you speak.',
    muted: 'The microphone is off.',
    close: 'Close',
    retry: 'Try again',
    problems: {
      camera: {
        denied: 'The browser is not allowed to use the camera.',
        missing: 'We cannot find a camera.',
        busy: 'Another program is using the camera.',
        gone: 'The camera was unplugged.',
        unsupported: 'This browser cannot use the camera here.',
      },
      microphone: {
        denied: 'The browser is not allowed to use the microphone.',
        missing: 'We cannot find a microphone.',
        busy: 'Another program is using the microphone.',
        gone: 'The microphone was unplugged.',
        unsupported: 'This browser cannot use the microphone here.',
      },
      hints: {
        denied: 'Press the symbol to the left of the web address at the top, choose “Allow”, and press “Try again”.',
        missing: 'Plug it in if you have one, and press “Try again”.',
        busy: 'Close the other program, and press “Try again”.',
        gone: 'Plug it in again, and press “Try again”.',
        unsupported: 'Try another browser, for example Chrome, Edge, Firefox or Safari.',
      },
      anyway: 'You can join all the same: you see and hear the others.',
    },
  },

  preview: {
    label: 'This is how the others see you',
    cameraOff: 'The camera is off',
    opening: 'Turning the camera on …',
  },

  joining: 'Connecting you to the meeting …',

  lobby: {
    heading: 'Wait a little, and you will be let in',
    notSeen: 'Nobody sees or hears you yet.',
    admission: (name: string) => `${name} has been told that you are here.`,
    convener: (name: string) => `We are waiting for ${name} to come. Then ${name} is told that you are here.`,
    stay: 'You do not need to do anything. Leave this page open.',
    leave: 'Go out again',
  },

  declined: {
    heading: 'You were not let in',
    text: 'The convener did not let you in this time. If you think that you should take part, ring the person who invited you.',
    again: 'Try again',
  },
  ended: {
    heading: 'The meeting has ended',
    text: 'Thank you for taking part. Camera and microphone are off. You can close this page.',
  },
  left: {
    heading: 'You have left the meeting',
    text: 'Camera and microphone are off. The meeting may still be going on.',
    again: 'Join again',
  },
  takeOverAsk: {
    heading: 'You are already taking part from another page',
    text: 'You have the meeting open in another tab or on another device. Do you want to use this page instead? Then the other one leaves.',
    yes: 'Use this page',
    no: 'No, leave it',
  },
  takenOver: {
    heading: 'The meeting goes on in another page',
    text: 'You opened the meeting in another tab or on another device. Camera and microphone are off here.',
    again: 'Use this page instead',
  },
  failed: {
    heading: 'We could not get into the meeting',
    full: 'The meeting is full',
    again: 'Try again',
  },
  home: 'To the front page',

  room: {
    heading: (kind: string, patient: string) => `${kind} · ${patient}`,
    count: (people: number) => (people === 1 ? '1 is here' : `${people} are here`),
    alone: 'You are the only one here now. The others appear as they come in.',
    reconnecting: 'Connecting again. You do not need to do anything.',
    soundBlocked: 'The browser is holding the sound back.',
    playSound: 'Turn the sound on',
    participants: 'Participants',
    large: 'Large pictures',
    shared: 'Shared screen',
    controls: 'Meeting buttons',
    toPlan: 'To the plan',
    toVideo: 'To the picture',
  },

  controls: {
    microphone: 'Microphone',
    camera: 'Camera',
    screen: 'Share screen',
    hand: 'Raise hand',
    settings: 'Sound and picture',
    leave: 'Leave',
    end: 'End for all',
    on: 'on',
    off: 'off',
  },

  end: {
    heading: 'End the meeting for all?',
    text: 'Everybody who takes part leaves. The plan is still there afterwards.',
    yes: 'Yes, end the meeting',
    no: 'No, go on',
  },

  tile: {
    me: 'you',
    unconfirmed: 'identity not confirmed',
    confirm: 'Confirm',
    confirmedBy: (by: string) => `confirmed by ${by}`,
    speaking: 'is speaking',
    microphoneOff: 'the microphone is off',
    cameraOff: 'the camera is off',
    reconnecting: 'Connecting again …',
    lines: {
      weak: 'Weak line',
      bad: 'Very weak line',
      mine: 'Your line is weak. Turn off the camera and the sound will hold.',
    },
    hand: (order: number) => `has raised their hand as number ${order}`,
    screenOf: (name: string) => `The screen of ${name}`,
    ownScreen: 'You are sharing your screen',
    stopScreen: 'Stop sharing',
  },

  knocks: {
    heading: (people: number) => (people === 1 ? '1 is waiting to be let in' : `${people} are waiting to be let in`),
    full: 'The meeting is full. Somebody must leave before you can let in more.',
    admit: 'Let in',
    decline: 'Decline',
  },

  announce: {
    knocked: (name: string, role: string) => `${name}, ${role}, is waiting to be let in.`,
    came: (name: string) => `${name} came into the meeting.`,
    went: (name: string) => `${name} left.`,
    hand: (name: string) => `${name} raised their hand.`,
    screen: (name: string) => `${name} is sharing their screen.`,
    admitted: 'You have been let into the meeting.',
    reconnecting: 'The connection is lost. We are connecting again.',
    live: 'You are connected again.',
  },

  plan: {
    label: 'Plan',
    loading: 'Fetching the plan …',
    failed: 'The plan could not be fetched. The meeting goes on as it should.',
    retry: 'Fetch the plan',
  },
};
