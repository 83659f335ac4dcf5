/** The one list of things that can go wrong between page and server. Each code maps once to an HTTP status; its words are in shared/i18n. */
import { z } from 'zod';

export const errorCodeSchema = z.enum([
  /** The request does not have the agreed form. */
  'bad-request',
  /** Larger than its limit; the connection lives on. */
  'too-large',
  /** Too many requests; try again later. */
  'too-many',
  /** Nobody is signed in here, or the session has ended. */
  'not-signed-in',
  /** Unknown or not allowed: the two look the same from outside. */
  'not-found',
  /** The state does not allow it now: in the lobby, already ended, not joined. */
  'wrong-state',
  /** The same person is in the meeting from another page; ask whether to take over. */
  'already-joined',
  /** The meeting has as many people as it can hold. */
  'meeting-full',
  'meeting-ended',
  /** Nobody new is let into the meeting now. */
  'meeting-locked',
  /** The contact plan does not cover every hour; the details name the gaps. */
  'contacts-incomplete',
  'link-unknown',
  'link-expired',
  /** The link was opened in another browser already. */
  'link-used',
  /** The link asks for a code, which has been mailed to its person now. */
  'link-code-needed',
  /** The code is not the one that was mailed, or can be used no longer. */
  'link-code-wrong',
  /** As many codes were mailed for the link as may be; a new link is needed. */
  'link-code-spent',
  /** The link is for somebody who signs in. */
  'sign-in-first',
  /** The media worker is being replaced; the page rebuilds its transports when told. */
  'media-unavailable',
  /** No mail server is configured. */
  'mail-not-set-up',
  /** A fault of ours. */
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'too-large': 413,
  'too-many': 429,
  'not-signed-in': 401,
  'not-found': 404,
  'wrong-state': 409,
  'already-joined': 409,
  'meeting-full': 409,
  'meeting-ended': 410,
  'meeting-locked': 409,
  'contacts-incomplete': 409,
  'link-unknown': 404,
  'link-expired': 410,
  'link-used': 410,
  'link-code-needed': 401,
  'link-code-wrong': 401,
  'link-code-spent': 410,
  'sign-in-first': 401,
  'media-unavailable': 503,
  'mail-not-set-up': 409,
  internal: 500,
};

/** An expected failure: thrown below the edges, turned into an answer at them. */
export class SamradError extends Error {
  readonly code: ErrorCode;
  /** What exactly is wrong, in words of the machine: the hours that are missing, the fields that are. Never about a person. */
  readonly details: readonly string[] | undefined;

  constructor(code: ErrorCode, details?: readonly string[]) {
    super(code);
    this.name = 'SamradError';
    this.code = code;
    this.details = details;
  }
}

/** The answer to every request, over REST and Socket.IO alike. */
export type Answer<Data> =
  { ok: true; data: Data } | { ok: false; code: ErrorCode; details?: readonly string[] | undefined };
