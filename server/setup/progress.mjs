/**
 * Owns what setting up shows: on a terminal one line per step that updates
 * itself, elsewhere (a log, CI) a line when a step starts, at every further
 * 10 % and when it is done. Steps that have nothing to do show nothing.
 */

const REDRAW_MS = 250;
const CLEAR_LINE = '\r\x1b[2K';

/**
 * @typedef {{
 *   update: (fraction: number) => void,
 *   done: (result?: string) => void,
 *   stop: () => void,
 * }} Step `update` takes how much is done, 0 to 1; `done` may say what came of it; `stop` leaves a step that did not succeed.
 *
 * @typedef {{ step: (title: string) => Step }} Progress
 */

/**
 * @param {{ write: (text: string) => unknown, isTTY?: boolean | undefined }} stream
 * @param {() => number} now in milliseconds
 * @returns {Progress}
 */
export function createProgress(stream, now = Date.now) {
  return { step: (title) => (stream.isTTY ? terminalStep(title, stream, now) : logStep(title, stream, now)) };
}

/** @param {number} fraction 0 to 1 */
function percent(fraction) {
  return `${Math.floor(Math.min(1, Math.max(0, fraction)) * 100)} %`;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${Math.round(milliseconds / 1000)} s`;
}

/** @type {(title: string, stream: { write: (text: string) => unknown }, now: () => number) => Step} */
function terminalStep(title, stream, now) {
  const started = now();
  /** @type {number | undefined} */
  let fraction;
  const draw = () => {
    const share = fraction === undefined ? '' : ` ${percent(fraction)}`;
    stream.write(`${CLEAR_LINE}${title} …${share} (${seconds(now() - started)})`);
  };
  draw();
  const redraw = setInterval(draw, REDRAW_MS);
  // A forgotten step must not keep the process alive.
  redraw.unref();

  return {
    update: (value) => (fraction = value),
    done(result = 'done') {
      clearInterval(redraw);
      stream.write(`${CLEAR_LINE}${title}: ${result} in ${seconds(now() - started)}\n`);
    },
    stop() {
      clearInterval(redraw);
      stream.write('\n');
    },
  };
}

/** @type {(title: string, stream: { write: (text: string) => unknown }, now: () => number) => Step} */
function logStep(title, stream, now) {
  const started = now();
  let tenths = 0;
  stream.write(`${title} …\n`);

  return {
    update(fraction) {
      const reached = Math.floor(fraction * 10);
      // 100 % is said by `done`.
      if (reached <= tenths || reached >= 10) return;
      tenths = reached;
      stream.write(`${title}: ${tenths * 10} %\n`);
    },
    done: (result = 'done') => stream.write(`${title}: ${result} in ${seconds(now() - started)}\n`),
    stop() {},
  };
}
