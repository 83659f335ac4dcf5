/** `<samrad-task-link>`: the way to my tasks, with how many of them are late. Asks when it enters the page, and when tasks were answered for. */
import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../api/rest.ts';
import { texts } from '../i18n/texts.ts';
import { LightElement } from './lightElement.ts';
import { onNavigate, paths } from './router.ts';

const answered = new EventTarget();

/** Says that the number of late tasks may be another now. */
export function tasksAnswered(): void {
  answered.dispatchEvent(new Event('change'));
}

export class TaskLink extends LightElement {
  static override properties = { late: { state: true } };
  declare private late: number;
  #stopFollowing = (): void => undefined;

  constructor() {
    super();
    this.late = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    answered.addEventListener('change', this.#ask);
    this.#stopFollowing = onNavigate(() => this.requestUpdate());
    this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    answered.removeEventListener('change', this.#ask);
    this.#stopFollowing();
  }

  protected override render(): TemplateResult {
    const words = texts().tasks.mine;
    return html`<a
      class="shell-link"
      href=${paths.myTasks}
      aria-current=${location.pathname === paths.myTasks ? 'page' : nothing}
    >
      ${words.link}
      ${
        this.late === 0
          ? nothing
          : html`<span class="shell-count" aria-hidden="true">${this.late}</span>
              <span class="ds-sr-only">(${words.linkLate(this.late)})</span>`
      }
    </a>`;
  }

  readonly #ask = (): void => {
    call('lateTasks', {}, {}).then(
      ({ late }) => (this.late = late),
      // The number is a help; without an answer the last one stays.
      () => undefined,
    );
  };
}

customElements.define('samrad-task-link', TaskLink);
