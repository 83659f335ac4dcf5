/** The buttons that lead to identity providers, by who uses them, and what went wrong on the last way there. */
import { html, nothing, type TemplateResult } from 'lit';
import { signInPath, type SignInProblem } from '../../shared/protocol/routes/signIn.ts';
import type { ProviderInfo } from '../api/providers.ts';
import { texts } from '../i18n/texts.ts';

const groups = ['professionals', 'citizens', 'all'] as const;

/** `leave` leads the browser to an address. */
export function providerChoice(input: {
  providers: readonly ProviderInfo[];
  problem: SignInProblem | null;
  leave: (address: string) => void;
}): TemplateResult {
  const { providers, problem, leave } = input;
  const words = texts().app.providers;
  return html`
    ${problem ? html`<p class="notice" data-tone="warm" role="alert">${words.problems[problem]}</p>` : nothing}
    <div class="sign-in-providers">
      ${groups.map((group) => {
        const mine = providers.filter((provider) => provider.for === group);
        if (mine.length === 0) return nothing;
        return html`
          <section class="surface stack" aria-labelledby=${`by-${group}`}>
            <h2 class="ds-heading" data-size="xs" id=${`by-${group}`}>${words.groups[group]}</h2>
            <p class="muted">${words.notes[group]}</p>
            ${mine.map(
              ({ id, name }) => html`
                <button type="button" class="ds-button" data-size="lg" @click=${() => leave(signInPath(id))}>
                  ${words.by(name)}
                </button>
              `,
            )}
          </section>
        `;
      })}
    </div>
  `;
}
