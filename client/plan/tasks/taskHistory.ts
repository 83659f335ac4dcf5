/**
 * `<samrad-task-history>`: who set what of a task, and when, folded until one wants it; asked for each time it is opened.
 *
 * Properties: `plan` (PlanInfo) · `task` (Task)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { listPart } from '../../../shared/careplan/sections.ts';
import type { Task } from '../../../shared/careplan/task.ts';
import type { RowHistory } from '../../../shared/protocol/routes/history.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { call } from '../../api/rest.ts';
import { dateWithYear, dayAndTime } from '../../app/dates.ts';
import { LightElement } from '../../app/lightElement.ts';
import { failureCode, type Load } from '../../app/load.ts';
import { texts } from '../../i18n/texts.ts';
import { choiceText, fieldLabel } from '../words.ts';
import { ownerName, taskName } from './taskParts.ts';

type Entry = RowHistory['entries'][number];

export class TaskHistory extends LightElement {
  static override properties = { plan: { attribute: false }, task: { attribute: false }, history: { state: true } };
  declare plan: PlanInfo;
  declare task: Task;
  declare private history: Load<RowHistory>;

  constructor() {
    super();
    this.history = { state: 'loading' };
  }

  protected override render(): TemplateResult {
    const words = texts().tasks.history;
    return html`<details class="task-history no-print" @toggle=${(event: Event) => this.#toggled(event)}>
      <summary>
        <span aria-hidden="true">${words.heading}</span>
        <span class="ds-sr-only">${words.headingOf(taskName(this.task))}</span>
      </summary>
      ${this.#content()}
    </details>`;
  }

  #content(): TemplateResult {
    const words = texts().tasks.history;
    const { history } = this;
    if (history.state !== 'ready')
      return html`<p class="muted" role="status">${history.state === 'loading' ? words.loading : words.failed}</p>`;
    if (history.data.entries.length === 0) return html`<p class="muted">${words.none}</p>`;
    return html`<ol class="plain-list task-history-list">
      ${history.data.entries.toReversed().map((entry) => this.#entry(entry, history.data))}
    </ol>`;
  }

  #entry(entry: Entry, { people }: RowHistory): TemplateResult {
    const who = people.find(({ personId }) => personId === entry.by)?.name ?? texts().shared.roles[entry.role];
    return html`<li>
      <span>${this.#what(entry)}</span>
      <span class="muted">${texts().tasks.history.by(who, dayAndTime(entry.at))}</span>
    </li>`;
  }

  #what({ kind, field, value }: Entry): TemplateResult | string {
    const words = texts().tasks.history;
    if (kind !== 'changed') return words[kind];
    const said = this.#said(field, value);
    return html`${fieldLabel('tasks', field)}${said === '' ? nothing : `: ${said}`}`;
  }

  /** The value in words; '' where it is not remembered or says nothing. */
  #said(field: string, value: Entry['value']): string {
    const definition = listPart('tasks').fields.find(({ id }) => id === field);
    if (typeof value === 'boolean') return value ? texts().plan.rows.yes : texts().tasks.history.no;
    if (typeof value !== 'string' || value === '') return '';
    switch (definition?.kind) {
      case 'choice':
        return choiceText('tasks', field, value);
      case 'member':
        return ownerName({ owner: value }, this.plan);
      case 'date':
        return dateWithYear(value);
      default:
        return value;
    }
  }

  #toggled({ currentTarget }: Event): void {
    if (currentTarget instanceof HTMLDetailsElement && currentTarget.open) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const target = { planId: this.plan.id, sectionId: 'tasks', rowId: this.task.id } as const;
    try {
      this.history = { state: 'ready', data: await call('rowHistory', target, {}) };
    } catch (error) {
      this.history = { state: 'failed', code: failureCode(error) };
    }
  }
}

customElements.define('samrad-task-history', TaskHistory);
