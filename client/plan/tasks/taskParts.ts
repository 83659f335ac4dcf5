/** The pieces that a task is drawn with, by writers and readers alike. */
import { html, nothing, type TemplateResult } from 'lit';
import { taskStatuses, type TaskStatus } from '../../../shared/careplan/sections.ts';
import type { Task } from '../../../shared/careplan/view.ts';
import { roles, type Role } from '../../../shared/domain/roles.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { day } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { choiceText } from '../words.ts';
import { deadlineState, localDate } from './deadline.ts';

/** Roles that can be asked to do something; an interpreter interprets. */
export const taskRoles: readonly Role[] = roles.filter((role) => role !== 'interpreter');

/** What a task is called on buttons and in messages. */
export function taskName({ what }: Pick<Task, 'what'>): string {
  return what.trim() || texts().plan.tasks.unnamed;
}

/** Who is to do it, in words. */
export function ownerName({ owner }: Pick<Task, 'owner'>, plan: Pick<PlanInfo, 'team'>): string {
  const words = texts().plan.tasks;
  if (owner === '') return words.nobody;
  const member = plan.team.find(({ personId }) => personId === owner);
  if (member) return member.name;
  const role = roles.find((candidate) => candidate === owner);
  return role ? texts().shared.roles[role] : words.formerMember;
}

/** The deadline as people say it, with the year where it is not this year's. */
export function deadlineText(deadline: string): string {
  if (deadline === '') return texts().plan.tasks.noDeadline;
  const said = day(`${deadline}T12:00:00`);
  return deadline.startsWith(String(new Date().getFullYear())) ? said : `${said} ${deadline.slice(0, 4)}`;
}

/** A mark on what is late or due today, in words and with a sign; nothing otherwise. */
export function deadlineMark(task: Pick<Task, 'status' | 'deadline'>): TemplateResult | typeof nothing {
  const state = deadlineState(task, localDate(new Date()));
  const words = texts().plan.tasks;
  if (state.kind === 'today') return html`<span class="task-mark" data-due="today">${sign} ${words.today}</span>`;
  if (state.kind === 'late')
    return html`<span class="task-mark" data-due="late">${sign} ${words.late(state.days)}</span>`;
  return nothing;
}

const sign = html`<svg class="task-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path
    d="M12 3 2 20h20zM12 10v5M12 17.5v.5"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  />
</svg>`;

/** The choices of status, the given one chosen. */
export function statusOptions(chosen: TaskStatus): TemplateResult[] {
  return taskStatuses.map(
    (status) => html`<option value=${status} ?selected=${status === chosen}>${statusText(status)}</option>`,
  );
}

export function statusText(status: TaskStatus): string {
  return choiceText('tasks', 'status', status);
}

/** The status that a select was set to, or null. */
export function statusOf({ target }: Event): TaskStatus | null {
  if (!(target instanceof HTMLSelectElement)) return null;
  return taskStatuses.find((status) => status === target.value) ?? null;
}
