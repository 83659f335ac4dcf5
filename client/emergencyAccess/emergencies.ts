/** `<samrad-emergencies>`: who has opened my plan, or one that I coordinate, by emergency access; nothing where nobody has. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Emergency } from '../../shared/protocol/routes/emergencyAccess.ts';
import { call } from '../api/rest.ts';
import { shortDateAndTime } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { problemText } from '../team/problem.ts';

class Emergencies extends LightElement {
  static override properties = { emergencies: { state: true }, problem: { state: true } };
  declare private emergencies: readonly Emergency[];
  declare private problem: string | null;

  constructor() {
    super();
    this.emergencies = [];
    this.problem = null;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#fetch();
  }

  /** Without an answer nothing is shown: the page says itself that the server can't be reached. */
  async #fetch(): Promise<void> {
    this.emergencies = await call('emergencies', {}, {}).then(
      ({ emergencies }) => emergencies,
      () => [],
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.emergencies.length === 0) return nothing;
    const words = texts().emergencyAccess;
    return html`
      <section class="notice stack" data-tone="warm" aria-labelledby="emergencies">
        <h2 class="ds-heading" data-size="xs" id="emergencies">${words.used}</h2>
        ${this.emergencies.map((one) => this.#one(one))}
        ${this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing}
      </section>
    `;
  }

  #one({ id, name, role, organisation, patientName, reason, at }: Emergency): TemplateResult {
    const words = texts().emergencyAccess;
    const who = [name, texts().shared.roles[role], organisation].join(', ');
    return html`
      <p>${words.usedBy(who, patientName, shortDateAndTime(at))} ${words.because(reason)}</p>
      <div class="row" data-phone="fill">
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          aria-label=${words.seenOf(name)}
          @click=${() => void this.#seen(id)}
        >
          ${words.seen}
        </button>
      </div>
    `;
  }

  async #seen(emergencyId: string): Promise<void> {
    try {
      await call('acknowledgeEmergency', { emergencyId }, {});
    } catch (error) {
      this.problem = problemText(error);
    }
    await this.#fetch();
  }
}

customElements.define('samrad-emergencies', Emergencies);
