/** One medicine: what each source says of it side by side, what is to hold, and why. What is not resolved says so in words. */
import { html, nothing, type TemplateResult } from 'lit';
import { agreementOf, lackOf, type MedicineLine, type MedicineSource } from '../../../shared/careplan/medicines.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName } from '../context.ts';
import { mark } from '../rows/facts.ts';
import { rowField, type OpenRow } from '../rows/rowField.ts';
import { choiceText, fieldLabel } from '../words.ts';

const { fields } = listPart('medicines', 'drugs');
/** What is decided of a line stands open for all who may write; what sources say is changed behind a button. */
const decided: ReadonlySet<string> = new Set(['change', 'reason']);

interface LineProps {
  readonly line: MedicineLine;
  readonly inUse: readonly MedicineSource[];
  /** The row, for those who may write. */
  readonly row: OpenRow | null;
  /** Whether name and sources stand open to be changed. */
  readonly open: boolean;
  /** What the patient has for their own column. */
  readonly own: TemplateResult | typeof nothing;
}

export function drugName({ name }: Pick<MedicineLine, 'name'>): string {
  return name || (texts().shared.sections.medicines.lists?.['drugs']?.unnamed ?? '');
}

export function drugLine({ line, inUse, row, open, own }: LineProps): TemplateResult {
  return html`
    <div class="drug-head">
      <h4 class="drug-name">${drugName(line)}</h4>
      ${marks(line, inUse)}
    </div>
    ${row && open ? sourceForm(row) : sourceTexts(line, inUse, own)}
    ${row ? decisionForm(row, line) : decisionText(line)}
  `;
}

function marks(line: MedicineLine, inUse: readonly MedicineSource[]): TemplateResult {
  const words = texts().forms.medicines;
  const lack = lackOf(line);
  const agreement = agreementOf(line, inUse);
  return html`${lack ? mark(words.lack[lack], 'warning') : nothing}
  ${agreement === 'same' ? nothing : html`<span class="drug-differs">${words.agreement[agreement]}</span>`}`;
}

function sourceTexts(
  line: MedicineLine,
  inUse: readonly MedicineSource[],
  own: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<dl class="drug-sources" data-sources=${inUse.length}>
    ${inUse.map(
      (source) =>
        html`<div data-field=${source} data-place=${placeName('medicines', `${line.id}.${source}`)}>
          <dt>${fieldLabel('medicines', source)}</dt>
          <dd>
            ${
              line.said[source] === ''
                ? html`<span class="muted">${texts().forms.medicines.notListed}</span>`
                : html`<span class="drug-said">${line.said[source]}</span>`
            }
            ${source === 'patient' ? own : nothing}
          </dd>
        </div>`,
    )}
  </dl>`;
}

function sourceForm(row: OpenRow): TemplateResult {
  return html`<div class="values-form drug-form">
    ${fields.filter(({ id }) => !decided.has(id)).map((field) => rowField(row, field))}
  </div>`;
}

function decisionForm(row: OpenRow, { change }: MedicineLine): TemplateResult {
  const shown = fields.filter(
    ({ id }) => id === 'change' || (id === 'reason' && change !== '' && change !== 'unchanged'),
  );
  // A reason that was written for a change stays in sight when the line is called unchanged after all.
  const reason = fields.filter(({ id }) => id === 'reason' && !shown.some((field) => field.id === id));
  const kept = reason.filter(() => row.row.get('reason')?.toString().trim() !== '');
  return html`<div class="drug-decision">${[...shown, ...kept].map((field) => rowField(row, field))}</div>`;
}

function decisionText({ change, reason }: MedicineLine): TemplateResult {
  return html`<dl class="drug-decision">
    <div>
      <dt>${fieldLabel('medicines', 'change')}</dt>
      <dd class="drug-change">${choiceText('medicines', 'change', change)}</dd>
    </div>
    ${
      reason === ''
        ? nothing
        : html`<div>
            <dt>${fieldLabel('medicines', 'reason')}</dt>
            <dd>${reason}</dd>
          </div>`
    }
  </dl>`;
}
