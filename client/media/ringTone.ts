/** Rings, for one whose turn it is while they look at something else. */

const everyMs = 2_500;
const tones = [660, 880];
const toneS = 0.35;

/** Rings until the returned function is called. A browser that plays nothing before a press stays silent. */
export function ring(): () => void {
  const context = new AudioContext();
  const once = (): void => {
    tones.forEach((frequency, index) => {
      const oscillator = context.createOscillator();
      const gain = context.createGain();
      const from = context.currentTime + index * toneS;
      oscillator.frequency.value = frequency;
      gain.gain.setValueAtTime(0.15, from);
      gain.gain.exponentialRampToValueAtTime(0.001, from + toneS);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(from);
      oscillator.stop(from + toneS);
    });
  };
  once();
  const timer = setInterval(once, everyMs);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
