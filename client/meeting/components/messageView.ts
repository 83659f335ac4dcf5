/** A page with one message in the middle: what happened, and what one can do now. */
import { html, nothing, type TemplateResult } from 'lit';

export interface MessageAction {
  readonly label: string;
  readonly press: () => void;
}

export interface Message {
  readonly heading: string;
  readonly text: string;
  readonly actions?: readonly MessageAction[];
  readonly link?: { readonly label: string; readonly path: string } | undefined;
}

/** The message; the first action is the one that most people want. */
export function messageView({ heading, text, actions = [], link }: Message): TemplateResult {
  return html`
    <div class="page-narrow">
      <div class="surface stack" data-gap="lg">
        <h1 class="ds-heading" data-size="md">${heading}</h1>
        <p class="ds-paragraph">${text}</p>
        <div class="row" data-phone="fill">
          ${actions.map(
            ({ label, press }, index) => html`
              <button
                type="button"
                class="ds-button"
                data-variant=${index === 0 ? 'primary' : 'secondary'}
                @click=${press}
              >
                ${label}
              </button>
            `,
          )}
          ${link ? html`<a class="ds-button" data-variant="secondary" href=${link.path}>${link.label}</a>` : nothing}
        </div>
      </div>
    </div>
  `;
}
