/** The choice whether what is behind me is made unreadable; where nothing can do it, that is said instead. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import type { BlurState } from '../../media/localState.ts';
import { command } from '../command.ts';

export function blurChoice({ from, blur }: { from: EventTarget; blur: BlurState }): TemplateResult {
  const words = texts().blur;
  if (blur.power === 'none') return html`<p class="muted">${words.notHere}</p>`;
  const fixed = blur.power === 'fixed';
  return html`
    <label class="check">
      <input
        class="ds-input"
        type="checkbox"
        .checked=${blur.on}
        ?disabled=${fixed}
        @change=${() => command(from, { do: 'blur', on: !blur.on })}
      />
      <span>${words.choice}${fixed ? html` ${words.fixed}` : nothing}</span>
    </label>
  `;
}
