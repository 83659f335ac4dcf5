/**
 * `<samrad-video-tile>`: one person's picture, or one shared screen, with name, role and what there is to know about it.
 * Fires `samrad-command`: `shown` when the size at which a received video is seen changes, `seen` when a picture has come and is painted.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { observeTile } from '../../media/tileObserver.ts';
import { besideLine, besideNames } from '../beside/besideWords.ts';
import { command } from '../command.ts';
import { colourOf, initials, isUnconfirmed } from '../people.ts';
import type { PersonTile, ScreenTile } from '../tiles.ts';
import { icon } from './icons.ts';
import { lineMark, lineWords, screenWords } from './tileLine.ts';

export type TileView = ({ readonly kind: 'person' } & PersonTile) | ({ readonly kind: 'screen' } & ScreenTile);

export class VideoTile extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: TileView;

  #unobserve: (() => void) | null = null;
  #shown: MediaStreamTrack | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unobserve = observeTile(this, (size) => {
      const { kind, participant } = this.view;
      if (kind === 'person' && this.view.me) return;
      command(this, {
        do: 'shown',
        participantId: participant.id,
        source: kind === 'person' ? 'camera' : 'screen',
        size,
      });
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unobserve?.();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { view } = this;
    this.dataset['participant'] = view.participant.id;
    this.dataset['source'] = view.kind === 'person' ? 'camera' : 'screen';
    this.toggleAttribute('data-speaking', view.kind === 'person' && view.speaking);
    this.toggleAttribute('data-me', view.kind === 'person' && view.me);
    this.toggleAttribute('data-away', view.participant.state === 'reconnecting');
    this.#show(view.track);
  }

  protected override render(): TemplateResult {
    const { view } = this;
    return html`
      <video
        class="tile-video"
        muted
        autoplay
        playsinline
        aria-hidden="true"
        ?hidden=${!view.track}
        @loadeddata=${this.#seen}
      ></video>
      ${view.kind === 'person' ? this.#person(view) : this.#screen(view)}
    `;
  }

  /** What is there now is seen when the browser has painted it; what follows from that must not keep it from painting. */
  readonly #seen = (): void => {
    if (this.view.kind === 'screen' || !this.view.me)
      requestAnimationFrame(() => setTimeout(() => command(this, { do: 'seen' })));
  };

  /** A new stream only for a new track: the same one goes on without a flicker. */
  #show(track: MediaStreamTrack | null): void {
    if (track === this.#shown) return;
    this.#shown = track;
    const video = this.querySelector('video');
    if (!video) return;
    video.muted = true;
    video.srcObject = track ? new MediaStream([track]) : null;
    // Silent pictures may always begin by themselves; a rejection only says that a newer track came in between.
    if (track) video.play().catch(() => undefined);
  }

  #person(person: PersonTile): TemplateResult {
    const { participant, me, track, microphoneOn, speaking, hand, mayConfirm, unproven, pinned, restsFor } = person;
    const { tile } = texts().meeting;
    const { id, name, role, confirmedBy, state, line } = participant;
    const { beside } = participant;
    const unconfirmed = isUnconfirmed(participant);
    return html`
      ${
        hand === null
          ? nothing
          : html`<span class="tile-hand"
              >${icon('hand')}<span aria-hidden="true">${hand}</span
              ><span class="ds-sr-only">${name} ${tile.hand(hand)}</span></span
            >`
      }
      ${state === 'reconnecting' ? html`<span class="tile-away">${tile.reconnecting}</span>` : nothing}
      ${state === 'reconnecting' ? nothing : lineWords(person)}
      ${
        track
          ? nothing
          : html`<span class="tile-initials presence-${colourOf(participant.id)}" aria-hidden="true"
              >${initials(name)}</span
            >`
      }
      <div class="tile-label">
        <span class="tile-who">
          <span class="tile-name">${name}${me ? html` (${tile.me})` : nothing}</span>
          <span class="tile-role">${texts().shared.roles[role]}</span>
          ${unproven ? html`<span class="tile-unconfirmed">${texts().endToEnd.unproven}</span>` : nothing}
          ${confirmedBy === null ? nothing : html`<span class="tile-role">${tile.confirmedBy(confirmedBy)}</span>`}
          ${
            beside.length === 0
              ? nothing
              : html`<span class="tile-unconfirmed tile-beside"
                  >${unconfirmed ? besideNames(beside) : besideLine(beside)}</span
                >`
          }
          ${unconfirmed ? html`<span class="tile-unconfirmed">${tile.unconfirmed}</span>` : nothing}
        </span>
        ${
          mayConfirm
            ? html`<button
                type="button"
                class="room-button tile-confirm"
                aria-label="${tile.confirm} ${name}"
                @click=${() => command(this, { do: 'confirm', participantId: id })}
              >
                ${tile.confirm}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="room-button tile-pin"
          aria-pressed=${pinned}
          aria-label="${pinned ? texts().hosting.tile.unpin : texts().hosting.tile.pin} ${name}"
          @click=${() => command(this, { do: 'pin', participantId: id })}
        >
          ${pinned ? texts().hosting.tile.unpin : texts().hosting.tile.pin}
        </button>
        ${speaking ? mark('speaking', tile.speaking) : nothing}
        ${microphoneOn ? nothing : mark('microphoneOff', tile.microphoneOff)}
        ${track || restsFor !== null ? nothing : html`<span class="ds-sr-only">${tile.cameraOff}</span>`}
        ${state === 'reconnecting' ? nothing : lineMark(line)}
      </div>
    `;
  }

  #screen(screen: ScreenTile): TemplateResult {
    return html`
      ${screenWords(screen)}
      <div class="tile-label">
        <span class="tile-name">${texts().meeting.tile.screenOf(screen.participant.name)}</span>
      </div>
    `;
  }
}

function mark(name: 'speaking' | 'microphoneOff', text: string): TemplateResult {
  return html`<span class="tile-mark" data-mark=${name}>${icon(name)}<span class="ds-sr-only">${text}</span></span>`;
}

customElements.define('samrad-video-tile', VideoTile);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-video-tile': VideoTile;
  }
}
