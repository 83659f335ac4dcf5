/** A stream that keeps what is written to it, and a clock that stands still until it is moved. */

export function keepingStream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

export function standingClock() {
  let milliseconds = 0;
  return { now: () => milliseconds, pass: (more: number) => (milliseconds += more) };
}
