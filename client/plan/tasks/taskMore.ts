/** The rest of a task's form, folded away: what kind it is and what that kind wants, and whether it is urgent. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldValue } from '../../../shared/careplan/document.ts';
import type { FieldDefinition, ListPart } from '../../../shared/careplan/parts.ts';
import { messageStates, taskKinds } from '../../../shared/careplan/sections.ts';
import type { Task } from '../../../shared/careplan/task.ts';
import type { Settings } from '../../../shared/domain/rules/settings.ts';
import { defaultOwner } from '../../../shared/domain/rules/taskRules.ts';
import { inputOrigin } from '../../api/plan/sectionUndo.ts';
import { day } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { fieldFrame, flagField, rowField, valueOf, type OpenRow } from '../rows/rowField.ts';
import { choiceText } from '../words.ts';
import { localDate } from './deadline.ts';
import { phoneList } from './phoneList.ts';
import './taskHistory.ts';
import { taskName } from './taskParts.ts';
import { answerDue, isSent, taskDetails, wantsMessage, wantsTime } from './taskWords.ts';

export interface MoreProps {
  readonly open: OpenRow;
  readonly list: ListPart;
  readonly task: Task;
  readonly settings: Settings;
  /** Called when it is unfolded. */
  readonly unfolded: () => void;
}

export function taskMore(props: MoreProps): TemplateResult {
  const { open, task } = props;
  const words = texts().tasks;
  const details = taskDetails(task).join(' · ');
  return html`<details class="task-more" @toggle=${(event: Event) => isOpened(event) && props.unfolded()}>
    <summary>
      <span aria-hidden="true">${words.more}</span><span class="ds-sr-only">${words.moreOf(taskName(task))}</span>
      ${details === '' ? nothing : html`<span class="task-more-details">${details}</span>`}
    </summary>
    <div class="task-more-fields">
      ${choice(open, 'kind', task.kind, taskKinds, (kind) => kindChanges(kind, props))}
      ${wantsTime(task.kind) ? field(props, 'time') : nothing} ${wantsMessage(task.kind) ? message(props) : nothing}
      <div class="task-urgent">${flagField(open, 'urgent')} ${task.urgent ? ringing(props) : nothing}</div>
      <samrad-task-history .plan=${open.context.plan} .task=${task}></samrad-task-history>
    </div>
  </details>`;
}

function isOpened({ currentTarget }: Event): boolean {
  return currentTarget instanceof HTMLDetailsElement && currentTarget.open;
}

function message(props: MoreProps): TemplateResult {
  const { open, task, settings } = props;
  const due = answerDue(task, settings);
  return html`
    ${choice(open, 'message', task.message, messageStates, (state) => messageChanges(state, task, settings))}
    ${isSent(task) ? field(props, 'sent-on') : nothing}
    ${due === '' ? nothing : html`<p class="muted task-answer-by">${texts().tasks.answerBy(day(`${due}T12:00:00`))}</p>`}
  `;
}

function ringing(props: MoreProps): TemplateResult {
  const { open, settings } = props;
  return html`${phoneList(settings, (who) => set(open, { 'rang-who': who, 'rang-on': localDate(new Date()) }))}
    <div class="task-rang">${field(props, 'rang-who')} ${field(props, 'rang-on')}</div>`;
}

/** R6: who helps to book the GP owns the task, where nobody else does. */
function kindChanges(kind: string, { task, settings }: MoreProps): Record<string, FieldValue> {
  const chosen = taskKinds.find((candidate) => candidate === kind) ?? 'task';
  const owner = task.owner === '' ? defaultOwner(chosen, settings) : null;
  return owner === null ? { kind } : { kind, owner };
}

/** What is sent is sent today, unless somebody says another day; R11: the question's own deadline follows from it. */
function messageChanges(state: string, task: Task, settings: Settings): Record<string, FieldValue> {
  const message = messageStates.find((candidate) => candidate === state) ?? 'none';
  const sentOn = task['sent-on'] === '' && isSent({ message }) ? localDate(new Date()) : task['sent-on'];
  const due = answerDue({ ...task, message, 'sent-on': sentOn }, settings);
  const deadline = task.kind === 'specialist-question' && task.deadline === '' ? due : '';
  return { message, 'sent-on': sentOn, ...(deadline !== '' && { deadline }) };
}

function field({ open, list }: MoreProps, id: string): TemplateResult | typeof nothing {
  const definition: FieldDefinition | undefined = list.fields.find((candidate) => candidate.id === id);
  return definition ? rowField(open, definition) : nothing;
}

/** Sets several values as one step that can be undone. */
function set({ context, row }: OpenRow, values: Readonly<Record<string, FieldValue>>): void {
  context.session.doc.transact(() => {
    for (const [id, value] of Object.entries(values)) row.set(id, value);
  }, inputOrigin);
}

function choice(
  open: OpenRow,
  fieldId: string,
  chosen: string,
  choices: readonly string[],
  changes: (value: string) => Readonly<Record<string, FieldValue>>,
): TemplateResult {
  return fieldFrame(
    open,
    fieldId,
    (id) =>
      html`<select
        class="ds-input"
        id=${id}
        .value=${live(chosen)}
        @change=${(event: Event) => set(open, changes(valueOf(event)))}
      >
        ${choices.map(
          (value) =>
            html`<option value=${value} ?selected=${value === chosen}>${choiceText('tasks', fieldId, value)}</option>`,
        )}
      </select>`,
  );
}
