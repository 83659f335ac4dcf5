/** Somebody who uses the server by its REST API, with cookies like a browser's. */
import { SamradError, errorCodeSchema } from '../../shared/protocol/errors.ts';
import {
  routes,
  type RouteBody,
  type RouteName,
  type RouteOutput,
  type RouteParams,
} from '../../shared/protocol/rest.ts';

export class Person {
  readonly url: string;
  personId = '';
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  /** Signs in as the demo person of this name. */
  static async signIn(url: string, name: string): Promise<Person> {
    const person = new Person(url);
    const { people } = await person.call('demoPeople', {}, {});
    const chosen = people.find((candidate) => candidate.name === name);
    if (!chosen) throw new Error(`no demo person is called ${name}`);
    const { me } = await person.call('demoSignIn', {}, { personId: chosen.personId });
    person.personId = me.personId;
    return person;
  }

  /** The same browser, which does not hear what this one hears from now on. */
  copy(): Person {
    const copy = new Person(this.url);
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value);
    return copy;
  }

  /** Takes a cookie that another way than a call gave. */
  takeCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** The Cookie header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Calls a route. @throws SamradError with the server's code. */
  async call<Name extends RouteName>(
    name: Name,
    params: RouteParams<Name>,
    body: RouteBody<Name>,
  ): Promise<RouteOutput<Name>> {
    const route = routes[name];
    const values: Readonly<Record<string, string>> = params;
    const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) => values[key] ?? '');
    const response = await fetch(this.url + path, {
      method: route.method,
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: route.method === 'POST' ? JSON.stringify(body) : null,
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=', 2);
      this.#cookies.set(name, value);
    }
    const answer = (await response.json()) as { ok: boolean; data: unknown; code: unknown; details?: string[] };
    if (!answer.ok) throw new SamradError(errorCodeSchema.parse(answer.code), answer.details);
    return route.output.parse(answer.data) as RouteOutput<Name>;
  }

  /** The id of the plan of a patient of mine. */
  async planOf(patientName: string): Promise<string> {
    const { patients } = await this.call('home', {}, {});
    const found = patients.find((patient) => patient.patientName === patientName);
    if (!found) throw new Error(`${patientName} is no patient of mine`);
    return found.planId;
  }
}
