/**
 * `<samrad-tasks>`: the tasks of the plan. What is late says so; what is settled is folded away. Owners without the right
 * to write answer by request.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addRow, rowsOf } from '../../../shared/careplan/document.ts';
import type { ListPart } from '../../../shared/careplan/parts.ts';
import { listPart, type TaskStatus } from '../../../shared/careplan/sections.ts';
import { rowsView, tasksOf, type Task } from '../../../shared/careplan/view.ts';
import { isSettled } from '../../../shared/careplan/task.ts';
import { mayAnswerOwnRow } from '../../../shared/domain/policy.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, SayEvent, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { rowStamp } from '../history/partHistory.ts';
import { RemovedRows } from '../rows/removedRows.ts';
import { RuleValues } from './ruleValues.ts';
import { taskForm } from './taskForm.ts';
import { ownerName, taskName } from './taskParts.ts';
import { taskText } from './taskText.ts';
import './tasks.css';

export class TasksSection extends LightElement {
  static override properties = { context: { attribute: false }, failed: { state: true } };
  declare context: SectionContext;
  /** The task whose status could not be set, or ''. */
  declare private failed: string;
  readonly #rules = new RuleValues(this, () => this.context.plan.id);
  readonly #removed = new RemovedRows(this, () => this.context.session);
  /** Tasks that were settled here just now stay in their place until the focus has left them. */
  readonly #lingering = new Set<string>();

  constructor() {
    super();
    this.failed = '';
    new Follow(this, () => [this.context.session.content, this.context.presence, this.context.history]);
  }

  protected override render(): TemplateResult {
    const { doc, access } = this.context.session;
    const list = listPart('tasks');
    const words = texts().plan.tasks;
    const tasks = tasksOf(rowsView(doc, list));
    const settled = tasks.filter((task) => isSettled(task) && !this.#lingering.has(task.id));
    const open = tasks.filter((task) => !settled.includes(task));
    return html`
      ${tasks.length === 0 ? html`<p class="empty">${words.empty}</p>` : nothing} ${this.#list(list, open)}
      ${access === 'write' ? this.#foot(list) : nothing}
      ${
        settled.length === 0
          ? nothing
          : html`<details class="task-settled">
              <summary>${words.settled(settled.length)}</summary>
              ${this.#list(list, settled)}
            </details>`
      }
    `;
  }

  #list(list: ListPart, tasks: readonly Task[]): TemplateResult | typeof nothing {
    if (tasks.length === 0) return nothing;
    return html`<ul class="plain-list task-list" aria-label=${texts().plan.tasks.list}>
      ${repeat(
        tasks,
        ({ id }) => id,
        (task) =>
          html`<li
            class="task"
            data-row=${task.id}
            data-place=${placeName(this.context.session.section.id, `${task.id}.`)}
            @change=${(event: Event) => this.#changed(task.id, event)}
            @focusout=${(event: FocusEvent) => this.#left(task.id, event)}
          >
            ${this.context.session.access === 'write' ? this.#form(list, task) : this.#text(task)}
            ${rowStamp(this.context, task.id)}
          </li>`,
      )}
    </ul>`;
  }

  #form(list: ListPart, task: Task): TemplateResult | typeof nothing {
    const row = rowsOf(this.context.session.doc).get(task.id);
    if (!row) return nothing;
    const open = { context: this.context, rowId: task.id, row };
    return taskForm({
      open,
      list,
      task,
      settings: this.#rules.current,
      unfolded: () => void this.#rules.ask(),
      remove: () => this.#remove(task),
    });
  }

  #text(task: Task): TemplateResult {
    const { plan } = this.context;
    const mine = mayAnswerOwnRow({ planId: plan.id, ...plan.me }, 'tasks', task.owner);
    return html`${taskText({
        task,
        ownerName: ownerName(task, plan),
        plan,
        answer: mine ? (status) => void this.#answer(task, status) : null,
      })}
      <samrad-task-history .plan=${plan} .task=${task}></samrad-task-history>
      ${this.failed === task.id ? html`<p class="task-failed" role="alert">${texts().plan.tasks.statusFailed}</p>` : nothing}`;
  }

  #foot(list: ListPart): TemplateResult {
    return html`${this.#removed.render()}
      <button type="button" class="ds-button no-print" data-variant="secondary" @click=${() => void this.#add(list)}>
        ${texts().plan.tasks.add}
      </button>`;
  }

  #changed(taskId: string, { currentTarget }: Event): void {
    if (currentTarget instanceof Node && currentTarget.contains(document.activeElement)) this.#lingering.add(taskId);
  }

  #left(taskId: string, { relatedTarget, currentTarget }: FocusEvent): void {
    if (currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    if (this.#lingering.delete(taskId)) this.requestUpdate();
  }

  async #answer(task: Task, status: TaskStatus): Promise<void> {
    try {
      await this.context.setOwnStatus(task.id, status);
      this.failed = '';
      this.dispatchEvent(new SayEvent(texts().plan.tasks.statusSaved));
    } catch {
      this.failed = task.id;
    }
    this.requestUpdate();
  }

  async #add(list: ListPart): Promise<void> {
    const id = addRow(this.context.session.doc, list);
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-row="${id}"] textarea`)?.focus();
  }

  #remove(task: Task): void {
    void this.#removed.remove(task.id, texts().plan.tasks.removed(taskName(task)));
  }
}

customElements.define('samrad-tasks', TasksSection);
