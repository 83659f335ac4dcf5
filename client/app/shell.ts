/** The frame around every page: skip link, header with product, language and who is signed in, main, footer. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { chooseLanguage, language, languages, texts } from '../i18n/texts.ts';
import { paths } from './router.ts';
import type { Session } from './session.ts';
import './taskLink.ts';

const mark = svg`<svg class="brand-mark" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><rect width="36" height="36" rx="10" fill="#125f63"/><path d="M9 12.5A3.5 3.5 0 0 1 12.5 9h7a3.5 3.5 0 0 1 3.5 3.5v4a3.5 3.5 0 0 1-3.5 3.5H15l-4 3.5V19.7a3.5 3.5 0 0 1-2-3.2z" fill="#fff"/><path d="M25 15.6a3.5 3.5 0 0 1 2 3.2v4.2a3.5 3.5 0 0 1-2 3.2V29l-3.5-2.7h-4a3.5 3.5 0 0 1-3-1.7l1.8-1.6h4.2A4.5 4.5 0 0 0 25 18.5z" fill="#f6d7a4"/></svg>`;

interface ShellProps {
  readonly session: Session;
  /** Takes a new build into use; null where none waits for the person's word. */
  readonly newVersion: (() => void) | null;
  /** The person is warned that the page will soon be locked. */
  readonly idle: boolean;
  readonly content: TemplateResult;
  readonly signOut: () => void;
}

/** Draws the frame with `content` in its main. */
export function shell({ session, newVersion, idle, content, signOut }: ShellProps): TemplateResult {
  const words = texts().app.shell;
  return html`
    <a class="ds-skip-link" href="#main" @click=${skipToMain}>${words.skip}</a>
    <div class="shell">
      <header class="shell-header">
        <div class="shell-bar">
          <a class="brand" href=${paths.home}>${mark}<span class="brand-name">${words.product}</span></a>
          ${ownPages(session)}
          <div class="shell-tools">${languageChoice()} ${whoIsSignedIn(session, signOut)}</div>
        </div>
      </header>
      <div class="shell-news" role="status">${newVersion ? versionNote(newVersion) : nothing}</div>
      <div class="shell-idle no-print" role="status">${idle ? idleNote() : nothing}</div>
      <main class="shell-main" id="main" tabindex="-1">${content}</main>
      <footer class="shell-footer">
        <div class="shell-bar">
          <p>${words.footer}</p>
          ${session.state === 'signed-in' ? html`<p><a href=${paths.mySessions}>${texts().sessions.link}</a></p>` : nothing}
          ${session.state === 'signed-in' ? html`<p><a href=${paths.rules}>${texts().rules.page.link}</a></p>` : nothing}
          ${
            session.state === 'signed-in' && session.demo
              ? html`<p>${words.demo} · <a href=${paths.mailbox}>${texts().scheduling.mailbox.link}</a></p>`
              : nothing
          }
        </div>
      </footer>
    </div>
  `;
}

function versionNote(take: () => void): TemplateResult {
  const words = texts().offline.update;
  return html`
    <div class="notice row shell-version no-print">
      <p><strong>${words.ready}.</strong> ${words.text}</p>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${take}>
        ${words.take}
      </button>
    </div>
  `;
}

/** Anything that is pressed or touched says that one is there, this button too. */
function idleNote(): TemplateResult {
  const words = texts().sessions.warning;
  return html`
    <div class="notice row" data-tone="warm">
      <p><strong>${words.heading}</strong> ${words.text}</p>
      <button type="button" class="ds-button" data-size="sm">${words.here}</button>
    </div>
  `;
}

/** The pages of one's own. A session that came from a meeting link has none. */
function ownPages(session: Session): TemplateResult | typeof nothing {
  if (session.state !== 'signed-in' || session.me.meetingId !== null) return nothing;
  return html`<nav class="shell-pages" aria-label=${texts().app.shell.pages}>
    <samrad-task-link></samrad-task-link>
  </nav>`;
}

function languageChoice(): TemplateResult {
  const words = texts().app.shell;
  const chosen = language();
  return html`
    <nav class="languages" aria-label=${words.language}>
      ${languages.map(
        (each) => html`
          <button type="button" lang=${each} aria-pressed=${each === chosen} @click=${() => chooseLanguage(each)}>
            ${words.languages[each]}
          </button>
        `,
      )}
    </nav>
  `;
}

function whoIsSignedIn(session: Session, signOut: () => void): TemplateResult | typeof nothing {
  if (session.state !== 'signed-in') return nothing;
  const words = texts().app.shell;
  return html`
    <div class="shell-account">
      <div class="shell-who">
        <span class="shell-who-name">${session.me.name}</span>
        <span class="shell-who-how">${words.identification[session.me.identification]}</span>
      </div>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${signOut}>
        ${words.signOut}
      </button>
    </div>
  `;
}

// The address keeps its fragment: on a link page it holds the token.
function skipToMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
