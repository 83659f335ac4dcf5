/** What the server knows of the signature under the list of medicines: asked for while the element is in the page, and again when the server tells of a new one. */
import type { ReactiveController } from 'lit';
import { canonicalList, type MedicineList } from '../../../shared/careplan/medicines.ts';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import { call } from '../../api/rest.ts';
import type { LightElement } from '../../app/lightElement.ts';
import type { SectionContext } from '../context.ts';

type Known = RouteOutput<'medicinesState'>;

export class ReconciliationLife implements ReactiveController {
  readonly #host: LightElement;
  readonly #context: () => SectionContext;
  #end: (() => void) | null = null;
  #known: Known | null = null;

  constructor(host: LightElement, context: () => SectionContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  /** The last that the server said; null until it has answered. */
  get known(): Known | null {
    return this.#known;
  }

  hostConnected(): void {
    this.#end = this.#context().notices.subscribe('medicines', () => void this.#fetch());
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
  }

  async #fetch(): Promise<void> {
    try {
      this.#known = await call('medicinesState', { planId: this.#context().plan.id }, {});
    } catch {
      // Without an answer the list is shown as it is; nothing is said of signatures.
      return;
    }
    this.#host.requestUpdate();
  }

  /** Signs the list as it stands in this page. @throws SamradError */
  async sign(list: MedicineList): Promise<void> {
    await call('signMedicines', { planId: this.#context().plan.id }, { hash: await hashOf(list) });
    await this.#fetch();
  }
}

/** SHA-256 of the canonical list as hex, as the server computes it. */
async function hashOf(list: MedicineList): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalList(list)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
