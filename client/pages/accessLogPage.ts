/** «Hvem har sett planen»: the patient reads who has read, changed and been refused what, by day and person. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { sectionIds, type SectionId } from '../../shared/careplan/sections.ts';
import type { LogEntry } from '../../shared/protocol/routes/accessLog.ts';
import { chosen, visitsByDay, type Deed, type LogFilter, type Visit } from '../accessLog/visits.ts';
import { csvOf } from '../accessLog/csv.ts';
import { fhirOf } from '../accessLog/fhir.ts';
import { call } from '../api/rest.ts';
import { clock, day } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { failurePage } from '../components/failure.ts';
import { roleAndPlace } from '../components/person.ts';
import { saveFile } from '../components/saveFile.ts';
import { texts } from '../i18n/texts.ts';
import { wholeLog } from '../ownData/everything.ts';
import './accessLogPage.css';

interface Shown {
  readonly entries: readonly LogEntry[];
  readonly before: string | null;
}

const everything: LogFilter = { personId: null, sectionId: null, onlyStopped: false, from: '', until: '' };

/** A form in which the log can be taken along. */
interface Format {
  readonly type: string;
  readonly file: string;
  readonly write: (entries: readonly LogEntry[]) => string;
}

const formats: readonly (Format & { readonly name: 'csv' | 'json' | 'fhir' })[] = [
  { name: 'csv', type: 'text/csv', file: 'samrad-innsyn.csv', write: csvOf },
  {
    name: 'json',
    type: 'application/json',
    file: 'samrad-innsyn.json',
    write: (entries) => JSON.stringify({ entries }, null, 2),
  },
  {
    name: 'fhir',
    type: 'application/fhir+json',
    file: 'samrad-innsyn.fhir.json',
    write: (entries) => JSON.stringify(fhirOf(entries), null, 2),
  },
];

