/** The choice of what to compare: an earlier version with a later one, or with the plan as it is now. */
import { html, type TemplateResult } from 'lit';
import type { Version } from '../../shared/protocol/routes/versions.ts';
import { texts } from '../i18n/texts.ts';
import type { Compared } from './panel.ts';

const now = 'now';

/** `versions`: newest first, at least one. */
export function compareForm(
  versions: readonly Version[],
  compare: (from: Version, to: Compared) => void,
): TemplateResult {
  const words = texts().versions.compare;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const chosen = new FormData(event.target);
    const named = (field: string) => versions.find(({ id }) => id === chosen.get(field)) ?? null;
    const from = named('from');
    if (from) compare(from, named('to'));
  };
  return html`<form class="surface stack" aria-labelledby="compare-versions" @submit=${submit}>
    <h2 class="ds-heading" data-size="xs" id="compare-versions">${words.heading}</h2>
    <div class="row version-compare">
      <div class="ds-field">
        <label class="ds-label" for="compare-from">${words.from}</label>
        <select class="ds-input" id="compare-from" name="from">
          ${versions.map(option)}
        </select>
      </div>
      <div class="ds-field">
        <label class="ds-label" for="compare-to">${words.to}</label>
        <select class="ds-input" id="compare-to" name="to">
          <option value=${now}>${words.now}</option>
          ${versions.map(option)}
        </select>
      </div>
      <button type="submit" class="ds-button" data-variant="secondary">${words.run}</button>
    </div>
  </form>`;
}

function option({ id, number, name }: Version): TemplateResult {
  return html`<option value=${id}>${texts().versions.named(number, name)}</option>`;
}
