/** How a task stands to its deadline. Pure: today is passed in. */
import { isSettled, type Task } from '../../../shared/careplan/task.ts';

/** `days`: whole days past the deadline. */
export type DeadlineState =
  | { readonly kind: 'none' }
  | { readonly kind: 'ahead' }
  | { readonly kind: 'today' }
  | { readonly kind: 'late'; readonly days: number };

const dayMs = 86_400_000;

/** Where a task stands on a day; `today` and the deadline are ISO dates. What is settled or has no deadline is never late. */
export function deadlineState(task: Pick<Task, 'status' | 'deadline'>, today: string): DeadlineState {
  if (isSettled(task) || task.deadline === '') return { kind: 'none' };
  // As dates of UTC, so that a change of summer time makes no day shorter.
  const days = Math.round((Date.parse(today) - Date.parse(task.deadline)) / dayMs);
  if (days === 0) return { kind: 'today' };
  return days > 0 ? { kind: 'late', days } : { kind: 'ahead' };
}

/** The date on this device's calendar, as ISO. */
export function localDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
