/**
 * Where a meeting link leads. The link is redeemed by a press of the button and not before, because mail programs and
 * chat apps open links by themselves, and a link works in one browser only.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode } from '../app/load.ts';
import { navigate, paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { emergencyNote } from '../components/emergency.ts';
import { failureAlert } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import { MeetingSecrets, secretIn, withSecret } from '../meeting/endToEnd/secret.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';

type Redeeming =
  | { readonly state: 'waiting' }
  | { readonly state: 'busy' }
  /** Trying again can help. */
  | { readonly state: 'failed'; readonly code: ErrorCode }
  /** A code was mailed; `code` is what went wrong with one that was written. */
  | { readonly state: 'code'; readonly code: ErrorCode; readonly busy: boolean }
  | { readonly state: 'sign-in-first' }
  /** This link will never work here. */
  | { readonly state: 'dead'; readonly code: ErrorCode };

const deadCodes: ReadonlySet<ErrorCode> = new Set([
  'link-unknown',
  'link-expired',
  'link-used',
  'link-code-spent',
  'bad-request',
  'not-found',
  'meeting-ended',
]);

export class LinkPage extends LightElement {
  static override properties = { session: { attribute: false }, token: {}, redeeming: { state: true } };
  declare session: SessionStore;
  declare token: string;
  declare private redeeming: Redeeming;
  /** What the link holds of end-to-end encryption; it is never sent. */
  #secret: string | null = null;

  constructor() {
    super();
    this.token = '';
    this.redeeming = { state: 'waiting' };
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('token')) return;
    this.#secret = secretIn(location.hash);
    this.redeeming = this.token === '' ? { state: 'dead', code: 'link-unknown' } : { state: 'waiting' };
  }

  protected override render(): TemplateResult {
    return html`
      <div class="page-narrow stack" data-gap="lg">
        <div class="surface link-card stack" data-gap="lg">${this.#card()}</div>
        ${emergencyNote()}
      </div>
    `;
  }

  #card(): TemplateResult {
    const { redeeming } = this;
    if (redeeming.state === 'dead') return this.#dead(redeeming.code);
    if (redeeming.state === 'sign-in-first') return this.#signInFirst();
    if (redeeming.state === 'code') return this.#code(redeeming);
    const words = texts().app.link;
    const busyNow = redeeming.state === 'busy';
    return html`
      <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
      <p class="ds-paragraph" data-size="lg">${words.lead}</p>
      ${redeeming.state === 'failed' ? failureAlert(redeeming.code) : nothing}
      <button
        type="button"
        class="ds-button link-join"
        data-size="lg"
        aria-busy=${busyNow}
        ?disabled=${busyNow}
        @click=${() => void this.#redeem()}
      >
        ${busyNow ? words.joining : words.join}
      </button>
      <ul class="ds-list">
        ${words.next.map((line) => html`<li>${line}</li>`)}
      </ul>
    `;
  }

  #dead(code: ErrorCode): TemplateResult {
    const words = texts().app.link;
    return html`
      <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.deadHeading}</h1>
      <p class="ds-paragraph" data-size="lg" role="alert">${texts().shared.errors[code]}</p>
      <p>${words.deadSignIn}</p>
      <a class="ds-button" data-variant="secondary" href=${paths.home}>${words.toSignIn}</a>
    `;
  }

  #code({ code, busy }: Extract<Redeeming, { state: 'code' }>): TemplateResult {
    const words = texts().app.link;
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const input = this.querySelector('input');
      if (input && input.value.trim() !== '') void this.#redeem(input.value.trim());
    };
    return html`
      <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.code}</h1>
      <p class="ds-paragraph" data-size="lg" role="alert">${texts().shared.errors[code]}</p>
      <form class="stack" novalidate @submit=${submit}>
        <input
          class="ds-input"
          data-size="lg"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="20"
          aria-label=${words.code}
        />
        <button type="submit" class="ds-button link-join" data-size="lg" aria-busy=${busy} ?disabled=${busy}>
          ${words.goOn}
        </button>
        <button type="button" class="ds-button" data-variant="tertiary" @click=${() => void this.#redeem()}>
          ${words.newCode}
        </button>
      </form>
    `;
  }

  #signInFirst(): TemplateResult {
    const words = texts().app.link;
    return html`
      <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.signInHeading}</h1>
      <p class="ds-paragraph" data-size="lg" role="alert">${texts().shared.errors['sign-in-first']}</p>
      <p>${words.signInThen}</p>
      <button type="button" class="ds-button" data-size="lg" @click=${this.#signIn}>${words.signIn}</button>
    `;
  }

  async #redeem(code?: string): Promise<void> {
    const { token, redeeming } = this;
    this.redeeming = redeeming.state === 'code' ? { ...redeeming, busy: true } : { state: 'busy' };
    try {
      const { meetingId } = await call('redeemLink', {}, { token, code });
      if (this.#secret !== null) new MeetingSecrets({ storage: localStorage }).keep(meetingId, this.#secret);
      // The token leaves the address before anything else happens.
      history.replaceState(null, '', paths.link);
      await this.session.refresh();
      navigate(paths.meeting(meetingId), { replace: true });
    } catch (error) {
      await this.#failed(failureCode(error));
    }
  }

  async #failed(code: ErrorCode): Promise<void> {
    if (code === 'sign-in-first') this.redeeming = { state: 'sign-in-first' };
    else if (code === 'link-code-needed' || code === 'link-code-wrong')
      this.redeeming = { state: 'code', code, busy: false };
    else if (deadCodes.has(code)) this.redeeming = { state: 'dead', code };
    else this.redeeming = { state: 'failed', code };
    if (this.redeeming.state === 'failed') return;
    // The pressed button is gone; the focus goes to what is said instead.
    await this.updateComplete;
    this.querySelector('h1')?.focus();
  }

  #signIn(): void {
    const link = `${paths.link}#${this.token}`;
    this.session.returnAfterSignIn(this.#secret === null ? link : withSecret(link, this.#secret));
    navigate(paths.signIn, { replace: true });
  }
}

customElements.define('samrad-link-page', LinkPage);
