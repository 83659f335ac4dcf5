/** Waiting between tries: short at first, so that a hiccup is hardly seen, and never longer than a person's patience. */
const firstMs = 100;
const longestMs = 2_000;

/** Milliseconds to wait before try number `tries` + 1, with a spread so that a whole meeting does not come back at the same instant. */
export function backoff(tries: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** tries);
  return whole * (0.75 + Math.random() * 0.25);
}

/** Resolves after so many milliseconds. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
