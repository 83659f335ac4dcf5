/** Signing in: by identity providers where there are any, and in a demonstration as one of its people. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { signInWays, type SignInWays } from '../api/providers.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { navigate, paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { emergencyNote } from '../components/emergency.ts';
import { failureAlert, failurePage } from '../components/failure.ts';
import { person } from '../components/person.ts';
import { texts } from '../i18n/texts.ts';
import '../passkeys/passkeySignIn.ts';
import { providerChoice } from './providerChoice.ts';
import {
  problemMark,
  signedInMark,
  signInProblemSchema,
  type SignInProblem,
} from '../../shared/protocol/routes/signIn.ts';
import { roles } from '../../shared/domain/roles.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import type { MemberInfo } from '../../shared/protocol/types.ts';

type Attempt =
  | { readonly state: 'idle' }
  | { readonly state: 'signing-in'; readonly personId: string }
  | { readonly state: 'failed'; readonly code: ErrorCode };

export class SignInPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    people: { state: true },
    ways: { state: true },
    problem: { state: true },
    attempt: { state: true },
  };
  declare session: SessionStore;
  declare private people: Load<readonly MemberInfo[]>;
  declare private ways: SignInWays;
  /** What went wrong at the identity provider that the browser comes from. */
  declare private problem: SignInProblem | null;
  declare private attempt: Attempt;

  constructor() {
    super();
    this.people = { state: 'loading' };
    this.ways = { providers: [], passkeys: false };
    this.problem = null;
    this.attempt = { state: 'idle' };
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    const mark = location.hash.slice(1);
    if (mark !== '') history.replaceState(null, '', location.pathname);
    if (mark === signedInMark && this.session.current.state === 'signed-in') return this.#goOn();
    const problem = signInProblemSchema.safeParse(mark.replace(problemMark, ''));
    this.problem = problem.success ? problem.data : null;
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const session = this.session.current;
    try {
      this.ways = await signInWays();
      if ((session.state === 'signed-out' || session.state === 'signed-in') && !session.demo) {
        this.people = { state: 'ready', data: [] };
        return;
      }
      this.people = { state: 'ready', data: (await call('demoPeople', {}, {})).people };
    } catch (error) {
      this.people = { state: 'failed', code: failureCode(error) };
    }
  }

  protected override render(): TemplateResult {
    const words = texts().app.signIn;
    const { people } = this;
    const session = this.session.current;
    if (people.state === 'failed') return failurePage({ code: people.code, retry: () => this.#retry() });
    if (people.state === 'loading') return html`<div class="page">${busy(texts().app.shell.loading)}</div>`;
    const demo = (session.state === 'signed-out' || session.state === 'signed-in') && session.demo;
    const { providers, passkeys } = this.ways;
    const isReal = passkeys || providers.length > 0;
    return html`
      <div class="page stack" data-gap="lg">
        <div class="sign-in-head stack">
          <h1 class="ds-heading" data-size="lg" tabindex="-1">
            ${isReal ? texts().app.providers.heading : words.heading}
          </h1>
          <p class="ds-paragraph" data-size="lg">${isReal ? texts().app.providers.lead : words.lead}</p>
        </div>
        ${providers.length > 0 ? this.#byProvider() : nothing}
        ${
          passkeys
            ? html`<samrad-passkey-sign-in @samrad-signed-in=${() => void this.#signedIn()}></samrad-passkey-sign-in>`
            : nothing
        }
        ${demo ? this.#demo() : isReal ? nothing : html`<p class="notice">${words.noProvider}</p>`} ${emergencyNote()}
      </div>
    `;
  }

  #byProvider(): TemplateResult {
    const { ways, problem } = this;
    return providerChoice({ providers: ways.providers, problem, leave: (address) => this.session.leaveFor(address) });
  }

  #demo(): TemplateResult {
    const words = texts().app.signIn;
    const { people, attempt } = this;
    return html`
      <p class="notice" data-tone="warm">${words.demo}</p>
      ${attempt.state === 'failed' ? failureAlert(attempt.code) : nothing}
      ${people.state === 'ready' ? this.#groups(people.data) : busy(texts().app.shell.loading)}
    `;
  }

  #groups(people: readonly MemberInfo[]): TemplateResult {
    const groups = roles
      .map((role) => ({ role, members: people.filter((member) => member.role === role) }))
      .filter(({ members }) => members.length > 0);
    return html`
      <div class="sign-in-groups">
        ${groups.map(
          ({ role, members }) => html`
            <section aria-labelledby=${`role-${role}`}>
              <h2 class="ds-heading" data-size="2xs" id=${`role-${role}`}>${texts().shared.roles[role]}</h2>
              <ul class="plain-list stack" data-gap="sm">
                ${members.map((member) => html`<li>${this.#choice(member)}</li>`)}
              </ul>
            </section>
          `,
        )}
      </div>
    `;
  }

  #choice(member: MemberInfo): TemplateResult {
    const { attempt } = this;
    const busyNow = attempt.state === 'signing-in';
    return html`
      <button
        type="button"
        class="surface sign-in-choice"
        ?disabled=${busyNow}
        aria-busy=${busyNow && attempt.personId === member.personId}
        @click=${() => void this.#signIn(member.personId)}
      >
        ${person(member)}
      </button>
    `;
  }

  async #signIn(personId: string): Promise<void> {
    this.attempt = { state: 'signing-in', personId };
    try {
      await this.session.signInAsDemo(personId);
      this.#goOn();
    } catch (error) {
      this.attempt = { state: 'failed', code: failureCode(error) };
    }
  }

  async #signedIn(): Promise<void> {
    await this.session.refresh();
    this.#goOn();
  }

  #goOn(): void {
    navigate(this.session.takeReturn() ?? paths.home, { replace: true });
  }

  #retry(): void {
    this.people = { state: 'loading' };
    void this.#fetch();
  }
}

customElements.define('samrad-sign-in-page', SignInPage);
