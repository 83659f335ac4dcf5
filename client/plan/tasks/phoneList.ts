/** Whom to ring when it is urgent (rule R3): the district's own list, with who keeps it and of when it is. */
import { html, type TemplateResult } from 'lit';
import type { Settings } from '../../../shared/domain/rules/settings.ts';
import { dateWithYear } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { dialled } from '../phoneText.ts';

/** `rang`: the person has rung one of the list. */
export function phoneList({ phoneList: known }: Settings, rang: (who: string) => void): TemplateResult {
  const words = texts().tasks.phoneList;
  if (known === null) return html`<p class="muted">${words.none}</p>`;
  return html`<div class="phone-list">
    <h4 class="phone-list-heading">${words.heading}</h4>
    <ul class="plain-list">
      ${known.numbers.map(
        ({ who, phone }) =>
          html`<li class="phone-list-entry">
            <span>${who} <a class="phone-number numbers" href=${`tel:${dialled(phone)}`}>${phone}</a></span>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              aria-label=${words.rangOf(who)}
              @click=${() => rang(who)}
            >
              ${words.rang}
            </button>
          </li>`,
      )}
    </ul>
    <p class="muted">${words.from(known.owner, dateWithYear(known.on))}</p>
  </div>`;
}
