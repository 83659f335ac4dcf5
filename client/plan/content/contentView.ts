/** A section's content as people read it: what is filled in, part by part; what holds nothing is left out. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ContentRow, ContentValues, SectionContent } from '../../../shared/careplan/content.ts';
import type { FieldDefinition, ListPart, Part } from '../../../shared/careplan/parts.ts';
import { sections, type SectionId } from '../../../shared/careplan/sections.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { texts } from '../../i18n/texts.ts';
import { valueWords } from '../rows/valueWords.ts';
import { fieldLabel } from '../words.ts';
import { proseBlocks } from './proseBlocks.ts';
import './content.css';

/** Whose names are known. */
type Team = Pick<PlanInfo, 'team'>;

export function contentView(content: SectionContent, plan: Team): TemplateResult {
  const { id, parts } = sections[content.section];
  return html`<div class="content">${parts.map((part) => partView(content, part, { id, plan }))}</div>`;
}

/** What a row is called. */
export function rowName(sectionId: SectionId, list: ListPart, row: ContentRow, plan: Team): string {
  const title = list.fields.find(({ id }) => id === list.title);
  const value = row.values[list.title];
  const name = title && value !== undefined ? valueWords({ sectionId, field: title, value, plan }).trim() : '';
  return name || (texts().shared.sections[sectionId].lists?.[list.id]?.unnamed ?? '');
}

function partView(
  { prose, record, lists }: SectionContent,
  part: Part,
  { id, plan }: { id: SectionId; plan: Team },
): TemplateResult | typeof nothing {
  switch (part.kind) {
    case 'prose': {
      const nodes = prose[part.id] ?? [];
      if (nodes.length === 0) return nothing;
      return html`<div class="content-part">
        <h3 class="content-label">${fieldLabel(id, part.id)}</h3>
        <div class="prose-text">${proseBlocks(nodes)}</div>
      </div>`;
    }
    case 'record':
      return valuesView(id, part.fields, record, plan);
    case 'list':
      return listView({ sectionId: id, list: part, rows: lists[part.id] ?? [], plan });
  }
}

interface Listed {
  readonly sectionId: SectionId;
  readonly list: ListPart;
  readonly rows: readonly ContentRow[];
  readonly plan: Team;
}

function listView({ sectionId, list, rows, plan }: Listed): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const heading = texts().shared.sections[sectionId].lists?.[list.id]?.heading ?? '';
  const others = list.fields.filter(({ id }) => id !== list.title);
  const several = sections[sectionId].parts.length > 1;
  return html`<div class="content-part">
    ${several ? html`<h3 class="content-label">${heading}</h3>` : nothing}
    <ul class="plain-list content-rows" aria-label=${heading}>
      ${rows.map(
        (row) =>
          html`<li class="content-row">
            <p class="content-row-name">${rowName(sectionId, list, row, plan)}</p>
            ${valuesView(sectionId, others, row.values, plan)}
          </li>`,
      )}
    </ul>
  </div>`;
}

function valuesView(
  sectionId: SectionId,
  fields: readonly FieldDefinition[],
  values: ContentValues,
  plan: Team,
): TemplateResult | typeof nothing {
  const filled = fields.flatMap((field) => {
    const value = values[field.id];
    const words = value === undefined ? '' : valueWords({ sectionId, field, value, plan });
    return words === '' ? [] : [{ field, words }];
  });
  if (filled.length === 0) return nothing;
  return html`<dl class="content-values">
    ${filled.map(
      ({ field, words }) =>
        html`<div>
          <dt data-asks=${fieldLabel(sectionId, field.id).endsWith('?') ? 'yes' : 'no'}>
            ${fieldLabel(sectionId, field.id)}
          </dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl>`;
}
