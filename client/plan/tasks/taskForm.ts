/** One task as its writers change it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ListPart } from '../../../shared/careplan/parts.ts';
import type { Task } from '../../../shared/careplan/view.ts';
import { texts } from '../../i18n/texts.ts';
import { fieldFrame, rowField, setValue, valueOf, type OpenRow } from '../rows/rowField.ts';
import { deadlineMark, ownerName, statusOptions, taskName, taskRoles } from './taskParts.ts';

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
          return ownerField(open, task);
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

function ownerField(open: OpenRow, task: Task): TemplateResult {
  const { plan } = open.context;
  const words = texts().plan.tasks;
  const known = task.owner === '' || isOwner(task.owner, open);
  return fieldFrame(
    open,
    'owner',
    (id) =>
      html`<select
        class="ds-input"
        id=${id}
        .value=${live(task.owner)}
        @change=${(event: Event) => setValue(open, 'owner', valueOf(event))}
      >
        <option value="" ?selected=${task.owner === ''}>${words.nobody}</option>
        ${known ? '' : html`<option value=${task.owner} selected>${ownerName(task, plan)}</option>`}
        <optgroup label=${words.team}>
          ${plan.team.map(
            (member) =>
              html`<option value=${member.personId} ?selected=${member.personId === task.owner}>
                ${`${member.name} – ${texts().shared.roles[member.role]}`}
              </option>`,
          )}
        </optgroup>
        <optgroup label=${words.roles}>
          ${taskRoles.map(
            (role) =>
              html`<option value=${role} ?selected=${role === task.owner}>${texts().shared.roles[role]}</option>`,
          )}
        </optgroup>
      </select>`,
  );
}

function isOwner(owner: string, { context }: OpenRow): boolean {
  return context.plan.team.some(({ personId }) => personId === owner) || taskRoles.some((role) => role === owner);
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
