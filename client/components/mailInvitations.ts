/** `mailInvitations({ invitations, mailed, send })`: an address for each who is invited, and the button that sends to all who have one. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import type { Invitation } from './invitations.ts';

interface MailProps {
  readonly invitations: readonly Invitation[];
  /** To how many it has been sent; null before. */
  readonly mailed: number | null;
  readonly send: (emails: readonly { personId: string; email: string }[]) => void;
}

export function mailInvitations({ invitations, mailed, send }: MailProps): TemplateResult {
  const words = texts().scheduling.mail;
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const fields = invitations.flatMap(({ member }) => {
      const field = form.elements.namedItem(`mail-${member.personId}`);
      return field instanceof HTMLInputElement ? [{ member, field }] : [];
    });
    const problem = form.querySelector<HTMLElement>('[role="alert"]');
    const wrong = fields.find(({ field }) => !field.validity.valid);
    const emails = fields.flatMap(({ member, field }) =>
      field.value.trim() === '' ? [] : [{ personId: member.personId, email: field.value.trim() }],
    );
    const text = wrong ? words.wrong(wrong.member.name) : emails.length === 0 ? words.none : '';
    if (problem) {
      problem.textContent = text;
      problem.hidden = text === '';
    }
    if (text !== '') return (wrong ?? fields[0])?.field.focus();
    send(emails);
  };
  return html`
    <details class="mail-invitations" ?open=${mailed !== null}>
      <summary>${words.heading}</summary>
      <form class="stack" novalidate @submit=${submit}>
        <p class="muted">${words.about}</p>
        ${invitations.map(
          ({ member, email }) =>
            html`<div class="ds-field">
              <label class="ds-label" for=${`mail-${member.personId}`}>${words.address(member.name)}</label>
              <input
                class="ds-input"
                type="email"
                autocomplete="off"
                maxlength="200"
                id=${`mail-${member.personId}`}
                name=${`mail-${member.personId}`}
                .value=${email ?? ''}
              />
            </div>`,
        )}
        <p class="ds-validation-message" role="alert" hidden></p>
        <p role="status">${mailed === null ? nothing : words.sent(mailed)}</p>
        <div class="row">
          <button type="submit" class="ds-button" data-variant="secondary">${words.send}</button>
        </div>
      </form>
    </details>
  `;
}
