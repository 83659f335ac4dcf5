/** A short, friendly sound to check the loudspeaker with: three rising notes, made here so that nothing is fetched. */
import { canChooseSpeaker } from './audioOutput.ts';

const notesHz = [523.25, 659.25, 783.99];
const noteSeconds = 0.22;
const loudness = 0.2;

/** Plays the sound on this loudspeaker; an empty id is the browser's own choice. Resolves when it has sounded. */
export async function playTestSound(speaker: string): Promise<void> {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const element = new Audio();
  element.srcObject = destination.stream;
  if (canChooseSpeaker()) await element.setSinkId(speaker).catch(() => undefined);
  await element.play();
  const ended = notesHz.map((frequency, index) => note(context, destination, frequency, index * noteSeconds));
  await Promise.all(ended);
  element.srcObject = null;
  await context.close();
}

function note(context: AudioContext, destination: AudioNode, frequency: number, after: number): Promise<void> {
  const oscillator = new OscillatorNode(context, { frequency });
  const gain = new GainNode(context, { gain: 0 });
  const begin = context.currentTime + after;
  gain.gain.setTargetAtTime(loudness, begin, 0.02);
  gain.gain.setTargetAtTime(0, begin + noteSeconds * 0.7, 0.05);
  oscillator.connect(gain).connect(destination);
  oscillator.start(begin);
  oscillator.stop(begin + noteSeconds * 1.6);
  return new Promise((resolve) => oscillator.addEventListener('ended', () => resolve(), { once: true }));
}
