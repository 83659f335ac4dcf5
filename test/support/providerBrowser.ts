/** A browser that is led to and fro between the server and an identity provider, with the cookies that it would send. */
import type { Person } from './person.ts';
import { problemMark, signedInMark, signInPath } from '../../shared/protocol/routes/signIn.ts';

/** Where the way ended: the address that the browser was last given, and what our sign-in page was told. */
export interface Outcome {
  /** The word behind `#feil=`, or null where the sign-in succeeded. */
  readonly problem: string | null;
  /** The address that the provider sent the browser back to. */
  readonly callback: string;
}

export class ProviderBrowser {
  readonly person: Person;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(person: Person) {
    this.person = person;
  }

  /** Presses the button of a provider and follows wherever it leads. `tamper` changes the address that leads back. */
  async signIn(providerId: string, tamper: (callback: URL) => URL = (url) => url): Promise<Outcome> {
    const callback = await this.leave(providerId);
    return this.comeBack(tamper(new URL(callback)).href);
  }

  /** Goes to the provider and signs in there; answers the address that leads back, not yet followed. */
  async leave(providerId: string): Promise<string> {
    let address = this.person.url + signInPath(providerId);
    for (let step = 0; step < 12; step += 1) {
      const response = await this.#get(address);
      const next = response.headers.get('location');
      if (next === null)
        throw new Error(`nothing leads on from ${address}: ${response.status} ${await response.text()}`);
      address = new URL(next, address).href;
      if (address.startsWith(this.person.url)) return address;
    }
    throw new Error('led in circles');
  }

  /** Follows an address that leads back to the server. */
  async comeBack(callback: string): Promise<Outcome> {
    const response = await this.#get(callback);
    const page = await response.text();
    const path = /url=([^"]+)"/.exec(page)?.[1] ?? '';
    const mark = path.split('#')[1] ?? '';
    if (mark !== signedInMark && !mark.startsWith(problemMark))
      throw new Error(`the way back ended with ${response.status} ${page}`);
    return { problem: mark.startsWith(problemMark) ? mark.slice(problemMark.length) : null, callback };
  }

  async #get(address: string): Promise<Response> {
    const isOurs = address.startsWith(this.person.url);
    const host = new URL(address).host;
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    // On the way home from elsewhere, a browser holds back what is SameSite=Strict.
    const strict = isOurs && !address.includes('/callback') ? this.person.cookie : '';
    const own = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const cookie = [strict, own].filter(Boolean).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2);
      if (isOurs && /samesite=strict/i.test(line)) this.person.takeCookie(name, value);
      else if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
}
