/** Asks the server, and falls back on what the device kept: at once where the server can't be reached, soon where it is silent. */
import { Unreachable } from './rest.ts';

/** A network that is there and brings nothing counts as none after this time, ms. */
const silenceMs = 3_000;

export type Found<Answer, Kept> =
  { readonly from: 'server'; readonly answer: Answer } | { readonly from: 'device'; readonly kept: Kept };

/**
 * What the server answers, or what the device kept; where it kept nothing, the server is waited for.
 * @throws SamradError as the server's, or `Unreachable` where the device kept nothing either.
 */
export async function orKept<Answer, Kept>(
  asked: Promise<Answer>,
  recall: () => Promise<Kept | null>,
): Promise<Found<Answer, Kept>> {
  const answered = asked.then((answer) => ({ from: 'server', answer }) as const);
  const silent = new Promise<'silent'>((resolve) => setTimeout(() => resolve('silent'), silenceMs));
  // Where the device keeps nothing for us, there is only the server.
  const kept = (): Promise<Kept | null> => recall().catch(() => null);
  try {
    const first = await Promise.race([answered, silent]);
    if (first !== 'silent') return first;
    const found = await kept();
    return found === null ? await answered : { from: 'device', kept: found };
  } catch (error) {
    const found = error instanceof Unreachable ? await kept() : null;
    if (found === null) throw error;
    return { from: 'device', kept: found };
  }
}
