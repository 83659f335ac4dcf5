/** `<samrad-organisation-names>`: the organisations that an administrator keeps, as the `<datalist id="organisation-names">` of a field. Without them one writes freely. */
import { html, type TemplateResult } from 'lit';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';

class OrganisationNames extends LightElement {
  static override properties = { names: { state: true } };
  declare private names: readonly string[];

  constructor() {
    super();
    this.names = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    call('organisations', {}, {}).then(
      ({ organisations }) => void (this.names = organisations.map(({ name }) => name)),
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    return html`<datalist id="organisation-names">
      ${this.names.map((name) => html`<option value=${name}></option>`)}
    </datalist>`;
  }
}

customElements.define('samrad-organisation-names', OrganisationNames);
