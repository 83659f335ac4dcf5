/** A made-up voice as a sound file: for a browser that somebody speaks into. Its own beeps are too short to count as speech. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sampleRate = 48_000;
const seconds = 6;

/** Syllables of a gliding, rough tone, some four a second: neither a beep nor a hum, which a browser would filter out. */
function voiceAt(time: number): number {
  const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * time)) ** 0.5;
  const pitch = 140 + 40 * Math.sin(2 * Math.PI * 0.7 * time);
  let sound = 0;
  for (let harmonic = 1; harmonic <= 12; harmonic += 1)
    sound += Math.sin(2 * Math.PI * pitch * harmonic * time + harmonic) / harmonic ** 0.7;
  return 0.25 * syllable * sound;
}

/** Writes the voice as a WAV file of 16-bit mono and answers its path. */
export async function writeVoice(): Promise<string> {
  const samples = sampleRate * seconds;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const level = Math.max(-1, Math.min(1, voiceAt(index / sampleRate)));
    file.writeInt16LE(Math.round(level * 32_767), 44 + index * 2);
  }
  const path = join(await mkdtemp(join(tmpdir(), 'samrad-voice-')), 'voice.wav');
  await writeFile(path, file);
  return path;
}
