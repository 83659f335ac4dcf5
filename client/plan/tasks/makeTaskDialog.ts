/**
 * `<samrad-make-task>`: a new task from anywhere in the plan, without leaving the place: what, who, by when.
 *
 * Properties: `session` (SectionSession of the tasks) · `plan` (PlanInfo) · `from` (Origin, or null: closed) · `meetingId`
 * (the meeting that the plan stands beside, or null)
 * Events: `samrad-close`: made, or not wanted; the owner then sets `from` to null
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { addRow } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { writeSource, type TaskSource } from '../../../shared/careplan/taskSource.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { inputOrigin } from '../../api/plan/sectionUndo.ts';
import { LightElement } from '../../app/lightElement.ts';
import '../../components/dialog.ts';
import { texts } from '../../i18n/texts.ts';
import type { Origin } from '../asks.ts';
import { SayEvent } from '../context.ts';
import { ownerOptions } from '../rows/memberSelect.ts';
import { fieldLabel } from '../words.ts';

interface Draft {
  readonly what: string;
  readonly owner: string;
  readonly deadline: string;
}

const emptyDraft: Draft = { what: '', owner: '', deadline: '' };

export class MakeTask extends LightElement {
  static override properties = {
    session: { attribute: false },
    plan: { attribute: false },
    from: { attribute: false },
    meetingId: { attribute: false },
    draft: { state: true },
    missing: { state: true },
  };
  declare session: SectionSession;
  declare plan: PlanInfo;
  declare from: Origin | null;
  declare meetingId: string | null;
  declare private draft: Draft;
  /** Asked to be added without a word of what it is. */
  declare private missing: boolean;

  constructor() {
    super();
    this.from = null;
    this.meetingId = null;
    this.draft = emptyDraft;
    this.missing = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('from')) return;
    this.draft = emptyDraft;
    this.missing = false;
  }

  protected override render(): TemplateResult {
    const words = texts().tasks.make;
    return html`<samrad-dialog
      .open=${this.from !== null}
      .heading=${words.heading}
      .content=${this.from === null ? html`` : this.#form(this.from)}
    ></samrad-dialog>`;
  }

  #form(from: Origin): TemplateResult {
    const words = texts().tasks.make;
    const { what, owner, deadline } = this.draft;
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, from)}>
      <p class="muted">${words.about(texts().shared.sections[from.sectionId].heading)}</p>
      <div class="ds-field">
        <label class="ds-label" for="make-task-what">${words.what}</label>
        <textarea
          class="ds-input"
          id="make-task-what"
          rows="2"
          .value=${what}
          aria-invalid=${this.missing ? 'true' : 'false'}
          aria-describedby=${this.missing ? 'make-task-missing' : nothing}
          @input=${({ target }: Event) => this.#set('what', target)}
        ></textarea>
        ${
          this.missing
            ? html`<p class="ds-validation-message" id="make-task-missing" role="alert">${words.missing}</p>`
            : nothing
        }
      </div>
      <div class="ds-field">
        <label class="ds-label" for="make-task-owner">${fieldLabel('tasks', 'owner')}</label>
        <select class="ds-input" id="make-task-owner" @change=${({ target }: Event) => this.#set('owner', target)}>
          ${ownerOptions(this.plan, owner)}
        </select>
      </div>
      <div class="ds-field">
        <label class="ds-label" for="make-task-deadline">${fieldLabel('tasks', 'deadline')}</label>
        <input
          class="ds-input"
          type="date"
          id="make-task-deadline"
          .value=${deadline}
          @change=${({ target }: Event) => this.#set('deadline', target)}
        />
      </div>
      <div class="row" data-phone="fill">
        <button type="submit" class="ds-button">${words.add}</button>
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => this.#close()}>
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  #set(field: keyof Draft, target: EventTarget | null): void {
    if (
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLInputElement
    )
      this.draft = { ...this.draft, [field]: target.value };
  }

  #submit(event: Event, from: Origin): void {
    event.preventDefault();
    const what = this.draft.what.trim();
    if (what === '') {
      this.missing = true;
      this.querySelector<HTMLElement>('#make-task-what')?.focus();
      return;
    }
    const { doc } = this.session;
    const source = writeSource(this.#source(from));
    doc.transact(() => addRow(doc, listPart('tasks'), { ...this.draft, what, source }), inputOrigin);
    this.dispatchEvent(new SayEvent(texts().tasks.make.made(what)));
    this.#close();
  }

  /** What is agreed in a meeting comes from the meeting, wherever in the plan one stood. */
  #source(from: Origin): TaskSource {
    return this.meetingId === null ? { kind: 'section', ...from } : { kind: 'meeting', meetingId: this.meetingId };
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('samrad-close', { bubbles: true }));
  }
}

customElements.define('samrad-make-task', MakeTask);
