/** The values of the rules that hold for this plan, asked for when somebody first opens more of a task; the defaults until then. */
import { defaultSettings, type Settings } from '../../../shared/domain/rules/settings.ts';
import { call } from '../../api/rest.ts';
import type { LightElement } from '../../app/lightElement.ts';

export class RuleValues {
  readonly #host: LightElement;
  readonly #planId: () => string;
  #settings: Settings = defaultSettings;
  #asked = false;

  constructor(host: LightElement, planId: () => string) {
    this.#host = host;
    this.#planId = planId;
  }

  get current(): Settings {
    return this.#settings;
  }

  /** Asks the server, once. Without an answer the defaults stay. */
  async ask(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.#settings = (await call('findings', { planId: this.#planId() }, {})).settings;
      this.#host.requestUpdate();
    } catch {
      // Next time again: the line may be back by then.
      this.#asked = false;
    }
  }
}
