/** The page of a plan's versions: who has signed which, what differs, and the way to make, sign, approve and verify them. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { failurePage } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import { listOf } from '../plan/words.ts';
import { approvalBox } from '../versions/approvalBox.ts';
import { compareForm } from '../versions/compareForm.ts';
import { VersionPanel } from '../versions/panel.ts';
import { panelView } from '../versions/panelView.ts';
import { versionCard, type CardAction } from '../versions/versionCard.ts';
import { versionDialog } from '../versions/versionDialog.ts';
import { VersionsLife, type KnownVersions } from '../versions/versionsLife.ts';
import type { Version } from '../../shared/protocol/routes/versions.ts';
import '../versions/versions.css';

export class VersionsPage extends LightElement {
  static override properties = { session: { attribute: false }, planId: {} };
  declare session: SessionStore;
  declare planId: string;
  readonly #panel = new VersionPanel(this, () => this.planId);
  readonly #life = new VersionsLife({
    host: this,
    planId: () => this.planId,
    changed: () => void this.#panel.refresh(),
    signedOut: () => this.#signedOut(),
  });

  constructor() {
    super();
    this.planId = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('planId')) void this.#life.fetch();
  }

  async #signedOut(): Promise<void> {
    this.session.returnAfterSignIn(location.pathname);
    await this.session.refresh();
  }

  protected override render(): TemplateResult {
    const { known } = this.#life;
    const words = texts().versions;
    if (known.state === 'loading') return html`<div class="page">${busy(words.loading)}</div>`;
    if (known.state === 'failed') return failurePage({ code: known.code, retry: () => void this.#life.fetch() });
    return this.#page(known.data);
  }

  #page(known: KnownVersions): TemplateResult {
    const words = texts().versions;
    const { plan, list, approval } = known;
    return html`
      <div class="page stack" data-gap="lg">
        <div class="page-head">
          <div>
            <a class="ds-link" href=${paths.plan(plan.id)}>${words.back}</a>
            <p class="eyebrow">${plan.patientName}</p>
            <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
            <p class="muted">${words.lead}</p>
          </div>
          ${this.#newVersion(known)}
        </div>
        <p class="ds-sr-only" role="status">${this.#life.said}</p>
        ${approvalBox(approval, { mayMake: list.may.create, versionsHref: null })} ${this.#requests(known)}
        ${list.versions.length === 0 ? html`<p class="empty">${words.empty}</p>` : this.#list(list)}
        ${list.versions.length === 0 ? nothing : compareForm(list.versions, (from, to) => void this.#compare(from, to))}
        ${panelView({
          shown: this.#panel.shown,
          plan,
          close: () => this.#panel.close(),
          restore: (version, section) => this.#life.startRestoring(version, section),
        })}
      </div>
      ${versionDialog(this.#life)}
    `;
  }

  #newVersion({ list }: KnownVersions): TemplateResult | typeof nothing {
    const { actions } = texts().versions;
    if (list.may.create)
      return html`<button type="button" class="ds-button" @click=${() => this.#life.startMaking(null)}>
        ${actions.make}
      </button>`;
    if (!list.may.ask || list.requests.length > 0) return nothing;
    return html`<button type="button" class="ds-button" @click=${() => void this.#life.askForVersion()}>
      ${actions.ask}
    </button>`;
  }

  #requests({ list, plan }: KnownVersions): TemplateResult | typeof nothing {
    const { requests } = list;
    if (requests.length === 0) return nothing;
    const words = texts().versions;
    const mine = requests.some(({ person }) => person.personId === plan.me.personId);
    return html`<p class="notice" data-tone="warm">
      ${mine ? words.askedSelf : words.asked(listOf(requests.map(({ person }) => person.name)))}
    </p>`;
  }

  #list({ versions, may }: KnownVersions['list']): TemplateResult {
    return html`<ul class="plain-list stack" aria-label=${texts().versions.list}>
      ${versions.map((version) =>
        versionCard({
          version,
          corrected: versions.find(({ id }) => id === version.corrects) ?? null,
          mayCorrect: may.create,
          check: this.#life.checks.get(version.id) ?? null,
          act: (action) => this.#act(action, version),
        }),
      )}
    </ul>`;
  }

  #act(action: CardAction, version: Version): void {
    switch (action) {
      case 'sign':
      case 'approve':
        return this.#life.ask({ kind: action, version });
      case 'remove':
        return this.#life.ask({ kind: 'delete', version });
      case 'correct':
        return this.#life.startMaking(version);
      case 'verify':
        return void this.#life.check(version);
      case 'read':
        return void this.#read(version);
      case 'compare':
        return void this.#compare(version, null);
    }
  }

  async #read(version: Version): Promise<void> {
    await this.#panel.read(version);
    await this.#beginAtPanel();
  }

  async #compare(from: Version, to: Version | null): Promise<void> {
    await this.#panel.compare(from, to);
    await this.#beginAtPanel();
  }

  /** The person has asked for it, so the reading begins there. */
  async #beginAtPanel(): Promise<void> {
    await this.updateComplete;
    const heading = this.querySelector<HTMLElement>('#version-panel');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }
}

customElements.define('samrad-versions-page', VersionsPage);
