/**
 * `<samrad-own-tasks>`: my own tasks, for those who may not read the section that holds them. Shows nothing where there are none.
 *
 * Properties: `planId`
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { TaskStatus } from '../../../shared/careplan/sections.ts';
import type { Task } from '../../../shared/careplan/view.ts';
import { call } from '../../api/rest.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { SayEvent } from '../context.ts';
import { taskText } from './taskText.ts';
import './tasks.css';

export class OwnTasks extends LightElement {
  static override properties = { planId: {}, tasks: { state: true }, failed: { state: true } };
  declare planId: string;
  declare private tasks: readonly Task[];
  /** The task whose status could not be set, or ''. */
  declare private failed: string;

  constructor() {
    super();
    this.tasks = [];
    this.failed = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('planId')) void this.#fetch();
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = texts().plan.tasks;
    if (this.tasks.length === 0) return nothing;
    return html`
      <p class="own-tasks-hint"><strong>${words.ownHeading}</strong> <span class="muted">${words.ownHint}</span></p>
      <ul class="plain-list task-list" aria-label=${words.ownHeading}>
        ${this.tasks.map(
          (task) =>
            html`<li class="task">
              ${taskText({ task, ownerName: null, answer: (status) => void this.#answer(task, status) })}
              ${this.failed === task.id ? html`<p class="task-failed" role="alert">${words.statusFailed}</p>` : nothing}
            </li>`,
        )}
      </ul>
    `;
  }

  async #fetch(): Promise<void> {
    // A person who may not even have tasks here is told nothing.
    const { tasks } = await call('ownTasks', { planId: this.planId }, {}).catch(() => ({ tasks: [] }));
    this.tasks = tasks;
  }

  async #answer(task: Task, status: TaskStatus): Promise<void> {
    try {
      await call('setOwnTaskStatus', { planId: this.planId, taskId: task.id }, { status });
      this.failed = '';
      this.tasks = this.tasks.map((other) => (other.id === task.id ? { ...other, status } : other));
      this.dispatchEvent(new SayEvent(texts().plan.tasks.statusSaved));
    } catch {
      this.failed = task.id;
      this.requestUpdate();
    }
  }
}

customElements.define('samrad-own-tasks', OwnTasks);
