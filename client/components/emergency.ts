/** `emergencyNote()`: where to ring when it is urgent. On every screen of patients and relatives. */
import { html, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';

export function emergencyNote(): TemplateResult {
  const words = texts().app.emergency;
  return html`
    <aside class="emergency" aria-label=${words.label}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="currentColor">
        <path
          d="M6.6 3.2 9 2.7c.5-.1 1 .2 1.2.7l1.3 3.3c.2.4 0 .9-.3 1.2L9.4 9.4a13 13 0 0 0 5.2 5.2l1.5-1.8c.3-.4.8-.5 1.2-.3l3.3 1.3c.5.2.8.7.7 1.2l-.5 2.4c-.2 1.5-1.5 2.6-3 2.6A14.8 14.8 0 0 1 3 6.2c0-1.5 1.1-2.8 3.6-3z"
        />
      </svg>
      <p>
        ${words.before} ${words.ring} <a href="tel:113">113</a> ${words.danger} <a href="tel:116117">116117</a>
        ${words.urgent}
      </p>
    </aside>
  `;
}
