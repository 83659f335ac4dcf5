/** One task as its writers change it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { texts } from '../../i18n/texts.ts';
import { memberSelect } from '../rows/memberSelect.ts';
import { fieldFrame, rowField, setValue, valueOf, type OpenRow } from '../rows/rowField.ts';
import { taskMore, type MoreProps } from './taskMore.ts';
import { deadlineMark, statusOptions, taskName } from './taskParts.ts';
import { taskSourceLine } from './taskSourceLine.ts';
import { isOutsideHours } from './taskWords.ts';
import type { Task } from '../../../shared/careplan/task.ts';

interface TaskFormProps extends MoreProps {
  readonly remove: () => void;
}

export function taskForm(props: TaskFormProps): TemplateResult {
  const { open, list, task, settings, remove } = props;
  return html`<div class="task-form">
    ${list.fields.map((field) => {
      switch (field.id) {
        case 'owner':
          return memberSelect(open, field.id);
        case 'status':
          return statusField(open, task);
        case 'what':
        case 'deadline':
          return rowField(open, field);
        default:
          return nothing;
      }
    })}
    <button
      type="button"
      class="ds-button row-remove no-print"
      data-variant="tertiary"
      data-color="danger"
      aria-label=${texts().plan.tasks.removeOf(taskName(task))}
      @click=${remove}
    >
      ${texts().plan.rows.remove}
    </button>
    ${deadlineMark(task)}
    ${
      isOutsideHours(task, settings)
        ? html`<p class="task-outside" role="status">
            ${texts().tasks.outsideHours(settings.homeVisitFrom, settings.homeVisitTo)}
          </p>`
        : nothing
    }
    ${taskMore(props)} ${taskSourceLine(task, open.context.plan)}
  </div>`;
}

function statusField(open: OpenRow, task: Task): TemplateResult {
  return fieldFrame(
    open,
    'status',
    (id) =>
      html`<select
        class="ds-input"
        id=${id}
        .value=${live(task.status)}
        @change=${(event: Event) => setValue(open, 'status', valueOf(event))}
      >
        ${statusOptions(task.status)}
      </select>`,
  );
}
