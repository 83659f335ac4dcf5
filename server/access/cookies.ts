/** The cookies: their names, their attributes, and reading them from a request of any kind. */

export interface CookieNames {
  /** Holds the session's secret. */
  readonly session: string;
  /** Tells browsers apart, so that a link or a session can be bound to the one that it was given to. */
  readonly browser: string;
}

/** With HTTPS the names say so, and browsers then take these cookies from this very host only: no neighbour can plant one. */
export function cookieNames({ secure }: { secure: boolean }): CookieNames {
  const prefix = secure ? '__Host-' : '';
  return { session: `${prefix}samrad_session`, browser: `${prefix}samrad_browser` };
}

/** The value of one cookie in a Cookie header, or null. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}

/** A Set-Cookie value. Strict: the pages fetch everything themselves, so no cookie needs to follow a link from elsewhere. */
export function writeCookie(name: string, value: string, options: { secure: boolean; maxAgeSeconds: number }): string {
  const secure = options.secure ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${options.maxAgeSeconds}${secure}`;
}
