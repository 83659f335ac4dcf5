/** The page on which the patient sees who sees what of the plan, and opens and closes it; the coordinator records it for them. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { failurePage } from '../components/failure.ts';
import { byRole } from '../components/person.ts';
import { accessTable } from '../consents/accessTable.ts';
import { ConsentFlow } from '../consents/consentFlow.ts';
import { consentDialogs } from '../consents/dialogs.ts';
import { actsOf } from '../consents/history.ts';
import { historyList } from '../consents/historyList.ts';
import type { Task } from '../consents/openDraft.ts';
import { ownList, personCard, personLine } from '../consents/personCard.ts';
import { pictureOf, type PersonPicture } from '../consents/picture.ts';
import '../consents/consents.css';
import { texts } from '../i18n/texts.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { ConsentInfo } from '../../shared/protocol/routes/consents.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';

interface Shown {
  readonly plan: PlanInfo;
  readonly may: RouteOutput<'consents'>['may'];
  readonly consents: RouteOutput<'consents'>['consents'];
}

export class ConsentPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    planId: {},
    shown: { state: true },
    said: { state: true },
  };
  declare session: SessionStore;
  declare planId: string;
  declare private shown: Load<Shown>;
  /** What was done last, for screen readers. */
  declare private said: string;
  readonly #flow = new ConsentFlow({
    host: this,
    planId: () => this.planId,
    changed: (what, name) => {
      this.said = texts().consents.said[what](name);
      void this.#fetch();
    },
  });

  constructor() {
    super();
    this.planId = '';
    this.shown = { state: 'loading' };
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('focus', this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('focus', this.#again);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('planId')) return;
    this.shown = { state: 'loading' };
    void this.#fetch();
  }

  /** Somebody who comes back to the page sees it as it is now. */
  readonly #again = (): void => {
    if (this.shown.state === 'ready') void this.#fetch();
  };

  async #fetch(): Promise<void> {
    const { planId } = this;
    try {
      const [plan, { may, consents }] = await Promise.all([
        call('plan', { planId }, {}),
        call('consents', { planId }, {}),
      ]);
      if (planId === this.planId) this.shown = { state: 'ready', data: { plan, may, consents } };
    } catch (error) {
      if (planId === this.planId) await this.#failed(failureCode(error));
    }
  }

  async #failed(code: ReturnType<typeof failureCode>): Promise<void> {
    if (code !== 'not-signed-in') {
      this.shown = { state: 'failed', code };
      return;
    }
    this.session.returnAfterSignIn(location.pathname);
    await this.session.refresh();
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    if (shown.state === 'ready') return this.#page(shown.data);
    if (shown.state === 'loading') return html`<div class="page">${busy(texts().consents.loading)}</div>`;
    return shown.code === 'not-found'
      ? failurePage({ code: 'not-found' })
      : failurePage({ code: shown.code, retry: () => void this.#fetch() });
  }

  #page({ plan, may, consents }: Shown): TemplateResult {
    const words = texts().consents;
    const now = new Date().toISOString();
    const people = plan.team.toSorted(byRole).map((member) => pictureOf(member, consents, now));
    return html`
      <div class="page stack consent-page" data-gap="lg">
        <div class="page-head">
          <div>
            <p><a class="ds-link" href=${paths.plan(plan.id)}>${words.back}</a></p>
            <p class="eyebrow">${words.planOf(plan.patientName)}</p>
            <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
          </div>
        </div>
        <p class="ds-paragraph consent-lead" data-size="lg">${words.lead[may]}</p>
        ${may === 'none' ? this.#own(plan, people, now) : this.#all(may, people, now)}
        ${historyList(actsOf(consents, now))}
      </div>
      <p class="ds-sr-only" role="status">${this.said}</p>
      ${may === 'none' ? nothing : consentDialogs({ flow: this.#flow, task: may, patientName: plan.patientName })}
    `;
  }

  #own(plan: PlanInfo, people: readonly PersonPicture[], now: string): TemplateResult {
    const own = people.find(({ member }) => member.personId === plan.me.personId);
    return ownList(own?.coming ?? [], now);
  }

  #all(task: Task, people: readonly PersonPicture[], now: string): TemplateResult {
    const words = texts().consents;
    // Those closest to the patient first, each with a card; of whom nearly all is known by role, a line is enough.
    const asked = people
      .filter(({ openable }) => openable.length > 0)
      .toSorted((one, other) => byRole(other.member, one.member));
    const changeOf = (picture: PersonPicture) => ({
      open: () => this.#flow.askToOpen(picture, picture.openable.length === 1 ? picture.openable : []),
      close: (consents: readonly ConsentInfo[]) => this.#flow.askToClose(picture.member.name, consents),
    });
    const cards = asked.filter(({ openable }) => openable.length > 1);
    const lines = asked.filter(({ openable }) => openable.length === 1);
    return html`
      <section class="stack" aria-labelledby="consent-people">
        <h2 class="ds-heading" data-size="sm" id="consent-people">
          ${task === 'give' ? words.whom : words.whomRecord}
        </h2>
        ${
          asked.length === 0
            ? html`<p class="empty">${words.nobody}</p>`
            : html`<ul class="plain-list consent-cards">
                ${cards.map((picture) => personCard({ picture, now, change: changeOf(picture) }))}
              </ul>`
        }
        ${
          lines.length === 0
            ? nothing
            : html`<h3 class="ds-heading" data-size="xs">${words.professionals}</h3>
                <ul class="plain-list surface consent-list">
                  ${lines.map((picture) => personLine({ picture, now, change: changeOf(picture) }))}
                </ul>`
        }
      </section>
      ${accessTable({
        people,
        open: (picture, sectionId) => this.#flow.askToOpen(picture, [sectionId]),
        close: (picture, consents) => this.#flow.askToClose(picture.member.name, consents),
      })}
    `;
  }
}

customElements.define('samrad-consent-page', ConsentPage);
