/** The page from which the plan is printed: what is to be in it, and how it will look. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { call } from '../api/rest.ts';
import { shortDateAndTime } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { failurePage } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import { setPageMargins } from '../print/pageMargins.ts';
import { choosable, paper, type Printable } from '../print/paper.ts';
import '../print/paper.css';

export class PrintPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    planId: {},
    printable: { state: true },
    chosen: { state: true },
    large: { state: true },
  };
  declare session: SessionStore;
  declare planId: string;
  declare private printable: Load<Printable>;
  declare private chosen: ReadonlySet<SectionId>;
  declare private large: boolean;
  #clearMargins = () => {};

  constructor() {
    super();
    this.planId = '';
    this.printable = { state: 'loading' };
    this.chosen = new Set();
    this.large = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clearMargins();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('planId')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const { planId } = this;
    this.printable = { state: 'loading' };
    try {
      const [plan, content, approval] = await Promise.all([
        call('plan', { planId }, {}),
        call('planContent', { planId }, {}),
        call('approval', { planId }, {}),
      ]);
      if (planId === this.planId) this.#show({ plan, approval, ...content });
    } catch (error) {
      if (planId === this.planId) await this.#failed(failureCode(error));
    }
  }

  #show(printable: Printable): void {
    // Preparations are for those who write them; whoever wants them on paper says so.
    const usual = choosable(printable).filter(({ section }) => section !== 'working-notes');
    this.chosen = new Set(usual.map(({ section }) => section));
    this.printable = { state: 'ready', data: printable };
    const words = texts().print;
    this.#clearMargins();
    this.#clearMargins = setPageMargins({
      heading: `${words.planFor} ${printable.plan.patientName}`,
      note: words.printed(shortDateAndTime(printable.at)),
      page: words.page,
      of: words.of,
    });
  }

  async #failed(code: Extract<Load<Printable>, { state: 'failed' }>['code']): Promise<void> {
    if (code === 'not-signed-in') {
      this.session.returnAfterSignIn(location.pathname);
      await this.session.refresh();
    } else {
      this.printable = { state: 'failed', code };
    }
  }

  protected override render(): TemplateResult {
    const { printable, chosen, large } = this;
    const words = texts().print;
    if (printable.state === 'loading') return html`<div class="page">${busy(words.loading)}</div>`;
    if (printable.state === 'failed') return failurePage({ code: printable.code, retry: () => void this.#fetch() });
    return html`
      <div class="page stack" data-gap="lg">
        <div class="stack no-print" data-gap="lg">
          <div>
            <a class="ds-link" href=${paths.plan(this.planId)}>${words.back}</a>
            <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
          </div>
          ${this.#choices(printable.data)}
        </div>
        ${paper(printable.data, { chosen, large })}
      </div>
    `;
  }

  #choices(printable: Printable): TemplateResult {
    const words = texts().print;
    const ids = choosable(printable).map(({ section }) => section);
    return html`
      <form class="surface stack" @submit=${print}>
        <fieldset class="ds-fieldset print-choices">
          <legend class="ds-label">${words.choose}</legend>
          <p class="muted">${words.chooseHint}</p>
          ${ids.length === 0 ? html`<p>${words.nothing}</p>` : nothing}
          <div class="print-sections">${ids.map((id) => this.#choice(id))}</div>
          <div class="row">${this.#chooseButton(words.all, ids)} ${this.#chooseButton(words.none, [])}</div>
        </fieldset>
        <label class="check">
          <input class="ds-input" type="checkbox" .checked=${this.large} @change=${() => (this.large = !this.large)} />
          ${words.large}
        </label>
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button">${words.print}</button>
        </div>
      </form>
    `;
  }

  #choice(id: SectionId): TemplateResult {
    return html`<label class="check">
      <input
        class="ds-input"
        type="checkbox"
        .checked=${this.chosen.has(id)}
        @change=${(event: Event) => this.#choose(id, event.target instanceof HTMLInputElement && event.target.checked)}
      />
      ${texts().shared.sections[id].heading}
    </label>`;
  }

  #chooseButton(label: string, ids: readonly SectionId[]): TemplateResult {
    return html`<button
      type="button"
      class="ds-button"
      data-variant="tertiary"
      data-size="sm"
      @click=${() => (this.chosen = new Set(ids))}
    >
      ${label}
    </button>`;
  }

  #choose(id: SectionId, wanted: boolean): void {
    const rest = [...this.chosen].filter((other) => other !== id);
    this.chosen = new Set(wanted ? [...rest, id] : rest);
  }
}

function print(event: Event): void {
  event.preventDefault();
  globalThis.print();
}

customElements.define('samrad-print-page', PrintPage);
