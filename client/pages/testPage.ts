/** `<samrad-test-page>`: the test before the meeting by itself, for anyone who is signed in. Opens the devices only for the test. */
import { html, type TemplateResult } from 'lit';
import { openSocket, type MeetingSocket } from '../api/socket.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { LineTestEvent } from '../lineTest/command.ts';
import '../lineTest/components/lineTest.ts';
import { LineTestRun } from '../lineTest/lineTestRun.ts';
import { LocalMedia } from '../media/localMedia.ts';

interface Parts {
  readonly socket: MeetingSocket;
  readonly test: LineTestRun;
  readonly end: () => void;
}

export class TestPage extends LightElement {
  #parts: Parts | null = null;

  constructor() {
    super();
    this.addEventListener(LineTestEvent.eventName, (event) => {
      if (event instanceof LineTestEvent) this.#parts?.test.obey(event.command);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const socket = openSocket();
    const local = new LocalMedia({ storage: localStorage });
    const test = new LineTestRun({ socket, local, opensDevices: true, onChange: () => this.requestUpdate() });
    this.#parts = { socket, test, end: local.subscribe(() => this.requestUpdate()) };
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#parts?.end();
    this.#parts?.test.close();
    this.#parts?.socket.close();
    this.#parts = null;
  }

  protected override render(): TemplateResult {
    const words = texts().lineTest;
    return html`
      <div class="page-narrow stack" data-gap="lg">
        <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
        <p class="ds-paragraph">${words.lead}</p>
        <div class="surface stack">
          ${this.#parts ? html`<samrad-line-test .view=${this.#parts.test.view}></samrad-line-test>` : null}
        </div>
      </div>
    `;
  }
}

customElements.define('samrad-test-page', TestPage);
