/** Who is beside me, folded away where one is past the device check; opened, it can be changed. */
import { html, type TemplateResult } from 'lit';
import type { Helper } from '../../../shared/meetings/helpers.ts';
import { texts } from '../../i18n/texts.ts';
import './besideForm.ts';

export function besideDetails({ noted, now }: { noted: readonly Helper[]; now: readonly Helper[] }): TemplateResult {
  return html`<details class="beside">
    <summary>${texts().beside.change}</summary>
    <samrad-beside saves .noted=${noted} .beside=${now}></samrad-beside>
  </details>`;
}
