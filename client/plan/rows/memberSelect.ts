/** The choice of one who is responsible: a person of the team, or a role where no person is named yet. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { texts } from '../../i18n/texts.ts';
import { ownerName, taskRoles } from '../tasks/taskParts.ts';
import { fieldFrame, setValue, textValue, valueOf, type OpenRow } from './rowField.ts';

export function memberSelect(open: OpenRow, fieldId: string): TemplateResult {
  return fieldFrame(open, fieldId, (id) => select(open, fieldId, id));
}

function select(open: OpenRow, fieldId: string, id: string): TemplateResult {
  const chosen = textValue(open.row, fieldId);
  return html`<select
    class="ds-input"
    id=${id}
    .value=${live(chosen)}
    @change=${(event: Event) => setValue(open, fieldId, valueOf(event))}
  >
    ${ownerOptions(open.context.plan, chosen)}
  </select>`;
}

/** The choices: nobody, the people of the team, the roles; and whoever is chosen and is none of them any more. */
export function ownerOptions(plan: PlanInfo, chosen: string): TemplateResult {
  const words = texts().plan.tasks;
  const option = (value: string, name: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === chosen}>${name}</option>`;
  return html`${option('', words.nobody)}
    ${isKnown(chosen, plan) ? nothing : option(chosen, ownerName({ owner: chosen }, plan))}
    <optgroup label=${words.team}>
      ${plan.team.map(({ personId, name, role }) => option(personId, `${name} – ${texts().shared.roles[role]}`))}
    </optgroup>
    <optgroup label=${words.roles}>${taskRoles.map((role) => option(role, texts().shared.roles[role]))}</optgroup>`;
}

function isKnown(owner: string, { team }: PlanInfo): boolean {
  return owner === '' || team.some(({ personId }) => personId === owner) || taskRoles.some((role) => role === owner);
}
