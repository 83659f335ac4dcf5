/**
 * `<samrad-room>`: the meeting itself. Pictures and buttons, who waits outside, and the plan beside them, or below on a phone.
 * Everything in it fires `samrad-command`.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ErrorCode } from '../../../shared/protocol/errors.ts';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { MeetingSnapshot, Participant } from '../../../shared/protocol/types.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { LocalState } from '../../media/localState.ts';
import type { LineReportState } from '../../media/lineReport.ts';
import type { RemoteMedia } from '../../media/remoteMedia.ts';
import type { BesideView } from '../beside/besideKeeper.ts';
import { command } from '../command.ts';
import type { EncryptionView } from '../endToEnd/encryption.ts';
import '../endToEnd/encryptionDialog.ts';
import type { PlanState } from '../planLoader.ts';
import type { Connection } from '../state.ts';
import { arrange, isSimple, type Layout } from '../layout/layout.ts';
import { personTiles, screenTiles } from '../tiles.ts';
import { shownPictures } from '../lineFacts.ts';
import type { MeetingWordsView } from '../words.ts';
import '../agenda/agendaBar.ts';
import './controls.ts';
import './captionField.ts';
import { captionsView } from './chat.ts';
import { deviceProblems } from './deviceProblems.ts';
import { icon } from './icons.ts';
import './knocks.ts';
import './lineDialog.ts';
import './peopleDialog.ts';
import './planPane.ts';
import './videoGrid.ts';

export interface RoomData {
  readonly meeting: MeetingSnapshot;
  readonly speaking: readonly string[];
  readonly connection: Connection;
  readonly local: LocalState;
  readonly remote: Pick<RemoteMedia, 'get'>;
  readonly soundBlocked: boolean;
  readonly plan: PlanState;
  readonly words: MeetingWordsView;
  readonly encryption: EncryptionView;
  readonly line: LineReportState | null;
  readonly layout: Layout;
  readonly speaker: string | null;
  readonly following: boolean;
  readonly beside: BesideView;
  /** Why the latest command was refused. */
  readonly refusal: ErrorCode | null;
}

export class RoomView extends LightElement {
  static override properties = { data: { attribute: false } };
  declare data: RoomData;

