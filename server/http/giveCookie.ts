/** Gives cookies to browsers, with what this server's address asks of them. */
import type { Response } from 'express';
import { browserCookie, writeCookie } from '../access/cookies.ts';
import type { Origins } from './origins.ts';

/** How long a browser is recognised as the one that redeemed a link. */
const browserDays = 400;

export class GiveCookie {
  readonly #origins: Origins;

  constructor(origins: Origins) {
    this.#origins = origins;
  }

  set(response: Response, name: string, value: string, maxAgeSeconds: number): void {
    response.append('Set-Cookie', writeCookie(name, value, { secure: this.#origins.secure, maxAgeSeconds }));
  }

  /** The secret by which a browser is known again. */
  browser(response: Response, secret: string): void {
    this.set(response, browserCookie, secret, browserDays * 86_400);
  }
}
