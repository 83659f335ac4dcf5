/**
 * `<samrad-minutes>`: the minutes of a meeting while they are written: a text for each point, one for the rest, the decisions.
 * Opens the document when it enters the page and closes it when it leaves.
 *
 * Properties: `planId` · `meetingId` · `personId` (who writes here) · `kind`, `agenda` (of the meeting) · `tasks`: whether decisions
 * can become tasks here
 * Events: `samrad-decision-task` (DecisionTaskEvent)
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AgendaPoint } from '../../shared/meetings/agenda.ts';
import {
  addDecision,
  decisionsOf,
  generalNote,
  noteOf,
  removeDecision,
  setTask,
} from '../../shared/meetings/minutes.ts';
import type { MeetingKind } from '../../shared/protocol/types.ts';
import { syncPath } from '../../shared/protocol/sync.ts';
import { Device } from '../api/offline/device.ts';
import { editShelf } from '../api/offline/store.ts';
import { signedInAgain } from '../api/pageLock.ts';
import { inputOrigin } from '../api/plan/sectionUndo.ts';
import { PlanConnection } from '../api/planConnection.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode } from '../app/load.ts';
import { texts } from '../i18n/texts.ts';
import { pointTitle } from '../meeting/agenda/pointTitle.ts';
import '../plan/rows/sharedText.ts';
import { MinutesSession } from './minutesSession.ts';
import { proposal } from './proposal.ts';
import './minutes.css';

/** Asks for a task of the plan that says what was decided; `made` is told its id. */
export class DecisionTaskEvent extends CustomEvent<{ readonly what: string; readonly made: (taskId: string) => void }> {
  constructor(detail: { what: string; made: (taskId: string) => void }) {
    super('samrad-decision-task', { bubbles: true, detail });
  }
}

export class Minutes extends LightElement {
  static override properties = {
    planId: {},
    meetingId: {},
    personId: {},
    kind: {},
    agenda: { attribute: false },
    tasks: { type: Boolean },
    told: { state: true },
  };
  declare planId: string;
  declare meetingId: string;
  declare personId: string;
  declare kind: MeetingKind;
  declare agenda: readonly AgendaPoint[];
  declare tasks: boolean;
  /** What came of the latest press. */
  declare private told: string;
  #session: MinutesSession | null = null;
  #device: Device | null = null;

