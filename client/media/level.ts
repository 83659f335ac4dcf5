/** How loud a microphone is just now. */

/** How often the level is told, milliseconds. */
const everyMs = 80;
/** The level above which somebody speaks; below it is the noise of a room. */
export const heardFrom = 0.08;
/** Amplitude that fills the meter: loud speech close to the microphone. */
const fullScale = 0.25;

/** Tells the level of a track, 0–1, some twelve times a second. Returns the end of it. */
export function watchLevel(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  // Browsers that start the context asleep wake it at the person's next press.
  const wake = (): void => void context.resume().catch(() => undefined);
  document.addEventListener('pointerdown', wake);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    tell(Math.min(1, Math.sqrt(power) / fullScale));
  }, everyMs);
  return () => {
    clearInterval(timer);
    document.removeEventListener('pointerdown', wake);
    void context.close();
  };
}
