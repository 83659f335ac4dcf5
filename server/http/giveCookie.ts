/** Gives cookies to browsers and reads them, with what this server's address asks of them. */
import type { Request, Response } from 'express';
import { deviceName } from '../../shared/domain/device.ts';
import { readCookie, writeCookie, type CookieNames } from '../access/cookies.ts';
import type { Device, Started } from '../access/session.ts';

/** How long a browser is recognised as the one that redeemed a link. */
const browserDays = 400;

export class GiveCookie {
  readonly #names: CookieNames;
  readonly #secure: boolean;

  constructor({ names, secure }: { names: CookieNames; secure: boolean }) {
    this.#names = names;
    this.#secure = secure;
  }

  /** The secret of a session that has begun. */
  session(response: Response, { secret, maxAgeSeconds }: Pick<Started, 'secret' | 'maxAgeSeconds'>): void {
    this.#set(response, this.#names.session, secret, maxAgeSeconds);
  }

  /** Nobody is signed in here any more. */
  noSession(response: Response): void {
    this.#set(response, this.#names.session, '', 0);
  }

  /** The secret by which a browser is known again. */
  browser(response: Response, secret: string): void {
    this.#set(response, this.#names.browser, secret, browserDays * 86_400);
  }

  /** The secret by which the browser is known, or null. */
  browserSecretOf(request: Request): string | null {
    return readCookie(request.headers.cookie, this.#names.browser);
  }

  /** The browser that a request comes from; a session that begins there is bound to it. */
  deviceOf(request: Request): Device {
    return { ...deviceName(request.headers['user-agent']), browserSecret: this.browserSecretOf(request) };
  }

  #set(response: Response, name: string, value: string, maxAgeSeconds: number): void {
    response.append('Set-Cookie', writeCookie(name, value, { secure: this.#secure, maxAgeSeconds }));
  }
}
