/** The whole picture: a table of sections and people where there is room for it, and a line for each person where there is not. */
import { html, nothing, type TemplateResult } from 'lit';
import { sectionIds, type SectionId } from '../../shared/careplan/sections.ts';
import type { ConsentInfo } from '../../shared/protocol/routes/consents.ts';
import { roleAndPlace } from '../components/person.ts';
import { texts } from '../i18n/texts.ts';
import { sectionsWith, type Cell, type PersonPicture } from './picture.ts';
import { headingOf, headingsOf } from './words.ts';

interface TableProps {
  readonly people: readonly PersonPicture[];
  readonly open: (picture: PersonPicture, sectionId: SectionId) => void;
  readonly close: (picture: PersonPicture, consents: readonly ConsentInfo[]) => void;
}

export function accessTable(props: TableProps): TemplateResult {
  const words = texts().consents.table;
  return html`
    <section class="stack consent-picture" aria-labelledby="consent-picture">
      <h2 class="ds-heading" data-size="sm" id="consent-picture">${words.heading}</h2>
      <p class="muted">${words.hint}</p>
      <div class="surface consent-table-frame" role="region" aria-label=${words.caption} tabindex="0">
        ${table(props)}
      </div>
      <ul class="plain-list stack consent-people" data-gap="sm">
        ${props.people.map((picture) => html`<li>${folded(picture)}</li>`)}
      </ul>
    </section>
  `;
}

function table(props: TableProps): TemplateResult {
  const words = texts().consents.table;
  return html`
    <table class="consent-table">
      <caption class="ds-sr-only">
        ${words.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.section}</th>
          ${props.people.map(
            ({ member }) =>
              html`<th scope="col">
                <span class="consent-table-name">${member.name}</span>
                <span class="consent-table-role">${texts().shared.roles[member.role]}</span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${sectionIds.map(
          (id) =>
            html`<tr>
              <th scope="row">${headingOf(id)}</th>
              ${props.people.map((picture) => cell(props, picture, id))}
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

function cell(props: TableProps, picture: PersonPicture, id: SectionId): TemplateResult {
  const known: Cell = picture.cells.get(id) ?? { kind: 'none' };
  return html`<td data-access=${known.kind}>${cellContent(props, picture, id, known)}</td>`;
}

function cellContent(props: TableProps, picture: PersonPicture, id: SectionId, known: Cell): TemplateResult {
  const { table: words, openSectionFor, closeSectionFor } = texts().consents;
  const { name } = picture.member;
  switch (known.kind) {
    case 'none':
      return html`<span aria-hidden="true">–</span><span class="ds-sr-only">${words.none}</span>`;
    case 'write':
    case 'read':
      return html`${words[known.kind]}`;
    case 'closed':
      return button(words.closed, openSectionFor(headingOf(id), name), () => props.open(picture, id));
    case 'opened':
      return button(words.opened, closeSectionFor(headingOf(id), name), () => props.close(picture, known.consents));
  }
}

/** The state is what one sees; what pressing does is told with it. */
function button(state: string, does: string, press: () => void): TemplateResult {
  return html`<button type="button" class="consent-cell" title=${does} @click=${press}>
    ${state}<span class="ds-sr-only">. ${does}</span>
  </button>`;
}

function folded(picture: PersonPicture): TemplateResult {
  const words = texts().consents.table;
  const writes = sectionsWith(picture, 'write');
  const reads = sectionsWith(picture, 'read', 'opened');
  const seen = writes.length + reads.length;
  return html`<details class="surface consent-fold">
    <summary>
      <span class="consent-fold-name">${picture.member.name}</span>
      <span class="muted">${roleAndPlace(picture.member)}</span>
      <span class="muted">${words.sees(seen, sectionIds.length)}</span>
    </summary>
    ${writes.length === 0 ? nothing : html`<p>${words.writes(headingsOf(writes))}</p>`}
    ${reads.length === 0 ? nothing : html`<p>${words.reads(headingsOf(reads))}</p>`}
    ${seen === 0 ? html`<p>${words.seesNothing}</p>` : nothing}
  </details>`;
}
