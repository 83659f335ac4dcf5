/** The keys that lead through the plan, shown, with the way to turn them off. */
import { html, type TemplateResult } from 'lit';
import '../../components/dialog.ts';
import { texts } from '../../i18n/texts.ts';
import { shortcutKeys, type Shortcut, type Shortcuts } from './shortcuts.ts';

interface KeysDialogProps {
  readonly open: boolean;
  readonly shortcuts: Shortcuts;
  readonly close: () => void;
}

const order: readonly Shortcut[] = ['search', 'next', 'previous', 'contacts', 'help'];

export function keysDialog({ open, shortcuts, close }: KeysDialogProps): TemplateResult {
  const words = texts().way.keys;
  const content = html`
    <dl class="plan-keys">
      ${order.map(
        (shortcut) =>
          html`<div>
            <dt><kbd>${shortcutKeys[shortcut]}</kbd></dt>
            <dd>${words.what[shortcut]}</dd>
          </div>`,
      )}
    </dl>
    <label class="check">
      <input class="ds-input" type="checkbox" .checked=${shortcuts.on} @change=${() => shortcuts.turn(!shortcuts.on)} />
      ${words.on}
    </label>
  `;
  return html`<samrad-dialog
    .open=${open}
    .heading=${words.heading}
    .content=${content}
    @samrad-close=${close}
  ></samrad-dialog>`;
}
