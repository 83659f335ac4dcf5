/** The states of something that a page fetches, and the code of a failure. */
import { SamradError, type ErrorCode } from '../../shared/protocol/errors.ts';

export type Load<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly data: Data }
  | { readonly state: 'failed'; readonly code: ErrorCode };

/** The code of whatever a call threw; `internal` for anything that is not one of the agreed failures. */
export function failureCode(error: unknown): ErrorCode {
  return error instanceof SamradError ? error.code : 'internal';
}
