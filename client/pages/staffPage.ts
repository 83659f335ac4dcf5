/** The page of who works here: an administrator invites people, gives them a new link, and ends their work. It shows no patient. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Staff } from '../../shared/protocol/routes/passkeys.ts';
import { call } from '../api/rest.ts';
import { shortDateWithYear } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import '../components/copyButton.ts';
import '../components/dialog.ts';
import { failurePage } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import '../organisations/names.ts';
import '../passkeys/control.ts';
import '../passkeys/staff.css';
import '../team/team.css';

/** What is asked or told in the dialog. */
type Question =
  | { readonly kind: 'none' }
  | { readonly kind: 'invite' }
  | { readonly kind: 'link'; readonly name: string; readonly url: string }
  | { readonly kind: 'again' | 'end'; readonly one: Staff };

class StaffPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    staff: { state: true },
    question: { state: true },
    problem: { state: true },
    administrator: { state: true },
  };
  declare session: SessionStore;
  declare private staff: Load<readonly Staff[]>;
  declare private question: Question;
  declare private problem: string | null;
  /** Whether the one who is invited administrates. */
  declare private administrator: boolean;

  constructor() {
    super();
    this.staff = { state: 'loading' };
    this.question = { kind: 'none' };
    this.problem = null;
    this.administrator = false;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.staff = { state: 'ready', data: (await call('staff', {}, {})).staff };
    } catch (error) {
      this.staff = { state: 'failed', code: failureCode(error) };
    }
  }

  protected override render(): TemplateResult {
    const words = texts().passkeys.staff;
    const { staff } = this;
    if (staff.state === 'loading') return html`<div class="page">${busy(texts().app.shell.loading)}</div>`;
    if (staff.state === 'failed') return failurePage({ code: staff.code });
    return html`
      <div class="page stack" data-gap="lg">
        <div class="page-head">
          <div>
            <p><a class="ds-link" href=${paths.home}>${texts().app.failure.home}</a></p>
            <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
          </div>
          <button type="button" class="ds-button" @click=${() => this.#ask({ kind: 'invite' })}>${words.invite}</button>
        </div>
        <p class="ds-paragraph" data-size="lg">${words.lead}</p>
        <p><a class="ds-link" href=${paths.areas}>${texts().areas.heading}</a></p>
        <ul class="plain-list team-cards">
          ${staff.data.map((one) => this.#card(one))}
        </ul>
        <samrad-access-control></samrad-access-control>
      </div>
      <samrad-dialog
        .open=${this.question.kind !== 'none'}
        .heading=${this.#heading()}
        .content=${this.#content()}
        @samrad-close=${() => this.#ask({ kind: 'none' })}
      ></samrad-dialog>
    `;
  }

  #card(one: Staff): TemplateResult {
    const words = texts().passkeys.staff;
    const session = this.session.current;
    const isMe = session.state === 'signed-in' && session.me.personId === one.personId;
    const state = one.hasKey
      ? words.hasKey
      : one.invitedUntil
        ? words.invitedUntil(shortDateWithYear(one.invitedUntil))
        : words.noKey;
    const button = (shown: string, name: string, question: Question): TemplateResult =>
      html`<button
        type="button"
        class="ds-button"
        data-size="sm"
        data-variant="secondary"
        aria-label=${name}
        @click=${() => this.#ask(question)}
      >
        ${shown}
      </button>`;
    return html`<li class="surface team-card">
      <h2 class="ds-heading" data-size="xs">${one.name}</h2>
      <p class="muted">${one.administrator ? words.administrator : one.organisation}</p>
      ${one.professionId ? html`<p class="muted">HPR ${one.professionId}</p>` : nothing}
      <p class="muted">${state}</p>
      <div class="row team-card-buttons" data-phone="fill">
        ${isMe ? nothing : button(words.again, words.againFor(one.name), { kind: 'again', one })}
        ${isMe ? nothing : button(words.end, words.endFor(one.name), { kind: 'end', one })}
      </div>
    </li>`;
  }

  #heading(): string {
    const words = texts().passkeys.staff;
    const { question } = this;
    switch (question.kind) {
      case 'none':
        return '';
      case 'invite':
        return words.invite;
      case 'link':
        return words.linkFor(question.name);
      case 'again':
        return words.againFor(question.one.name);
      case 'end':
        return words.endFor(question.one.name);
    }
  }

  #content(): TemplateResult {
    const words = texts().passkeys.staff;
    const { question } = this;
    switch (question.kind) {
      case 'none':
        return html``;
      case 'invite':
        return this.#form();
      case 'link':
        return html`<div class="stack">
          <p>${words.linkText}</p>
          <p class="staff-link"><code>${question.url}</code></p>
          <samrad-copy-button .text=${question.url} .name=${question.name}></samrad-copy-button>
        </div>`;
      case 'again':
        return this.#sure(words.againText, words.again, () => this.#link(question.one));
      case 'end':
        return this.#sure(words.endText(question.one.name), words.end, () => this.#end(question.one));
    }
  }

  #sure(text: string, label: string, act: () => Promise<void>): TemplateResult {
    return html`<div class="stack">
      <p>${text}</p>
      ${this.#problemLine()}
      <div class="row" data-phone="fill">
        <button type="button" class="ds-button" data-color="danger" @click=${() => void act()}>${label}</button>
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => this.#ask({ kind: 'none' })}>
          ${texts().app.newMeeting.cancel}
        </button>
      </div>
    </div>`;
  }

  #form(): TemplateResult {
    const words = texts().passkeys.staff;
    const field = (name: string, label: string): TemplateResult =>
      html`<label class="stack" data-gap="sm">
        <span class="ds-label">${label}</span>
        <input
          class="ds-input"
          name=${name}
          type="text"
          autocomplete="off"
          maxlength="120"
          list=${name === 'organisation' ? 'organisation-names' : nothing}
        />
      </label>`;
    return html`<form class="stack" novalidate @submit=${this.#invite}>
      ${field('name', words.name)}
      <label class="check">
        <input
          type="checkbox"
          class="ds-input"
          .checked=${this.administrator}
          @change=${() => void (this.administrator = !this.administrator)}
        />
        <span>${words.asAdministrator}</span>
      </label>
      <samrad-organisation-names></samrad-organisation-names>
      ${this.administrator ? nothing : html`${field('organisation', words.organisation)} ${field('hpr', words.hpr)}`}
      ${this.#problemLine()}
      <div class="row" data-phone="fill">
        <button type="submit" class="ds-button">${words.make}</button>
      </div>
    </form>`;
  }

  #problemLine(): TemplateResult | typeof nothing {
    return this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing;
  }

  #ask(question: Question): void {
    this.question = question;
    this.problem = null;
    this.administrator = false;
  }

  readonly #invite = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const values = new FormData(event.target);
    const text = (name: string): string => {
      const value = values.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const name = text('name');
    const organisation = this.administrator ? null : text('organisation');
    const professionId = text('hpr') === '' ? null : text('hpr');
    if (name === '' || organisation === '') return void (this.problem = texts().passkeys.staff.missing);
    if (professionId !== null && !/^\d{1,9}$/.test(professionId))
      return void (this.problem = texts().passkeys.staff.hprWrong);
    void this.#try(async () => {
      const { url } = await call('inviteStaff', {}, { name, organisation, professionId });
      this.#ask({ kind: 'link', name, url });
    });
  };

  #link({ personId, name }: Staff): Promise<void> {
    return this.#try(async () => {
      const { url } = await call('inviteStaffAgain', { personId }, {});
      this.#ask({ kind: 'link', name, url });
    });
  }

  #end({ personId }: Staff): Promise<void> {
    return this.#try(async () => {
      await call('endStaff', { personId }, {});
      this.#ask({ kind: 'none' });
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      await this.#fetch();
    } catch (error) {
      this.problem = texts().shared.errors[failureCode(error)];
    }
  }
}

customElements.define('samrad-staff-page', StaffPage);
