/**
 * `<samrad-thread>`: one thread: what was said, by whom, an answer, and the way to fold it away.
 *
 * Properties: `talk` (PlanTalk) · `thread` (Thread) · `about` (the row it is about, in words, or '')
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Comment, Thread } from '../../../shared/protocol/routes/comments.ts';
import type { PlanTalk } from '../../api/plan/planTalk.ts';
import { moment } from '../../app/dates.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { SayEvent } from '../context.ts';
import { composer } from './composer.ts';

type Sending = 'idle' | 'sending' | 'failed';

export class ThreadView extends LightElement {
  static override properties = {
    talk: { attribute: false },
    thread: { attribute: false },
    about: {},
    sending: { state: true },
    draft: { state: true },
    answering: { state: true },
  };
  declare talk: PlanTalk;
  declare thread: Thread;
  declare about: string;
  declare private sending: Sending;
  declare private draft: string;
  declare private answering: boolean;

  constructor() {
    super();
    this.about = '';
    this.sending = 'idle';
    this.draft = '';
    this.answering = false;
  }

  protected override render(): TemplateResult {
    const { thread, about } = this;
    const words = texts().comments;
    return html`
      ${thread.kind === 'question' ? html`<span class="ds-tag" data-color="info">${words.question}</span>` : nothing}
      ${about === '' ? nothing : html`<p class="thread-about">${words.about(about)}</p>`}
      <ol class="plain-list thread-comments">
        ${thread.comments.map((comment) => this.#comment(comment))}
      </ol>
      ${thread.resolved ? html`<p class="muted">${this.#resolvedText(thread.resolved)}</p>` : nothing}
      ${this.sending === 'failed' ? html`<p class="thread-failed" role="alert">${words.failed}</p>` : nothing}
      ${this.answering ? this.#composer() : this.#actions()}
    `;
  }

  #comment({ author, at, text }: Comment): TemplateResult {
    return html`<li class="comment">
      <p class="comment-head">
        <strong>${author.name}</strong>
        <span class="muted">${texts().shared.roles[author.role]}, ${moment(Date.parse(at), Date.now())}</span>
      </p>
      <p class="comment-text">${text}</p>
    </li>`;
  }

  #resolvedText({ by, at }: NonNullable<Thread['resolved']>): string {
    return texts().comments.resolvedBy(by.name, moment(Date.parse(at), Date.now()));
  }

  #actions(): TemplateResult {
    const words = texts().comments;
    const { resolved, mayResolve } = this.thread;
    return html`<div class="thread-actions no-print">
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${() => void this.#open()}>
        ${words.answer}
      </button>
      ${
        mayResolve
          ? html`<button
              type="button"
              class="ds-button"
              data-variant="tertiary"
              data-size="sm"
              @click=${() => void this.#send(() => this.talk.resolve(this.thread.id, !resolved))}
            >
              ${resolved ? words.reopen : words.resolve}
            </button>`
          : nothing
      }
    </div>`;
  }

  #composer(): TemplateResult {
    return composer({
      id: `answer-${this.thread.id}`,
      label: texts().comments.answerLabel,
      send: texts().comments.send,
      draft: this.draft,
      busy: this.sending === 'sending',
      typed: (text) => (this.draft = text),
      submit: () => void this.#answer(),
      cancel: () => (this.answering = false),
    });
  }

  async #open(): Promise<void> {
    this.answering = true;
    await this.updateComplete;
    this.querySelector('textarea')?.focus();
  }

  async #answer(): Promise<void> {
    if (this.draft.trim() === '') return;
    await this.#send(() => this.talk.answer(this.thread.id, this.draft));
    if (this.sending === 'failed') return;
    this.draft = '';
    this.answering = false;
    this.dispatchEvent(new SayEvent(texts().comments.sent));
  }

  async #send(send: () => Promise<void>): Promise<void> {
    if (this.sending === 'sending') return;
    this.sending = 'sending';
    this.sending = await send().then(
      () => 'idle' as const,
      () => 'failed' as const,
    );
  }
}

customElements.define('samrad-thread', ThreadView);
