/** The groups of fields of the form that opens sections, as templates: they take a draft and report changes to it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { IsoDate } from '../../shared/domain/calendar/dates.ts';
import { texts } from '../i18n/texts.ts';
import type { DraftProblem, OpenDraft, Task } from './openDraft.ts';
import { periodText } from './period.ts';
import type { PersonPicture } from './picture.ts';
import { headingOf } from './words.ts';

interface FieldsProps {
  readonly draft: OpenDraft;
  readonly task: Task;
  readonly picture: PersonPicture;
  readonly today: IsoDate;
  readonly problem: DraftProblem | null;
  readonly change: (changes: Partial<OpenDraft>) => void;
}

export function sectionFields({ draft, picture, problem, change }: FieldsProps): TemplateResult {
  const words = texts().consents.form;
  const { openable } = picture;
  const all = draft.sectionIds.size === openable.length;
  return html`
    <fieldset class="ds-fieldset" aria-describedby=${problem === 'nothing-chosen' ? 'consent-problem' : nothing}>
      <legend class="ds-label">${words.sections}</legend>
      ${picture.coming.length === 0 ? nothing : html`<p data-field="description">${words.replaces}</p>`}
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        @click=${() => change({ sectionIds: new Set(all ? [] : openable) })}
      >
        ${all ? words.clear : words.all}
      </button>
      <div class="consent-sections">
        ${openable.map((id) =>
          sectionField({
            id,
            picture,
            checked: draft.sectionIds.has(id),
            toggle: () => {
              const sectionIds = new Set(draft.sectionIds);
              if (!sectionIds.delete(id)) sectionIds.add(id);
              change({ sectionIds });
            },
          }),
        )}
      </div>
    </fieldset>
  `;
}

function sectionField(props: {
  id: SectionId;
  picture: PersonPicture;
  checked: boolean;
  toggle: () => void;
}): TemplateResult {
  const { id, picture, checked, toggle } = props;
  const open = picture.coming.find(({ sectionId }) => sectionId === id);
  const now = new Date().toISOString();
  return html`
    <div class="ds-field">
      <input class="ds-input" type="checkbox" id=${`open-${id}`} .checked=${checked} @change=${toggle} />
      <label class="ds-label" for=${`open-${id}`}>
        <span class="person-text">
          <span>${headingOf(id)}</span>
          ${open ? html`<span class="person-role">${periodText(open, now)}</span>` : nothing}
        </span>
      </label>
    </div>
  `;
}

export function periodFields({ draft, task, today, problem, change }: FieldsProps): TemplateResult {
  const words = texts().consents.form;
  const wrongDate = problem === 'no-date' || problem === 'until-before-from';
  const untils = task === 'give' ? words.untils : words.untilsRecord;
  return html`
    ${radios('from', words.from, words.froms, draft.from, (from) => change({ from }))}
    ${
      draft.from === 'date'
        ? dateField('first', words.firstDay, draft.firstDay, {
            min: today,
            wrong: wrongDate || problem === 'from-past',
            set: (firstDay) => change({ firstDay }),
          })
        : nothing
    }
    ${radios('until', words.until, untils, draft.until, (until) => change({ until }))}
    ${
      draft.until === 'date'
        ? dateField('last', words.lastDay, draft.lastDay, {
            min: draft.from === 'date' && draft.firstDay !== '' ? draft.firstDay : today,
            wrong: wrongDate || problem === 'until-past',
            set: (lastDay) => change({ lastDay }),
          })
        : nothing
    }
  `;
}

export function mannerFields({ draft, problem, change }: FieldsProps): TemplateResult {
  const words = texts().consents.form;
  const wrong = problem === 'no-giver';
  const write = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) change({ gaveBy: event.currentTarget.value });
  };
  return html`
    <div class="ds-field">
      <label class="ds-label" for="consent-giver">${words.gaveBy}</label>
      <input
        class="ds-input"
        id="consent-giver"
        maxlength="200"
        autocomplete="off"
        .value=${draft.gaveBy}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'consent-problem' : nothing}
        @input=${write}
      />
    </div>
    ${radios('how', words.how, words.manners, draft.how, (how) => change({ how }))}
  `;
}

function radios<Choice extends string>(
  name: string,
  legend: string,
  choices: Readonly<Record<Choice, string>>,
  chosen: Choice | null,
  choose: (choice: Choice) => void,
): TemplateResult {
  // The keys of a record of choices are the choices.
  const entries = Object.entries<string>(choices) as [Choice, string][];
  return html`
    <fieldset class="ds-fieldset">
      <legend class="ds-label">${legend}</legend>
      ${entries.map(
        ([choice, words]) => html`
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name=${`consent-${name}`}
              id=${`consent-${name}-${choice}`}
              .checked=${choice === chosen}
              @change=${() => choose(choice)}
            />
            <label class="ds-label" for=${`consent-${name}-${choice}`}>${words}</label>
          </div>
        `,
      )}
    </fieldset>
  `;
}

function dateField(
  name: string,
  label: string,
  value: IsoDate,
  { min, wrong, set }: { min: IsoDate; wrong: boolean; set: (date: IsoDate) => void },
): TemplateResult {
  const write = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) set(event.currentTarget.value);
  };
  return html`
    <div class="ds-field">
      <label class="ds-label" for=${`consent-${name}-day`}>${label}</label>
      <input
        class="ds-input"
        type="date"
        id=${`consent-${name}-day`}
        min=${min}
        .value=${value}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'consent-problem' : nothing}
        @change=${write}
      />
    </div>
  `;
}
