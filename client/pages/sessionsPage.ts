/**
 * `<samrad-sessions-page>`: «Mine innlogginger»: where I am signed in, and ending each of it.
 *
 * Events: `samrad-leave`: sign out here
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { OwnSession } from '../../shared/protocol/routes/session.ts';
import { call } from '../api/rest.ts';
import { dayAndTime } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { busy } from '../components/busy.ts';
import { failureAlert, failurePage } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import './sessionsPage.css';

export class SessionsPage extends LightElement {
  static override properties = {
    sessions: { state: true },
    ended: { state: true },
    failure: { state: true },
  };
  declare private sessions: Load<readonly OwnSession[]>;
  /** The device whose session was ended last; '' before any was. */
  declare private ended: string;
  declare private failure: ErrorCode | null;

  constructor() {
    super();
    this.sessions = { state: 'loading' };
    this.ended = '';
    this.failure = null;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.sessions = { state: 'ready', data: (await call('ownSessions', {}, {})).sessions };
    } catch (error) {
      this.sessions = { state: 'failed', code: failureCode(error) };
    }
  }

  protected override render(): TemplateResult {
    const words = texts().sessions;
    const { sessions } = this;
    if (sessions.state === 'failed') return failurePage({ code: sessions.code, retry: () => this.#retry() });
    return html`
      <div class="page stack" data-gap="lg">
        <div class="stack">
          <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
          <p class="ds-paragraph">${words.lead}</p>
        </div>
        <div role="status">${this.ended ? html`<p class="notice">${words.ended(this.ended)}</p>` : nothing}</div>
        ${this.failure ? failureAlert(this.failure) : nothing}
        ${sessions.state === 'loading' ? busy(words.loading) : this.#list(sessions.data)}
      </div>
    `;
  }

  #list(sessions: readonly OwnSession[]): TemplateResult {
    const words = texts().sessions;
    return html`
      <ul class="plain-list stack" aria-label=${words.list}>
        ${sessions.map((each) => html`<li class="surface session">${this.#card(each)}</li>`)}
      </ul>
      <div class="stack" data-gap="sm">
        <p>${words.everywhere.text}</p>
        <div class="row" data-phone="fill">
          <button type="button" class="ds-button" data-variant="secondary" @click=${() => void this.#endEverywhere()}>
            ${words.everywhere.button}
          </button>
        </div>
      </div>
    `;
  }

  #card(each: OwnSession): TemplateResult {
    const words = texts().sessions;
    const device = deviceText(each);
    return html`
      <div class="session-what">
        <h2 class="ds-heading" data-size="2xs">${device}</h2>
        ${each.isThis ? html`<p class="session-this">${words.thisDevice}</p>` : nothing}
        <p class="muted">${words.how[each.identification]}</p>
        <dl class="session-times">
          ${time(words.began, each.startedAt)} ${time(words.used, each.lastUsedAt)} ${time(words.until, each.expiresAt)}
        </dl>
      </div>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-label=${words.endNamed(device)}
        @click=${() => void this.#end(each)}
      >
        ${words.end}
      </button>
    `;
  }

  async #end(each: OwnSession): Promise<void> {
    if (each.isThis) return this.#signOut();
    await this.#attempt(async () => {
      await call('endSession', { sessionId: each.id }, {});
      this.ended = deviceText(each);
      // What had the focus is gone.
      this.querySelector('h1')?.focus();
      await this.#fetch();
    });
  }

  #endEverywhere(): Promise<void> {
    return this.#attempt(async () => {
      await call('endOtherSessions', {}, {});
      await this.#fetch();
      this.#signOut();
    });
  }

  #signOut(): void {
    this.dispatchEvent(new CustomEvent('samrad-leave', { bubbles: true }));
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await work();
    } catch (error) {
      this.failure = failureCode(error);
    }
  }

  #retry(): void {
    this.sessions = { state: 'loading' };
    void this.#fetch();
  }
}

function deviceText({ browser, system }: OwnSession): string {
  const words = texts().sessions;
  return words.device(words.browsers[browser], words.systems[system]);
}

function time(name: string, instant: string): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${dayAndTime(instant)}</dd>
  </div>`;
}

customElements.define('samrad-sessions-page', SessionsPage);