export class AccessLogPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    planId: {},
    shown: { state: true },
    filter: { state: true },
    fetching: { state: true },
  };
  declare session: SessionStore;
  declare planId: string;
  declare private shown: Load<Shown>;
  declare private filter: LogFilter;
  declare private fetching: boolean;

  constructor() {
    super();
    this.planId = '';
    this.shown = { state: 'loading' };
    this.filter = everything;
    this.fetching = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('planId')) void this.#fetch({ entries: [], before: 'newest' });
  }

  /** Fetches what comes after what is shown. */
  async #fetch({ entries, before }: Shown): Promise<void> {
    if (before === null || this.fetching) return;
    this.fetching = true;
    try {
      const next = await call('accessLog', { planId: this.planId, before }, {});
      this.shown = { state: 'ready', data: { entries: [...entries, ...next.entries], before: next.before } };
    } catch (error) {
      const code = failureCode(error);
      if (code === 'not-signed-in') await this.session.refresh();
      else this.shown = { state: 'failed', code };
    } finally {
      this.fetching = false;
    }
  }

  protected override render(): TemplateResult {
    const words = texts().accessLog;
    const { shown } = this;
    if (shown.state === 'failed') return failurePage({ code: shown.code, retry: () => this.#retry() });
    return html`<div class="page stack" data-gap="lg">
      <div class="stack">
        <a class="ds-link no-print" href=${paths.plan(this.planId)}>${texts().consents.back}</a>
        <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
        <p class="ds-paragraph access-log-lead">${words.lead}</p>
      </div>
      ${shown.state === 'loading' ? busy(words.loading) : this.#log(shown.data)}
    </div>`;
  }

  #log({ entries, before }: Shown): TemplateResult {
    const words = texts().accessLog;
    if (entries.length === 0) return html`<p class="muted">${words.nobody}</p>`;
    const days = visitsByDay(chosen(entries, this.filter), day);
    return html`
      ${this.#choices(entries)}
      ${
        days.size === 0
          ? html`<p class="muted" role="status">${this.fetching ? words.loading : words.nothingFits}</p>`
          : nothing
      }
      ${[...days].map(
        ([name, visits]) =>
          html`<section class="stack" aria-label=${name}>
            <h2 class="ds-heading access-log-day" data-size="xs">${name}</h2>
            <ul class="plain-list access-log-visits">
              ${visits.map(visitCard)}
            </ul>
          </section>`,
      )}
      ${
        before === null
          ? nothing
          : html`<button
              type="button"
              class="ds-button access-log-older no-print"
              data-variant="secondary"
              aria-disabled=${this.fetching ? 'true' : 'false'}
              @click=${() => void this.#fetch({ entries, before })}
            >
              ${this.fetching ? words.loading : words.older}
            </button>`
      }
    `;
  }

  #choices(entries: readonly LogEntry[]): TemplateResult {
    const words = texts().accessLog;
    const people = new Map(entries.flatMap(({ who }) => (who ? [[who.personId, who.name] as const] : [])));
    const named = sectionIds.filter((id) => entries.some(({ sectionId }) => sectionId === id));
    return html`<form class="access-log-choices no-print" @submit=${(event: Event) => event.preventDefault()}>
      <label class="ds-field">
        <span class="ds-label">${words.who}</span>
        <select
          class="ds-input"
          @change=${({ currentTarget }: Event) => this.#choose({ personId: valueOf(currentTarget) })}
        >
          <option value="">${words.everybody}</option>
          ${[...people].map(([id, name]) => html`<option value=${id}>${name}</option>`)}
        </select>
      </label>
      <label class="ds-field">
        <span class="ds-label">${words.section}</span>
        <select
          class="ds-input"
          @change=${({ currentTarget }: Event) => {
            const wanted = valueOf(currentTarget);
            this.#choose({ sectionId: named.find((id) => id === wanted) ?? null });
          }}
        >
          <option value="">${words.allSections}</option>
          ${named.map((id) => html`<option value=${id}>${headingOf(id)}</option>`)}
        </select>
      </label>
      ${this.#dateField(words.from, this.filter.from, (from) => this.#choose({ from }))}
      ${this.#dateField(words.until, this.filter.until, (until) => this.#choose({ until }))}
      <label class="check">
        <input
          type="checkbox"
          class="ds-input"
          .checked=${this.filter.onlyStopped}
          @change=${() => this.#choose({ onlyStopped: !this.filter.onlyStopped })}
        />
        <span>${words.onlyStopped}</span>
      </label>
      <div class="row access-log-downloads" data-phone="fill">
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => void this.#print()}>
          ${words.print}
        </button>
        ${formats.map(
          ({ name, ...format }) =>
            html`<button
              type="button"
              class="ds-button"
              data-variant="secondary"
              @click=${() => void this.#download(format)}
            >
              ${words.downloads[name]}
            </button>`,
        )}
      </div>
    </form>`;
  }

  /** All of the log on paper, or as the PDF that the browser makes of it. */
  async #print(): Promise<void> {
    await this.#fetchRest();
    await this.updateComplete;
    print();
  }

  #dateField(label: string, value: string, choose: (date: string) => void): TemplateResult {
    const change = ({ currentTarget }: Event): void => {
      if (currentTarget instanceof HTMLInputElement) choose(currentTarget.value);
    };
    return html`<label class="ds-field">
      <span class="ds-label">${label}</span>
      <input class="ds-input" type="date" .value=${value} @change=${change} />
    </label>`;
  }

  /** What is looked for may be older than what is shown: then all of it is fetched. */
  #choose(change: Partial<LogFilter>): void {
    this.filter = { ...this.filter, ...change };
    void this.#fetchRest();
  }

  async #fetchRest(): Promise<void> {
    while (this.shown.state === 'ready' && this.shown.data.before !== null && !this.fetching)
      await this.#fetch(this.shown.data);
  }

  /** All of the log, whatever is shown. */
  async #download({ type, file, write }: Format): Promise<void> {
    try {
      const text = write(await wholeLog(this.planId));
      saveFile({ text, type, name: file });
    } catch (error) {
      this.shown = { state: 'failed', code: failureCode(error) };
    }
  }

  #retry(): void {
    this.shown = { state: 'loading' };
    void this.#fetch({ entries: [], before: 'newest' });
  }
}

function valueOf(target: EventTarget | null): string | null {
  return target instanceof HTMLSelectElement && target.value !== '' ? target.value : null;
}

function headingOf(id: SectionId): string {
  return texts().shared.sections[id].heading;
}

function visitCard({ who, first, last, deeds }: Visit): TemplateResult {
  const words = texts().accessLog;
  const times = clock(first) === clock(last) ? clock(first) : `${clock(first)}–${clock(last)}`;
  const { role = null, organisation = '' } = who ?? {};
  const place = role === null ? words.outside : roleAndPlace({ role, organisation });
  return html`<li class="surface access-log-visit">
    <p class="access-log-who">
      <strong>${who?.name ?? words.unknown}</strong>
      ${who ? html`<span class="muted">${place}</span>` : nothing}
      <time class="muted" datetime=${last}>${times}</time>
    </p>
    <ul class="plain-list">
      ${deeds.map(deedLine)}
    </ul>
  </li>`;
}

function deedLine({ action, outcome, sectionIds: ids, subjects, reasons }: Deed): TemplateResult {
  const words = texts().accessLog;
  const what = [words.actions[action], ids.map(headingOf).join(' · ')].filter((part) => part !== '').join(': ');
  const whole = [what, ...subjects.map((name) => words.about(name)), ...reasons.map((reason) => `(${reason})`)].join(
    ' ',
  );
  return html`<li data-outcome=${outcome}>
    ${outcome === 'refused' ? html`<span class="access-log-stopped">${words.stopped}</span>` : nothing} ${whole}
  </li>`;
}

customElements.define('samrad-access-log-page', AccessLogPage);
