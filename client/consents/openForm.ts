/**
 * `<samrad-consent-form>`: what is to be opened for one person, from when, for how long; for the coordinator also who gave
 * consent and how. Says in one sentence what pressing the button does.
 *
 * Properties: `picture` (PersonPicture) · `task` · `patientName` · `chosen` (sections chosen from the beginning)
 * · `today` (IsoDate) · `state`: 'idle' | 'busy' · `refused`: what the server said was wrong, or null
 * Events: `samrad-open-sections` (detail: Opening) · `samrad-cancel`
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { IsoDate } from '../../shared/domain/calendar/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { openingOf, type DraftProblem, type OpenDraft, type Opening, type Task } from './openDraft.ts';
import { mannerFields, periodFields, sectionFields } from './openFields.ts';
import { periodText } from './period.ts';
import type { PersonPicture } from './picture.ts';
import { headingsOf } from './words.ts';

export class ConsentForm extends LightElement {
  static override properties = {
    picture: { attribute: false },
    task: {},
    patientName: {},
    chosen: { attribute: false },
    today: {},
    state: {},
    refused: {},
    draft: { state: true },
    problem: { state: true },
  };
  declare picture: PersonPicture;
  declare task: Task;
  declare patientName: string;
  declare chosen: readonly SectionId[];
  declare today: IsoDate;
  declare state: 'idle' | 'busy';
  declare refused: DraftProblem | null;
  declare private draft: OpenDraft;
  declare private problem: DraftProblem | null;

  constructor() {
    super();
    this.task = 'give';
    this.patientName = '';
    this.chosen = [];
    this.today = '';
    this.state = 'idle';
    this.refused = null;
    this.problem = null;
    this.draft = {
      sectionIds: new Set(),
      from: 'now',
      firstDay: '',
      until: 'open',
      lastDay: '',
      gaveBy: '',
      how: null,
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('chosen')) this.draft = { ...this.draft, sectionIds: new Set(this.chosen) };
    if (changed.has('patientName')) this.draft = { ...this.draft, gaveBy: this.patientName };
    if (changed.has('refused') && this.refused) this.problem = this.refused;
  }

  protected override render(): TemplateResult {
    const words = texts().consents.form;
    const busy = this.state === 'busy';
    const props = {
      draft: this.draft,
      task: this.task,
      picture: this.picture,
      today: this.today,
      problem: this.problem,
      change: (changes: Partial<OpenDraft>) => {
        this.draft = { ...this.draft, ...changes };
        this.problem = null;
      },
    };
    return html`
      <form class="stack consent-form" data-gap="lg" novalidate @submit=${this.#submit}>
        ${sectionFields(props)} ${periodFields(props)} ${this.task === 'record' ? mannerFields(props) : nothing}
        ${this.#summary()}
        ${
          this.problem
            ? html`<p class="ds-validation-message" id="consent-problem" role="alert">
                ${words.problems[this.problem]}
              </p>`
            : nothing
        }
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button" aria-busy=${busy} ?disabled=${busy}>
            ${busy ? words.opening : this.draft.from === 'now' ? words.submit : words.submitLater}
          </button>
          <button type="button" class="ds-button" data-variant="tertiary" @click=${this.#cancel}>
            ${words.cancel}
          </button>
        </div>
      </form>
    `;
  }

  #summary(): TemplateResult | typeof nothing {
    const opening = openingOf({ ...this.draft, how: 'oral', gaveBy: '-' }, this.task, this.today);
    if (typeof opening === 'string') return nothing;
    const period = periodText(opening, new Date().toISOString());
    const { name } = this.picture.member;
    return html`<p class="notice">${texts().consents.form.summary(name, headingsOf(opening.sectionIds), period)}</p>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const opening = openingOf(this.draft, this.task, this.today);
    if (typeof opening === 'string') this.problem = opening;
    else this.dispatchEvent(new CustomEvent<Opening>('samrad-open-sections', { detail: opening }));
  }

  #cancel(): void {
    this.dispatchEvent(new CustomEvent('samrad-cancel'));
  }
}

customElements.define('samrad-consent-form', ConsentForm);