  /**
   * The buttons stand over the page on a phone; the page keeps as much room free at its end as they take. Where they do
   * not, nothing is said: the browser would look at every element of the page anew.
   */
  readonly #controlsResize = new ResizeObserver(([entry]) => {
    if (!entry || getComputedStyle(entry.target).position !== 'fixed') return;
    const height = Math.ceil(entry.borderBoxSize[0]?.blockSize ?? 0);
    document.documentElement.style.setProperty('--controls-height', `${height}px`);
  });

  /** The focus is in the notice of a device. */
  #atProblems = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.toggleAttribute('data-room', true);
  }

  protected override firstUpdated(): void {
    const controls = this.querySelector('samrad-controls');
    if (controls) this.#controlsResize.observe(controls);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controlsResize.disconnect();
    document.documentElement.style.removeProperty('--controls-height');
    document.documentElement.toggleAttribute('data-room', false);
  }

  protected override willUpdate(): void {
    this.#atProblems = this.querySelector('.room-problems')?.contains(document.activeElement) ?? false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Where the notice went with the button that was pressed, the next thing to look at is the microphone's own.
    if (this.#atProblems && !this.querySelector('.room-problems')?.contains(document.activeElement))
      this.querySelector<HTMLElement>('samrad-controls button')?.focus();
    this.dataset['connection'] = this.data.connection;
    this.dataset['plan'] = this.data.plan.name;
    this.dataset['mode'] = this.data.layout.mode;
    this.toggleAttribute('data-simple', this.#simple);
  }

  get #me(): Participant | undefined {
    const { me, participants } = this.data.meeting;
    return participants.find(({ id }) => id === me);
  }

  get #simple(): boolean {
    return isSimple(this.data.layout, this.#me);
  }

  protected override render(): TemplateResult {
    const { meeting, local, plan, words, layout, speaker, following } = this.data;
    const screens = screenTiles(this.data);
    const { stage, strip } = arrange({ people: personTiles(this.data), screens, speaker, layout });
    return html`
      <section
        class="room room-main"
        data-color-scheme="dark"
        id="room-video"
        tabindex="-1"
        aria-labelledby="room-heading"
      >
        ${this.#head()} ${this.#notices()}
        <samrad-knocks .knocks=${meeting.lobby} data-color-scheme="light"></samrad-knocks>
        <samrad-agenda-bar .meeting=${meeting} .following=${following}></samrad-agenda-bar>
        <samrad-video-grid
          .stage=${stage}
          .people=${strip}
          .screens=${screens}
          .strip=${layout.mode === 'plan' && plan.name !== 'none'}
        ></samrad-video-grid>
        ${captionsView(words.captions)}
        ${this.#me?.captions === true ? html`<samrad-caption-field></samrad-caption-field>` : nothing}
        ${
          words.open
            ? html`<samrad-chat .messages=${words.messages} .kept=${meeting.terms.keepChat}></samrad-chat>`
            : nothing
        }
        <samrad-controls
          .local=${local}
          .handRaised=${(this.#me?.handRaisedAt ?? null) !== null}
          .mayLead=${meeting.mayLead}
          .layout=${layout}
          .simple=${this.#simple}
        ></samrad-controls>
        <samrad-line-dialog .report=${this.data.line} .shown=${shownPictures(this.data)}></samrad-line-dialog>
      </section>
      ${
        plan.name === 'none'
          ? nothing
          : html`<section class="room-plan" id="room-plan" tabindex="0" aria-label=${texts().meeting.plan.label}>
              <samrad-plan-pane
                .plan=${plan}
                .meeting=${meeting}
                .follows=${following ? this.#pointSection : null}
              ></samrad-plan-pane>
            </section>`
      }
    `;
  }

  /** The section of the point that the meeting is at. */
  get #pointSection(): SectionId | null {
    const { terms, course } = this.data.meeting;
    return terms.agenda.find(({ id }) => id === course.point)?.section ?? null;
  }

  #head(): TemplateResult {
    const { room, tile } = texts().meeting;
    const { meeting, plan, local } = this.data;
    return html`
      <header class="room-head">
        <div class="room-title">
          <h1 class="ds-heading" data-size="2xs" id="room-heading">
            ${room.heading(texts().shared.meetingKinds[meeting.kind], meeting.patientName)}
          </h1>
        </div>
        <button
          type="button"
          class="room-button"
          aria-label="${room.count(meeting.participants.length)}: ${texts().hosting.people.open}"
          @click=${() => this.querySelector('samrad-people-dialog')?.show()}
        >
          ${icon('people')}${room.count(meeting.participants.length)}
        </button>
        ${this.data.encryption.name === 'on' ? html`<samrad-encryption-dialog></samrad-encryption-dialog>` : nothing}
        <button
          type="button"
          class="room-button room-chat"
          aria-pressed=${this.data.words.open}
          @click=${() => command(this, { do: 'chat', on: !this.data.words.open })}
        >
          ${icon('chat')}${texts().hosting.chat.open(this.data.words.unread)}
        </button>
        <samrad-people-dialog
          .meeting=${meeting}
          .pinned=${this.data.layout.pinned}
          .noted=${this.data.beside.noted}
        ></samrad-people-dialog>
        ${plan.name === 'none' ? nothing : html`<a class="room-button room-jump" href="#room-plan" @click=${this.#jump}>${icon('plan')}${room.toPlan}</a>`}
        ${
          local.screen.name === 'live'
            ? html`<p class="room-sharing">
                ${icon('screen')}${tile.ownScreen}
                <button type="button" class="room-button" @click=${() => command(this, { do: 'screen', on: false })}>
                  ${tile.stopScreen}
                </button>
              </p>`
            : nothing
        }
      </header>
    `;
  }

  #notices(): TemplateResult {
    const { room, knocks } = texts().meeting;
    const { connection, soundBlocked, meeting, local, refusal } = this.data;
    return html`
      ${connection === 'reconnecting' ? html`<p class="room-notice">${room.reconnecting}</p>` : nothing}
      ${
        soundBlocked
          ? html`<p class="room-notice" role="status">
              ${room.soundBlocked}
              <button type="button" class="room-button" @click=${() => command(this, { do: 'playSound' })}>
                ${icon('sound')}${room.playSound}
              </button>
            </p>`
          : nothing
      }
      ${refusal === null ? nothing : html`<p class="room-notice" role="status">${refusal === 'meeting-full' ? knocks.full : texts().shared.errors[refusal]}</p>`}
      ${
        meeting.terms.externalVideo === null
          ? nothing
          : html`<p class="room-notice" data-long>
              ${texts().scheduling.video.notice}
              <a class="room-button" href=${meeting.terms.externalVideo} target="_blank" rel="noopener noreferrer">
                ${texts().scheduling.video.open}
              </a>
            </p>`
      }
      ${
        this.data.layout.soundOnly
          ? html`<p class="room-notice" role="status">
              ${texts().hosting.layout.soundOnlyNow}
              <button
                type="button"
                class="room-button"
                @click=${() => command(this, { do: 'layout', change: { soundOnly: false } })}
              >
                ${texts().hosting.layout.picturesAgain}
              </button>
            </p>`
          : nothing
      }
      ${this.#besideNews()}
      ${
        this.#me?.cameraRests === true
          ? html`<p class="room-notice">
              ${texts().line.rests.own} ${texts().line.rests.help}
              <button
                type="button"
                class="room-button"
                @click=${() => command(this, { do: 'layout', change: { soundOnly: true } })}
              >
                ${texts().line.rests.soundOnly}
              </button>
            </p>`
          : nothing
      }
      ${meeting.participants.length === 1 && meeting.lobby.length === 0 ? html`<p class="room-notice">${room.alone}</p>` : nothing}
      <div class="room-problems" data-color-scheme="light">
        ${deviceProblems({ from: this, local, dismissable: true })}
      </div>
    `;
  }

  /** A screen reader has been told already: this is for the eyes, and stands until it is seen. */
  #besideNews(): TemplateResult | typeof nothing {
    const { beside, meeting } = texts();
    const { news } = this.data.beside;
    if (news.length === 0) return nothing;
    return html`<div class="room-notice beside-news">
      <p>
        ${news.map(({ name, helper }) => {
          const who = beside.helper(helper.name, `${helper.relation}, ${meeting.tile.unconfirmed}`);
          return html`${beside.news(who, name)} `;
        })}
      </p>
      <button type="button" class="room-button" @click=${() => command(this, { do: 'besideSeen' })}>
        ${beside.understood}
      </button>
    </div>`;
  }

  /** The address stays as it is: a fragment in it would look like another page. */
  #jump(event: Event): void {
    event.preventDefault();
    const pane = this.querySelector<HTMLElement>('#room-plan');
    pane?.scrollIntoView();
    pane?.focus({ preventScroll: true });
  }
}

customElements.define('samrad-room', RoomView);
