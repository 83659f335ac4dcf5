/** The formats of running text, and their toolbar: one stop for the Tab key, arrows within. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';

export const formats = ['bold', 'italic', 'heading', 'bullets', 'numbers'] as const;
export type Format = (typeof formats)[number];

interface ToolbarProps {
  /** What is formatted, for the name of the toolbar. */
  readonly field: string;
  readonly active: ReadonlySet<Format>;
  readonly toggle: (format: Format) => void;
}

const lines = svg`<path d="M10 6h10M10 12h10M10 18h10" stroke="currentColor" stroke-width="2" stroke-linecap="round" />`;
const icons: Readonly<Record<Format, SVGTemplateResult>> = {
  bold: svg`<path d="M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z" fill="none" stroke="currentColor" stroke-width="2.8" stroke-linejoin="round" />`,
  italic: svg`<path d="M10 5h8M6 19h8M14.5 5l-5 14" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />`,
  heading: svg`<path d="M6 5v14M18 5v14M6 12h12" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" />`,
  bullets: svg`${lines}<circle cx="5" cy="6" r="1.6" fill="currentColor" /><circle cx="5" cy="12" r="1.6" fill="currentColor" /><circle cx="5" cy="18" r="1.6" fill="currentColor" />`,
  numbers: svg`${lines}<path d="M4 4.5 5.5 4v4M4 11h2l-2 3h2M4 17h2v3.5H4" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round" />`,
};

export function toolbar({ field, active, toggle }: ToolbarProps): TemplateResult {
  const words = texts().plan.prose;
  return html`
    <div class="prose-toolbar no-print" role="toolbar" aria-label=${words.toolbar(field)} @keydown=${moveByArrow}>
      ${formats.map(
        (format, index) =>
          html`<button
            type="button"
            class="plan-tool"
            aria-label=${words[format]}
            title=${words[format]}
            aria-pressed=${active.has(format) ? 'true' : 'false'}
            tabindex=${index === 0 ? 0 : -1}
            @mousedown=${keepFocus}
            @click=${() => toggle(format)}
          >
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${icons[format]}</svg>
          </button>`,
      )}
    </div>
  `;
}

/** The text keeps its selection while a button is pressed. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

function moveByArrow(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const bar = event.currentTarget;
  if (step === undefined || !(bar instanceof HTMLElement)) return;
  const buttons = [...bar.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  buttons.at((at + step) % buttons.length)?.focus();
}
