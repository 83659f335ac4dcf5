/** Why a camera, microphone or screen could not be used: browsers' errors brought down to what a person can do about them. */

/**
 * `denied`: the browser or the machine does not allow it. `missing`: there is none. `busy`: another program has it.
 * `gone`: it was pulled out while in use. `unsupported`: this page or browser cannot use any.
 */
export type DeviceProblem = 'denied' | 'missing' | 'busy' | 'gone' | 'unsupported';

const problems: Readonly<Record<string, DeviceProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
  TypeError: 'unsupported',
};

/** What stands in the way. Names from W3C Media Capture and Streams, "getUserMedia()". */
export function deviceProblemOf(error: unknown): DeviceProblem {
  return (error instanceof Error ? problems[error.name] : undefined) ?? 'busy';
}
