/** What the server knows of the signature under the list of medicines: asked for while the element is in the page, and again when the page comes back into sight. */
import type { ReactiveController } from 'lit';
import { canonicalList, type MedicineList } from '../../../shared/careplan/medicines.ts';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import { call } from '../../api/rest.ts';
import type { LightElement } from '../../app/lightElement.ts';

type Known = RouteOutput<'medicinesState'>;

export class ReconciliationLife implements ReactiveController {
  readonly #host: LightElement;
  readonly #planId: () => string;
  #known: Known | null = null;

  constructor(host: LightElement, planId: () => string) {
    this.#host = host;
    this.#planId = planId;
    host.addController(this);
  }

  /** The last that the server said; null until it has answered. */
  get known(): Known | null {
    return this.#known;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
    // The element may be given its plan only after it has entered the page.
    void this.#host.updateComplete.then(() => this.fetch());
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
  }

  async fetch(): Promise<void> {
    try {
      this.#known = await call('medicinesState', { planId: this.#planId() }, {});
    } catch {
      // Without an answer the list is shown as it is; nothing is said of signatures.
      return;
    }
    this.#host.requestUpdate();
  }

  /** Signs the list as it stands in this page. @throws SamradError */
  async sign(list: MedicineList): Promise<void> {
    await call('signMedicines', { planId: this.#planId() }, { hash: await hashOf(list) });
    await this.fetch();
  }

  readonly #seen = (): void => {
    if (document.visibilityState === 'visible') void this.fetch();
  };
}

/** SHA-256 of the canonical list as hex, as the server computes it. */
async function hashOf(list: MedicineList): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalList(list)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
