/** The page of who is in a patient's team: seen by all of it, changed by the patient and the coordinator. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { navigate, paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import '../areas/planArea.ts';
import { busy } from '../components/busy.ts';
import '../components/dialog.ts';
import { failurePage } from '../components/failure.ts';
import { byRole } from '../components/person.ts';
import { texts } from '../i18n/texts.ts';
import '../team/inviteForm.ts';
import { problemText } from '../team/problem.ts';
import { invitationCard, seatCard } from '../team/seatCard.ts';
import '../team/team.css';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { Seat } from '../../shared/protocol/routes/team.ts';

type Team = RouteOutput<'team'>;

/** What is asked in the dialog. */
type Question =
  | { readonly kind: 'none' }
  | { readonly kind: 'invite' }
  | { readonly kind: 'end'; readonly seat: Seat }
  | { readonly kind: 'number'; readonly seat: Seat };

const groups = ['active', 'coming', 'ended'] as const;

export class TeamPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    planId: {},
    shown: { state: true },
    question: { state: true },
    problem: { state: true },
    said: { state: true },
  };
  declare session: SessionStore;
  declare planId: string;
  declare private shown: Load<Team>;
  declare private question: Question;
  declare private problem: string | null;
  /** What was done last, for screen readers. */
  declare private said: string;

  constructor() {
    super();
    this.planId = '';
    this.shown = { state: 'loading' };
    this.question = { kind: 'none' };
    this.problem = null;
    this.said = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('planId')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.shown = { state: 'ready', data: await call('team', { planId: this.planId }, {}) };
    } catch (error) {
      const code = failureCode(error);
      if (code !== 'not-signed-in') {
        this.shown = { state: 'failed', code };
        return;
      }
      this.session.returnAfterSignIn(location.pathname);
      await this.session.refresh();
    }
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    if (shown.state === 'ready') return this.#page(shown.data);
    if (shown.state === 'loading') return html`<div class="page">${busy(texts().team.loading)}</div>`;
    return shown.code === 'not-found'
      ? failurePage({ code: 'not-found' })
      : failurePage({ code: shown.code, retry: () => void this.#fetch() });
  }

  #page({ mayChange, seats, invitations }: Team): TemplateResult {
    const words = texts().team;
    const headings = { active: words.now, coming: words.coming, ended: words.before };
    return html`
      <div class="page stack" data-gap="lg">
        <div class="page-head">
          <div>
            <p><a class="ds-link" href=${paths.plan(this.planId)}>${words.back}</a></p>
            <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
          </div>
          ${
            mayChange
              ? html`<button type="button" class="ds-button" @click=${() => this.#ask({ kind: 'invite' })}>
                  ${words.invite.open}
                </button>`
              : nothing
          }
        </div>
        <p class="ds-paragraph" data-size="lg">${mayChange ? words.lead.change : words.lead.read}</p>
        ${
          invitations.length === 0
            ? nothing
            : html`<section class="stack" aria-labelledby="team-invited">
                <h2 class="ds-heading" data-size="sm" id="team-invited">${words.invited}</h2>
                <ul class="plain-list team-cards">
                  ${invitations.map((one) => invitationCard(one, () => void this.#withdraw(one.id)))}
                </ul>
              </section>`
        }
        ${groups.map((state) => {
          const mine = seats.filter((seat) => seat.state === state);
          if (mine.length === 0) return nothing;
          return html`<section class="stack" aria-labelledby=${`team-${state}`}>
            <h2 class="ds-heading" data-size="sm" id=${`team-${state}`}>${headings[state]}</h2>
            <ul class="plain-list team-cards">
              ${mine
                .toSorted((one, other) => byRole(one.member, other.member))
                .map((seat) => seatCard(seat, this.#actsOf(seat, mayChange)))}
            </ul>
          </section>`;
        })}
        <samrad-plan-area .planId=${this.planId}></samrad-plan-area>
      </div>
      <p class="ds-sr-only" role="status">${this.said}</p>
      ${this.#dialog()}
    `;
  }

  #actsOf(seat: Seat, mayChange: boolean) {
    const isMe = this.#isMe(seat);
    const mayEnd = seat.state !== 'ended' && seat.member.role !== 'patient' && (mayChange || isMe);
    const mayNumber = seat.state === 'active' && seat.isKnown === false && this.#isCoordinator();
    return {
      isMe,
      end: mayEnd ? () => this.#ask({ kind: 'end', seat }) : null,
      number: mayNumber ? () => this.#ask({ kind: 'number', seat }) : null,
    };
  }

  #isMe({ member }: Seat): boolean {
    const session = this.session.current;
    return session.state === 'signed-in' && session.me.personId === member.personId;
  }

  #isCoordinator(): boolean {
    if (this.shown.state !== 'ready') return false;
    return this.shown.data.seats.some((seat) => this.#isMe(seat) && seat.member.role === 'coordinator');
  }

  #dialog(): TemplateResult {
    const { question } = this;
    return html`<samrad-dialog
      ?open=${question.kind !== 'none'}
      .heading=${this.#headingOf(question)}
      .content=${this.#contentOf(question)}
      @samrad-close=${() => this.#ask({ kind: 'none' })}
    ></samrad-dialog>`;
  }

  #headingOf(question: Question): string {
    const words = texts().team;
    switch (question.kind) {
      case 'none':
        return '';
      case 'invite':
        return words.invite.open;
      case 'number':
        return words.numbering.heading(question.seat.member.name);
      case 'end':
        return this.#isMe(question.seat) ? words.ending.ownHeading : words.ending.heading(question.seat.member.name);
    }
  }

  #contentOf(question: Question): TemplateResult {
    switch (question.kind) {
      case 'none':
        return html``;
      case 'invite':
        return html`<samrad-invite-form
          .planId=${this.planId}
          @samrad-invited=${({ detail }: CustomEvent<'invited' | 'added'>) => void this.#done(texts().team.said[detail])}
          @samrad-cancel=${() => this.#ask({ kind: 'none' })}
        ></samrad-invite-form>`;
      case 'number':
        return this.#numbering(question.seat);
      case 'end':
        return this.#ending(question.seat);
    }
  }

  #ending(seat: Seat): TemplateResult {
    const words = texts().team.ending;
    return html`
      <div class="stack">
        <p>${this.#isMe(seat) ? words.ownText : words.text(seat.member.name)}</p>
        ${this.#problemLine()}
        <div class="row" data-phone="fill">
          <button type="button" class="ds-button" data-color="danger" @click=${() => void this.#end(seat)}>
            ${words.confirm}
          </button>
          <button type="button" class="ds-button" data-variant="secondary" @click=${() => this.#ask({ kind: 'none' })}>
            ${words.keep}
          </button>
        </div>
      </div>
    `;
  }

  #numbering(seat: Seat): TemplateResult {
    const words = texts().team.numbering;
    const submit = (event: Event): void => {
      event.preventDefault();
      const input = this.querySelector<HTMLInputElement>('#team-number');
      if (input) void this.#register(seat, input.value);
    };
    return html`
      <form class="stack" novalidate @submit=${submit}>
        <p>${words.text}</p>
        <label class="stack" data-gap="sm" for="team-number">
          <span class="ds-label">${words.label}</span>
          <input class="ds-input" id="team-number" type="text" inputmode="numeric" autocomplete="off" maxlength="13" />
        </label>
        ${this.#problemLine()}
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button">${words.save}</button>
          <button type="button" class="ds-button" data-variant="tertiary" @click=${() => this.#ask({ kind: 'none' })}>
            ${words.cancel}
          </button>
        </div>
      </form>
    `;
  }

  #problemLine(): TemplateResult | typeof nothing {
    return this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing;
  }

  #ask(question: Question): void {
    this.question = question;
    this.problem = null;
  }

  async #end(seat: Seat): Promise<void> {
    const { planId } = this;
    const { personId, name } = seat.member;
    await this.#try(() => call('endMembership', { planId, personId }, {}), texts().team.said.ended(name), {
      leave: this.#isMe(seat),
    });
  }

  async #register({ member }: Seat, number: string): Promise<void> {
    const { planId } = this;
    const register = () => call('registerNumber', { planId, personId: member.personId }, { number });
    await this.#try(register, texts().team.said.numbered);
  }

  async #withdraw(invitationId: string): Promise<void> {
    const { planId } = this;
    await this.#try(() => call('withdrawInvitation', { planId, invitationId }, {}), texts().team.said.withdrawn);
  }

  async #try(act: () => Promise<unknown>, said: string, { leave = false } = {}): Promise<void> {
    try {
      await act();
      if (leave) navigate(paths.home);
      else await this.#done(said);
    } catch (error) {
      this.problem = problemText(error);
    }
  }

  async #done(said: string): Promise<void> {
    this.#ask({ kind: 'none' });
    this.said = said;
    await this.#fetch();
  }
}

customElements.define('samrad-team-page', TeamPage);
