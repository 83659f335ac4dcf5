/** One task as it is read; the owner may answer how it goes. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TaskStatus } from '../../../shared/careplan/sections.ts';
import type { Task } from '../../../shared/careplan/task.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { texts } from '../../i18n/texts.ts';
import { fieldLabel } from '../words.ts';
import { deadlineMark, deadlineText, statusOf, statusOptions, statusText, taskName } from './taskParts.ts';
import { taskSourceLine } from './taskSourceLine.ts';
import { taskDetails } from './taskWords.ts';

interface TaskTextProps {
  readonly task: Task;
  /** Null where it need not be said: in a list of my own. */
  readonly ownerName: string | null;
  /** Null for those whose task it is not. */
  readonly answer: ((status: TaskStatus) => void) | null;
  /** The plan around it, where it stands in one. */
  readonly plan?: PlanInfo;
}

export function taskText({ task, ownerName, answer, plan }: TaskTextProps): TemplateResult {
  const what = taskName(task);
  const details = taskDetails(task).join(' · ');
  return html`
    <div class="task-text">
      <h3 class="task-what">${what}</h3>
      ${answer && ownerName !== null ? html`<span class="ds-tag" data-color="accent">${texts().plan.tasks.own}</span>` : nothing}
      <dl class="task-facts">
        ${ownerName === null ? nothing : fact('owner', ownerName)} ${fact('deadline', deadlineText(task.deadline))}
        ${answer ? nothing : fact('status', statusText(task.status))}
      </dl>
      ${details === '' ? nothing : html`<p class="task-details">${details}</p>`} ${deadlineMark(task)}
      ${taskSourceLine(task, plan)} ${answer ? statusAnswer(task, what, answer) : nothing}
    </div>
  `;
}

function fact(field: string, value: string): TemplateResult {
  return html`<div>
    <dt>${fieldLabel('tasks', field)}</dt>
    <dd>${value}</dd>
  </div>`;
}

function statusAnswer(task: Task, what: string, answer: (status: TaskStatus) => void): TemplateResult {
  const id = `answer-${task.id}`;
  return html`<div class="ds-field task-answer">
    <label class="ds-label" for=${id}>${fieldLabel('tasks', 'status')}<span class="ds-sr-only">: ${what}</span></label>
    <select
      class="ds-input"
      id=${id}
      .value=${live(task.status)}
      @change=${(event: Event) => {
        const status = statusOf(event);
        if (status) answer(status);
      }}
    >
      ${statusOptions(task.status)}
    </select>
  </div>`;
}
