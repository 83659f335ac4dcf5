/** `<samrad-mailbox-page>`: the demonstration's mailbox: what would have been sent by e-mail, the newest first. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import { call } from '../api/rest.ts';
import { shortDateAndTime } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { busy } from '../components/busy.ts';
import { failurePage } from '../components/failure.ts';
import { saveFile } from '../components/saveFile.ts';
import { texts } from '../i18n/texts.ts';
import '../minutes/minutes.css';

type Mails = RouteOutput<'mailbox'>['mails'];

export class MailboxPage extends LightElement {
  static override properties = { mails: { state: true } };
  declare private mails: Load<Mails>;

  constructor() {
    super();
    this.mails = { state: 'loading' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fetch();
  }

  protected override render(): TemplateResult {
    const words = texts().scheduling.mailbox;
    const { mails } = this;
    if (mails.state === 'loading') return html`<div class="page">${busy(words.loading)}</div>`;
    if (mails.state === 'failed') return failurePage({ code: mails.code, retry: () => void this.#fetch() });
    return html`
      <div class="page stack" data-gap="lg">
        <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
        <p class="notice">${words.about}</p>
        ${
          mails.data.length === 0
            ? html`<p class="empty">${words.empty}</p>`
            : html`<ul class="plain-list stack">
                ${mails.data.map((mail) => this.#mail(mail))}
              </ul>`
        }
      </div>
    `;
  }

  #mail({ id, name, address, subject, body, calendar, at }: Mails[number]): TemplateResult {
    const words = texts().scheduling.mailbox;
    const save = (): void => saveFile({ text: calendar ?? '', type: 'text/calendar', name: 'samrad.ics' });
    return html`<li class="surface stack" data-mail=${id}>
      <h2 class="ds-heading" data-size="xs">${subject}</h2>
      <p class="muted">${words.to(name, address)} · <span class="numbers">${shortDateAndTime(at)}</span></p>
      <p class="record-text">${linked(body)}</p>
      ${
        calendar === null
          ? nothing
          : html`<div class="row">
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                aria-label="${words.calendar}: ${subject}, ${name}"
                @click=${save}
              >
                ${words.calendar}
              </button>
            </div>`
      }
    </li>`;
  }

  async #fetch(): Promise<void> {
    this.mails = { state: 'loading' };
    try {
      this.mails = { state: 'ready', data: (await call('mailbox', {}, {})).mails };
    } catch (error) {
      this.mails = { state: 'failed', code: failureCode(error) };
    }
  }
}

/** The addresses in a mail as links, as a mail reader shows them. */
function linked(body: string): (string | TemplateResult)[] {
  return body
    .split(/(https?:\/\/\S+)/)
    .map((part) => (/^https?:\/\//.test(part) ? html`<a class="ds-link" href=${part}>${part}</a>` : part));
}

customElements.define('samrad-mailbox-page', MailboxPage);
