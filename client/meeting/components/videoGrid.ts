/**
 * `<samrad-video-grid>`: all pictures of the room. People fill the space evenly; where a screen is shared it takes the
 * space and the people stand in a row beside it.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { gridLayout, heightOf } from '../gridLayout.ts';
import type { PersonTile, ScreenTile } from '../tiles.ts';
import './videoTile.ts';

/** The smallest tile that still carries a name and a role, in rem, so that it grows with the person's type. */
const leastWidthRem = 8.25;
const leastHeightRem = 7.25;

export class VideoGrid extends LightElement {
  static override properties = {
    stage: { attribute: false },
    people: { attribute: false },
    screens: { attribute: false },
    strip: { type: Boolean },
  };
  /** Who stands large. */
  declare stage: readonly PersonTile[];
  declare people: readonly PersonTile[];
  /** Faces in a row also where nobody stands large. */
  declare strip: boolean;
  declare screens: readonly ScreenTile[];

  readonly #resize = new ResizeObserver(() => this.#fit());
  #drawn = false;

  constructor() {
    super();
    this.stage = [];
    this.strip = false;
    this.people = [];
    this.screens = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.dataset['layout'] = this.#staged ? 'screen' : 'people';
    this.dataset['count'] = String(this.people.length);
    // The first time, the observer does it as soon as the page has been laid out; here it would be laid out once more.
    if (this.#drawn) this.#fit();
    this.#drawn = true;
  }

  get #staged(): boolean {
    return this.screens.length > 0 || this.stage.length > 0 || this.strip;
  }

  protected override render(): TemplateResult {
    const { room } = texts().meeting;
    return html`
      ${
        this.screens.length === 0
          ? nothing
          : html`<ul class="grid-screens plain-list" aria-label=${room.shared}>
              ${repeat(
                this.screens,
                ({ participant }) => participant.id,
                (screen) =>
                  html`<li>
                    <samrad-video-tile .view=${{ kind: 'screen' as const, ...screen }}></samrad-video-tile>
                  </li>`,
              )}
            </ul>`
      }
      ${
        this.stage.length === 0
          ? nothing
          : html`<ul class="grid-stage plain-list" data-count=${this.stage.length} aria-label=${room.large}>
              ${this.#tiles(this.stage)}
            </ul>`
      }
      <ul class="grid-people plain-list" aria-label=${room.participants}>
        ${this.#tiles(this.people)}
      </ul>
    `;
  }

  #tiles(people: readonly PersonTile[]): unknown {
    return repeat(
      people,
      ({ participant }) => participant.id,
      (person) =>
        html`<li><samrad-video-tile .view=${{ kind: 'person' as const, ...person }}></samrad-video-tile></li>`,
    );
  }

  /** On a phone the grid has a least height and grows; on a desk it has exactly the space that is left, and scrolls if it must. */
  #fit(): void {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const space = {
      count: this.people.length,
      width: this.clientWidth,
      height: parseFloat(getComputedStyle(this).minHeight) || this.clientHeight,
      gap: rem / 2,
      leastWidth: leastWidthRem * rem,
      leastHeight: leastHeightRem * rem,
    };
    const layout = gridLayout(space);
    const tooHigh = !this.#staged && heightOf(layout, space) > this.clientHeight + 1;
    this.toggleAttribute('data-scrolls', tooHigh);
    const people = this.querySelector<HTMLElement>('.grid-people');
    if (!people) return;
    people.style.setProperty('--columns', String(layout.columns));
    for (const { style } of [people, ...people.querySelectorAll<HTMLElement>(':scope > li')]) {
      style.setProperty('--tile-width', `${layout.tileWidth}px`);
      style.setProperty('--tile-height', `${layout.tileHeight}px`);
    }
    // What scrolls must be reachable by keyboard, and what does not should not stop it.
    people.tabIndex = tooHigh || people.scrollWidth > people.clientWidth ? 0 : -1;
  }
}

customElements.define('samrad-video-grid', VideoGrid);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-video-grid': VideoGrid;
  }
}
