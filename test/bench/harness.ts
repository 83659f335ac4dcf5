/** What all figures share: how samples become numbers, how two things take turns, and how a figure is printed. */

/** Samples, in the order in which they were taken. */
export type Samples = readonly number[];

/** What was measured, in the numbers that are printed. */
export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly p99?: number;
  /** The quartiles where a run has few samples. */
  readonly quartiles?: readonly [number, number];
}

/** One line of the report. Nothing fails by a figure; it is read by people. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: Spread;
  /** What it stands beside, measured in the same run; absent where it stands alone. */
  readonly comparedTo?: { readonly name: string; readonly value: Spread };
  /** Where the two took turns: what each turn brought. The ratio is then that of the turns, whose noise is the same. */
  readonly pairs?: { readonly ours: Samples; readonly theirs: Samples };
  /** In words, with the comparison's own direction. */
  readonly target?: { readonly says: string; readonly isMet: (figure: { value: number; ratio: number }) => boolean };
  /** What else a reader needs in order to judge it, such as the processor time. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The value below which this share of the samples lies, by linear interpolation. */
export function quantile(samples: Samples, share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles: for rounds, of which there are few. */
export function rounds(samples: Samples): Spread {
  return {
    n: samples.length,
    median: quantile(samples, 0.5),
    quartiles: [quantile(samples, 0.25), quantile(samples, 0.75)],
  };
}

/** Median and 99th percentile: for events, of which there are many. */
export function events(samples: Samples): Spread {
  return { n: samples.length, median: quantile(samples, 0.5), p99: quantile(samples, 0.99) };
}

/**
 * Measures two things by turns (ABAB …), so that whatever else the machine does meets both alike. The first turn of
 * each warms up and is not counted.
 */
export async function byTurns<A, B>(
  turns: number,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<{ first: A[]; second: B[] }> {
  const taken: { first: A[]; second: B[] } = { first: [], second: [] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const [one, other] = [await first(), await second()];
    if (turn === 0) continue;
    taken.first.push(one);
    taken.second.push(other);
  }
  return taken;
}

/** Prints a figure as one line of JSON. */
export function report(figure: Figure): void {
  const { name, unit, value, comparedTo, target, more } = figure;
  const ratio = ratioOf(figure);
  const line = {
    figure: name,
    unit,
    ...rounded(value),
    ...(comparedTo ? { comparedTo: { name: comparedTo.name, ...rounded(comparedTo.value) } } : {}),
    ...(ratio === null ? {} : { ratio: digits(ratio) }),
    ...(target ? { target: target.says, met: target.isMet({ value: value.median, ratio: ratio ?? Number.NaN }) } : {}),
    ...more,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function ratioOf({ value, comparedTo, pairs }: Figure): number | null {
  if (!comparedTo) return null;
  if (!pairs) return value.median / comparedTo.value.median;
  return quantile(
    pairs.ours.map((one, turn) => one / (pairs.theirs[turn] ?? Number.NaN)),
    0.5,
  );
}

function rounded({ n, median, p99, quartiles }: Spread) {
  return {
    median: digits(median),
    ...(p99 === undefined ? {} : { p99: digits(p99) }),
    ...(quartiles === undefined ? {} : { quartiles: quartiles.map(digits) }),
    n,
  };
}

/** Four digits are more than any of these measurements holds. */
export function digits(value: number): number {
  return Number(value.toPrecision(4));
}
