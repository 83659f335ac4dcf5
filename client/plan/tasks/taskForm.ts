/** One task as its writers change it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ListPart } from '../../../shared/careplan/parts.ts';
import type { Task } from '../../../shared/careplan/view.ts';
import { texts } from '../../i18n/texts.ts';
import { memberSelect } from '../rows/memberSelect.ts';
import { fieldFrame, rowField, setValue, valueOf, type OpenRow } from '../rows/rowField.ts';
import { deadlineMark, statusOptions, taskName } from './taskParts.ts';

interface TaskFormProps {
  readonly open: OpenRow;
  readonly list: ListPart;
  readonly task: Task;
  readonly remove: () => void;
}

export function taskForm({ open, list, task, remove }: TaskFormProps): TemplateResult {
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
