/** What a fault of mediasoup means to the page that asked. */
import { errors } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';

/**
 * Does work of mediasoup with parameters that a page chose.
 * @throws SamradError `media-unavailable` where the worker died, `wrong-state` where the transport was closed meanwhile,
 * `bad-request` for everything that mediasoup says of the parameters.
 */
export async function withPageParameters<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SamradError) throw error;
    if (isWorkerGone(error)) throw new SamradError('media-unavailable');
    if (error instanceof errors.NotFoundError) throw new SamradError('wrong-state');
    throw new SamradError('bad-request');
  }
}

/** Whether the work failed because its worker is no longer there. */
export function isWorkerGone(error: unknown): boolean {
  return error instanceof errors.WorkerClosedError;
}

/** Whether the work failed because what it was about was closed meanwhile; then nothing is left to be done. */
export function isClosedMeanwhile(error: unknown): boolean {
  return isWorkerGone(error) || error instanceof errors.NotFoundError;
}
