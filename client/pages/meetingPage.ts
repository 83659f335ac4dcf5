/** `<samrad-meeting-page>`: one meeting, from the device check to the goodbye. `data-state` says where one is. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { focusHeading } from '../app/pageFocus.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { texts } from '../i18n/texts.ts';
import { LineTestEvent } from '../lineTest/command.ts';
import { MeetingCommandEvent, type MeetingCommand } from '../meeting/command.ts';
import '../meeting/components/deviceCheck.ts';
import '../meeting/components/lobbyView.ts';
import { messageView } from '../meeting/components/messageView.ts';
import '../meeting/components/roomView.ts';
import { MeetingController, type MeetingView } from '../meeting/meetingController.ts';
import { outcomeOf } from '../meeting/outcome.ts';
import type { MeetingStateName } from '../meeting/state.ts';
import './stepUp.ts';
import '../meeting/tile.css';
import '../meeting/meeting.css';
import '../meeting/waiting.css';

export class MeetingPage extends LightElement {
  static override properties = { session: { attribute: false }, meetingId: { attribute: false } };
  declare session: SessionStore;
  declare meetingId: string;

  #controller: MeetingController | null = null;
  #shown: MeetingStateName | null = null;
  #stopFocusing = (): void => undefined;

  constructor() {
    super();
    this.meetingId = '';
    this.addEventListener(MeetingCommandEvent.eventName, (event) => {
      if (event instanceof MeetingCommandEvent) this.#controller?.obey(event.command);
    });
    this.addEventListener(LineTestEvent.eventName, (event) => {
      if (event instanceof LineTestEvent) this.#controller?.lineTest.obey(event.command);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopFocusing();
    this.#controller?.close();
    this.#controller = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('meetingId')) this.#open();
  }

  protected override render(): TemplateResult {
    const view = this.#controller?.view;
    return html`
      <p class="ds-sr-only" role="status">${view?.announcement}</p>
      ${view ? this.#view(view) : nothing}
    `;
  }

  /** Where the button that was pressed is gone with its view, the next view's heading takes the focus. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const name = this.#controller?.view.state.name ?? null;
    if (name === this.#shown) return;
    const moved = this.#shown !== null;
    this.#shown = name;
    this.dataset['state'] = name ?? '';
    if (!moved) return;
    this.#stopFocusing();
    this.#stopFocusing = focusHeading(this);
    scrollTo(0, 0);
  }

  #open(): void {
    this.#controller?.close();
    this.#controller = new MeetingController({ meetingId: this.meetingId, onChange: () => this.requestUpdate() });
    this.#controller.start();
  }

  #view(view: MeetingView): TemplateResult {
    const { state, local, guest } = view;
    const words = texts().meeting;
    switch (state.name) {
      case 'loading':
        return html`<p class="page muted" role="status">${words.loading}</p>`;
      case 'deviceCheck':
        return html`<samrad-step-up class="step-up" .session=${this.session}></samrad-step-up>
          <samrad-device-check
            .local=${local}
            .meeting=${state.meeting}
            .encryption=${view.encryption}
            .lineTest=${view.lineTest}
            .beside=${view.beside}
          ></samrad-device-check>`;
      case 'joining':
        return html`<div class="page-narrow">
          <h1 class="ds-heading" data-size="md" role="status">${words.joining}</h1>
        </div>`;
      case 'lobby':
        return html`<samrad-lobby
          .local=${local}
          .lobby=${state.lobby}
          .beside=${view.beside}
          .connection=${view.connection}
        ></samrad-lobby>`;
      case 'inRoom':
        return html`<samrad-room .data=${{ ...view, meeting: state.meeting, speaking: state.speaking }}></samrad-room>`;
      default: {
        const obey = (command: MeetingCommand): void => this.#controller?.obey(command);
        return messageView(
          outcomeOf({
            state,
            home: guest ? null : paths.home,
            record: guest ? null : paths.record(this.meetingId),
            obey,
          }),
        );
      }
    }
  }
}

customElements.define('samrad-meeting-page', MeetingPage);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-meeting-page': MeetingPage;
  }
}