  constructor() {
    super();
    this.agenda = [];
    this.tasks = false;
    this.told = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('meetingId') || changed.has('planId')) this.#open();
  }

  protected override render(): TemplateResult {
    const words = texts().minutes;
    const session = this.#session;
    if (!session || session.state.kind === 'loading') return html`<p class="muted" role="status">${words.loading}</p>`;
    if (session.state.kind === 'closed') return html`<p class="notice" role="status">${words.closed}</p>`;
    const { doc } = session;
    return html`
      <div class="minutes stack">
        <div class="page-head">
          <h2 class="ds-heading" data-size="sm">${words.heading}</h2>
          <span class="status-dot" data-status=${session.state.kind === 'saved' ? 'ok' : 'busy'}
            >${words.states[session.state.kind === 'saved' ? 'saved' : session.state.kind === 'offline' ? 'offline' : 'saving']}</span
          >
        </div>
        <p class="muted">${words.about}</p>
        ${this.agenda.map((point) =>
          this.#text(`minutes-${point.id}`, pointTitle(this.kind, point), noteOf(doc, point.id)),
        )}
        ${this.#text('minutes-general', words.general, generalNote(doc))}
        <div class="row">
          <button type="button" class="ds-button" data-variant="secondary" @click=${() => void this.#propose()}>
            ${words.propose}
          </button>
          <span role="status">${this.told}</span>
        </div>
        <h3 class="ds-heading" data-size="xs" id="decisions-heading">${words.decisions}</h3>
        <ol class="plain-list stack" aria-labelledby="decisions-heading">
          ${repeat(
            decisionsOf(doc),
            ({ id }) => id,
            (decision, index) => this.#decision(decision, index),
          )}
        </ol>
        <div class="row">
          <button type="button" class="ds-button" @click=${() => void this.#add()}>${words.addDecision}</button>
        </div>
      </div>
    `;
  }

  #text(id: string, label: string, text: ReturnType<typeof noteOf>): TemplateResult {
    return html`<div class="ds-field">
      <label class="ds-label" for=${id}>${label}</label>
      <samrad-shared-text .text=${text} .inputId=${id}></samrad-shared-text>
    </div>`;
  }

  #decision({ id, text, taskId }: ReturnType<typeof decisionsOf>[number], index: number): TemplateResult {
    const words = texts().minutes;
    const name = words.decision(index + 1);
    return html`<li class="minutes-decision" data-decision=${id}>
      ${this.#text(`decision-${id}`, name, text)}
      <div class="row">
        ${
          taskId !== ''
            ? html`<span class="status-dot" data-status="ok">${words.isTask}</span>`
            : this.tasks
              ? html`<button
                  type="button"
                  class="ds-button"
                  data-size="sm"
                  data-variant="secondary"
                  aria-label="${words.makeTask}: ${name}"
                  @click=${() => this.#makeTask(id, text.toString().trim())}
                >
                  ${words.makeTask}
                </button>`
              : nothing
        }
        <button
          type="button"
          class="ds-button"
          data-size="sm"
          data-variant="tertiary"
          aria-label="${words.remove}: ${name}"
          @click=${() => this.#session && removeDecision(this.#session.doc, id, inputOrigin)}
        >
          ${words.remove}
        </button>
      </div>
    </li>`;
  }

  /** The new line takes the focus: it was asked for to be written in. */
  async #add(): Promise<void> {
    if (!this.#session) return;
    const id = addDecision(this.#session.doc, inputOrigin);
    await this.updateComplete;
    requestAnimationFrame(() => this.querySelector<HTMLElement>(`#decision-${id}`)?.focus());
  }

  #makeTask(id: string, what: string): void {
    const doc = this.#session?.doc;
    if (what === '' || !doc) return void (this.told = texts().minutes.emptyDecision);
    this.dispatchEvent(new DecisionTaskEvent({ what, made: (taskId) => setTask(doc, id, taskId, inputOrigin) }));
  }

  /** Puts what changed in the plan since the first came at the end of the general text. */
  async #propose(): Promise<void> {
    const words = texts().minutes;
    const { meetingId, planId } = this;
    try {
      const [record, history] = await Promise.all([
        call('meetingRecord', { meetingId }, {}),
        call('history', { planId }, {}),
      ]);
      const from = record.attendance[0]?.cameAt ?? record.meeting.startsAt;
      const lines = proposal(history, from, record.endedAt ?? new Date().toISOString());
      const doc = this.#session?.doc;
      if (!doc || lines.length === 0) return void (this.told = words.nothingToPropose);
      const text = generalNote(doc);
      const known = text.toString();
      const news = lines.filter((line) => !known.includes(line));
      if (news.length > 0)
        doc.transact(() => text.insert(text.length, `${known === '' ? '' : '\n'}${news.join('\n')}`), inputOrigin);
      this.told = words.proposed(news.length);
    } catch (error) {
      this.told = texts().shared.errors[failureCode(error)];
    }
  }

  #open(): void {
    this.#close();
    const device = new Device();
    this.#device = device;
    const url = new URL(syncPath, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#session = new MinutesSession({
      connection: new PlanConnection({ url: url.href, WebSocket, network: window, signedInAgain }),
      planId: this.planId,
      meetingId: this.meetingId,
      shelf: (document) => editShelf(device, document, this.personId),
    });
    this.#session.subscribe(() => this.requestUpdate());
  }

  #close(): void {
    this.#session?.close();
    this.#device?.close();
    this.#session = null;
    this.#device = null;
  }
}

customElements.define('samrad-minutes', Minutes);
