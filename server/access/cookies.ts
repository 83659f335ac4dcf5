/** The cookies: their names, their attributes, and reading them from a request of any kind. */

/** Holds the session's secret. */
export const sessionCookie = 'samrad_session';
/** Tells browsers apart, so that a meeting link can be bound to the first that opens it. */
export const browserCookie = 'samrad_browser';

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
