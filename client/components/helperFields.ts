/** Who is to sit beside an invited patient or relative, in the form for a meeting. Reports a new list. */
import { html, nothing, type TemplateResult } from 'lit';
import { helperLimits, mayBeHelped, type NotedHelper } from '../../shared/meetings/helpers.ts';
import type { MemberInfo } from '../../shared/protocol/types.ts';
import { texts } from '../i18n/texts.ts';
import type { DraftProblem, NewMeetingDraft } from './newMeetingDraft.ts';

interface HelperProps {
  readonly draft: NewMeetingDraft;
  readonly problem: DraftProblem | null;
  readonly change: (changes: Partial<NewMeetingDraft>) => void;
  readonly others: readonly MemberInfo[];
}

export function helperFields(props: HelperProps): TemplateResult | typeof nothing {
  const words = texts().beside.scheduling;
  const { draft, problem, others } = props;
  const helped = others.filter(({ personId, role }) => draft.invited.has(personId) && mayBeHelped(role));
  if (helped.length === 0) return nothing;
  const written = draft.helpers.filter(({ personId }) => helped.some((one) => one.personId === personId));
  const wrong = problem === 'half-helper';
  return html`
    <details class="agenda-fields" ?open=${wrong}>
      <summary>${words.heading(written.length)}</summary>
      <p data-field="description">${words.hint}</p>
      ${helped.map((member) => fieldsOf(props, member))}
      ${wrong ? html`<p class="ds-validation-message" id="meeting-problem" role="alert">${words.problem}</p>` : nothing}
    </details>
  `;
}

function fieldsOf({ draft, problem, change }: HelperProps, { personId, name }: MemberInfo): TemplateResult {
  const words = texts().beside.scheduling;
  const helper = draft.helpers.find((one) => one.personId === personId) ?? { personId, name: '', relation: '' };
  const set = (changes: Partial<NotedHelper>): void => {
    const now = { ...helper, ...changes };
    const rest = draft.helpers.filter((one) => one.personId !== personId);
    change({ helpers: now.name.trim() === '' && now.relation.trim() === '' ? rest : [...rest, now] });
  };
  const isHalf = (text: string): boolean =>
    problem === 'half-helper' && text.trim() === '' && helper.name + helper.relation !== '';
  return html`<fieldset class="ds-fieldset">
    <legend class="ds-label">${words.label(name)}</legend>
    <div class="row">
      ${field({
        id: `helper-name-${personId}`,
        label: words.name,
        value: helper.name,
        most: helperLimits.name,
        wrong: isHalf(helper.name),
        change: (text) => set({ name: text }),
      })}
      ${field({
        id: `helper-relation-${personId}`,
        label: words.relation,
        value: helper.relation,
        most: helperLimits.relation,
        wrong: isHalf(helper.relation),
        change: (text) => set({ relation: text }),
      })}
    </div>
  </fieldset>`;
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly wrong: boolean;
  readonly change: (text: string) => void;
}

function field({ id, label, value, most, wrong, change }: FieldProps): TemplateResult {
  const write = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) change(event.currentTarget.value);
  };
  return html`<div class="ds-field">
    <label class="ds-label" for=${id}>${label}</label>
    <input
      class="ds-input"
      id=${id}
      maxlength=${most}
      autocomplete="off"
      .value=${value}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? 'meeting-problem' : nothing}
      @change=${write}
    />
  </div>`;
}
