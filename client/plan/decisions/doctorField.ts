/** Who decided: one of the team's doctors. Somebody who has left the team since stays the one who decided. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { decidesTreatment } from '../../../shared/domain/policy.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { texts } from '../../i18n/texts.ts';
import { fieldFrame, setValue, textValue, valueOf, type OpenRow } from '../rows/rowField.ts';
import { ownerName } from '../tasks/taskParts.ts';

const field = 'decided-by';

export function doctorField(open: OpenRow): TemplateResult {
  const { plan } = open.context;
  const chosen = textValue(open.row, field);
  const doctors = plan.team.filter(({ role }) => decidesTreatment(role));
  const listed = chosen === '' || doctors.some(({ personId }) => personId === chosen);
  return fieldFrame(
    open,
    field,
    (id) =>
      html`<select
        class="ds-input"
        id=${id}
        .value=${live(chosen)}
        @change=${(event: Event) => setValue(open, field, valueOf(event))}
      >
        <option value="" ?selected=${chosen === ''}>${texts().shared.notChosen}</option>
        ${listed ? nothing : html`<option value=${chosen} selected>${deciderName(chosen, plan)}</option>`}
        ${doctors.map(
          ({ personId, name, role }) =>
            html`<option value=${personId} ?selected=${personId === chosen}>
              ${`${name} – ${texts().shared.roles[role]}`}
            </option>`,
        )}
      </select>`,
  );
}

/** The name and role of who decided; '' where nobody is named. */
export function deciderName(personId: string, plan: PlanInfo): string {
  if (personId === '') return '';
  const member = plan.team.find((candidate) => candidate.personId === personId);
  return member
    ? `${member.name}, ${texts().shared.roles[member.role].toLowerCase()}`
    : ownerName({ owner: personId }, plan);
}
