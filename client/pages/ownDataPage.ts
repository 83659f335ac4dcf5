/** The page on which the patient takes along all that is known of them, and has the plan deleted; the coordinator does the latter too. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { call } from '../api/rest.ts';
import { shortDateWithYear } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import '../components/dialog.ts';
import { failureAlert, failurePage } from '../components/failure.ts';
import { saveFile } from '../components/saveFile.ts';
import { texts } from '../i18n/texts.ts';
import { fetchEverything, type Everything } from '../ownData/everything.ts';
import { readablePage } from '../ownData/readable.ts';

type Failure = Extract<Load<never>, { state: 'failed' }>['code'];

/** How a file is made of everything. The file names say nothing of whom it is about. */
const formats = {
  readable: { type: 'text/html', name: 'samrad.html', write: readablePage },
  machine: {
    type: 'application/json',
    name: 'samrad.json',
    write: (all: Everything) => JSON.stringify(all, null, 2),
  },
} as const;
type Format = keyof typeof formats;

class OwnDataPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    planId: {},
    plan: { state: true },
    progress: { state: true },
    failure: { state: true },
    asking: { state: true },
    said: { state: true },
  };
  declare session: SessionStore;
  declare planId: string;
  declare private plan: Load<PlanInfo>;
  /** How much of the file is fetched, 0 to 1; null where none is being made. */
  declare private progress: number | null;
  declare private failure: Failure | null;
  /** Whether the person is asked if they mean it. */
  declare private asking: boolean;
  declare private said: string;

  constructor() {
    super();
    this.planId = '';
    this.plan = { state: 'loading' };
    this.progress = null;
    this.failure = null;
    this.asking = false;
    this.said = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('planId')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.plan = { state: 'ready', data: await call('plan', { planId: this.planId }, {}) };
    } catch (error) {
      const code = failureCode(error);
      if (code !== 'not-signed-in') {
        this.plan = { state: 'failed', code };
        return;
      }
      this.session.returnAfterSignIn(location.pathname);
      await this.session.refresh();
    }
  }

  protected override render(): TemplateResult {
    const { plan } = this;
    if (plan.state === 'loading') return html`<div class="page">${busy(texts().app.shell.loading)}</div>`;
    if (plan.state === 'failed') return failurePage({ code: plan.code, retry: () => void this.#fetch() });
    const words = texts().ownData;
    const { role } = plan.data.me;
    return html`
      <div class="page stack" data-gap="lg">
        <div>
          <p><a class="ds-link" href=${paths.plan(this.planId)}>${texts().team.back}</a></p>
          <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
        </div>
        ${this.failure ? failureAlert(this.failure) : nothing} ${role === 'patient' ? this.#takeAlong() : nothing}
        ${this.#deletion(plan.data)}
      </div>
      <p class="ds-sr-only" role="status">${this.said}</p>
      ${this.#dialog()}
    `;
  }

  #takeAlong(): TemplateResult {
    const words = texts().ownData;
    const { progress } = this;
    const button = (format: Format): TemplateResult =>
      html`<button
        type="button"
        class="ds-button"
        data-variant=${format === 'readable' ? 'primary' : 'secondary'}
        ?disabled=${progress !== null}
        @click=${() => void this.#save(format)}
      >
        ${words.take[format]}
      </button>`;
    return html`<section class="surface stack" aria-labelledby="own-take">
      <h2 class="ds-heading" data-size="sm" id="own-take">${words.take.heading}</h2>
      <p>${words.take.text}</p>
      <div class="row" data-phone="fill">${button('readable')} ${button('machine')}</div>
      ${
        progress === null
          ? nothing
          : html`<progress aria-label=${words.take.fetching} max="1" value=${progress}></progress>`
      }
    </section>`;
  }

  #deletion({ deletedAt }: PlanInfo): TemplateResult {
    const words = texts().ownData.deletion;
    return html`<section class="surface stack" aria-labelledby="own-deletion">
      <h2 class="ds-heading" data-size="sm" id="own-deletion">${words.heading}</h2>
      <p>${deletedAt === null ? words.text : words.due(shortDateWithYear(deletedAt))}</p>
      <div class="row" data-phone="fill">
        ${
          deletedAt === null
            ? html`<button
                type="button"
                class="ds-button"
                data-color="danger"
                data-variant="secondary"
                @click=${() => void (this.asking = true)}
              >
                ${words.open}
              </button>`
            : html`<button type="button" class="ds-button" @click=${() => void this.#keep()}>${words.keep}</button>`
        }
      </div>
    </section>`;
  }

  #dialog(): TemplateResult {
    const words = texts().ownData.deletion;
    const close = (): void => void (this.asking = false);
    return html`<samrad-dialog
      .open=${this.asking}
      .heading=${words.question}
      .content=${html`<div class="stack">
        <p>${words.meaning}</p>
        <div class="row" data-phone="fill">
          <button type="button" class="ds-button" data-color="danger" @click=${() => void this.#delete()}>
            ${words.confirm}
          </button>
          <button type="button" class="ds-button" data-variant="secondary" @click=${close}>${words.no}</button>
        </div>
      </div>`}
      @samrad-close=${close}
    ></samrad-dialog>`;
  }

  async #save(format: Format): Promise<void> {
    const { type, name, write } = formats[format];
    this.progress = 0;
    await this.#try(async () => {
      const everything = await fetchEverything(this.planId, (done) => void (this.progress = done));
      saveFile({ text: write(everything), type, name });
      this.said = texts().ownData.take.saved;
    });
    this.progress = null;
  }

  async #delete(): Promise<void> {
    this.asking = false;
    await this.#try(() => call('deletePlan', { planId: this.planId }, {}));
    await this.#fetch();
    this.said = texts().ownData.deletion.asked;
  }

  async #keep(): Promise<void> {
    await this.#try(() => call('keepPlan', { planId: this.planId }, {}));
    await this.#fetch();
    this.said = texts().ownData.deletion.kept;
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    this.failure = null;
    try {
      await act();
    } catch (error) {
      this.failure = failureCode(error);
    }
  }
}

customElements.define('samrad-own-data-page', OwnDataPage);
