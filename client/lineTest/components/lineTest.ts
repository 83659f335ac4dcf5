/**
 * `<samrad-line-test>`: the test before the meeting: the button, each step with its state in picture and word, what to do about faults,
 * and the result to copy.
 *
 * Properties: `view` (what there is to draw)
 * Events: `samrad-line-test` (begin, playAgain, heard, notHeard)
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import '../../components/copyButton.ts';
import { texts } from '../../i18n/texts.ts';
import { icon, type IconName } from '../../meeting/components/icons.ts';
import { LineTestEvent, type LineTestCommand } from '../command.ts';
import { facts } from '../facts.ts';
import type { LineTestView } from '../lineTestRun.ts';
import { stepNames, type StepName } from '../measured.ts';
import { supportText } from '../support.ts';
import { verdict, worstOf, type Finding } from '../verdict.ts';
import './lineTest.css';

type Shown = Finding['grade'] | 'waiting' | 'running';

const pictures: Readonly<Record<Exclude<Shown, 'running'>, IconName>> = {
  good: 'check',
  skipped: 'skipped',
  waiting: 'waiting',
  weak: 'warning',
  fault: 'fault',
};

export class LineTestElement extends LightElement {
  static override properties = { view: { attribute: false } };
  declare view: LineTestView;

  #state: LineTestView['state'] = 'idle';
  #step: StepName | null = null;

  /** The button that was pressed is gone when the list stands in its place, and the answers' when they are answered. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { state, step } = this.view;
    const moved = state !== this.#state || step !== this.#step;
    [this.#state, this.#step] = [state, step];
    this.dataset['state'] = state;
    if (!moved || !this.#holdsFocus() || state === 'idle') return;
    const target = step === 'speaker' ? this.querySelector<HTMLElement>('.line-test-answers button') : null;
    (target ?? this.querySelector<HTMLElement>('.line-test-title'))?.focus({ preventScroll: target === null });
  }

  protected override render(): TemplateResult {
    const words = texts().lineTest;
    const { state } = this.view;
    return html`
      <p class="ds-sr-only" role="status">${this.#said()}</p>
      ${
        state === 'idle'
          ? html`<div class="row line-test-begin" data-phone="fill">
              <button type="button" class="ds-button" data-variant="secondary" @click=${this.#asks('begin')}>
                ${icon('signal')}${words.begin}
              </button>
              <span class="muted">${words.beginHint}</span>
            </div>`
          : html`<div class="stack">
              ${this.#title()}
              <ol class="plain-list line-test-steps" aria-label=${words.list}>
                ${stepNames.map((step) => this.#row(step))}
              </ol>
              ${state === 'done' ? this.#end() : nothing}
            </div>`
      }
    `;
  }

  #title(): TemplateResult {
    const words = texts().lineTest;
    const { state, measured } = this.view;
    if (state === 'running')
      return html`<p class="line-test-title" tabindex="-1"><strong>${words.running}</strong></p>`;
    const grade = worstOf(verdict(measured));
    return html`<p class="line-test-title line-test-summary" data-grade=${grade} tabindex="-1">
      ${icon(pictures[grade])}<strong>${words.summary[grade]}</strong>
    </p>`;
  }

  #row(step: StepName): TemplateResult {
    const words = texts().lineTest;
    const finding = verdict(this.view.measured).find((found) => found.step === step);
    const shown = this.#shown(step, finding);
    const told = facts(step, this.view.measured);
    return html`
      <li class="line-test-step" data-step=${step} data-grade=${shown}>
        <span class="line-test-picture" aria-hidden="true">
          ${shown === 'running' ? html`<span class="line-test-turning"></span>` : icon(pictures[shown])}
        </span>
        <div class="line-test-words">
          <p class="line-test-name">
            <span>${words.steps[step]}</span> <span class="line-test-state">${words.states[shown]}</span>
          </p>
          ${told === '' ? nothing : html`<p class="muted line-test-facts">${told}</p>`}
          ${finding?.advice.map((key) => html`<p class="line-test-advice">${words.advice[key]}</p>`)}
          ${shown === 'running' ? this.#doing(step) : nothing}
        </div>
      </li>
    `;
  }

  #doing(step: StepName): TemplateResult | typeof nothing {
    const words = texts().lineTest;
    const said = doing(step);
    return html`
      ${said === '' ? nothing : html`<p class="line-test-doing">${said}</p>`}
      ${
        step === 'speaker'
          ? html`<div class="row line-test-answers" data-phone="fill">
              <button type="button" class="ds-button" @click=${this.#asks('heard')}>${words.heard}</button>
              <button type="button" class="ds-button" data-variant="secondary" @click=${this.#asks('notHeard')}>
                ${words.notHeard}
              </button>
              <button type="button" class="ds-button" data-variant="tertiary" @click=${this.#asks('playAgain')}>
                ${icon('sound')}${words.playAgain}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  #end(): TemplateResult {
    const { lineTest: words } = texts();
    const text = supportText(this.view);
    return html`
      <div class="row" data-phone="fill">
        <button type="button" class="ds-button" data-variant="secondary" @click=${this.#asks('begin')}>
          ${words.again}
        </button>
      </div>
      <div class="stack line-test-support" data-gap="sm">
        <p><strong>${words.support.heading}</strong> ${words.support.lead}</p>
        <samrad-copy-button .text=${text} .name=${words.support.name}></samrad-copy-button>
        <details>
          <summary>${words.support.show}</summary>
          <pre tabindex="0" role="region" aria-label=${words.support.label}>${text}</pre>
        </details>
      </div>
    `;
  }

  #shown(step: StepName, finding: Finding | undefined): Shown {
    if (finding) return finding.grade;
    // Both ways are tried at once.
    const both = this.view.step === 'udp' && step === 'tcp';
    return this.view.step === step || both ? 'running' : 'waiting';
  }

  /** What is told aloud: what was found last, and what is tried now. */
  #said(): string {
    const { lineTest: words } = texts();
    const { state, step, measured } = this.view;
    const findings = verdict(measured);
    if (state === 'idle') return '';
    if (state === 'done') return words.summary[worstOf(findings)];
    const last = findings.at(-1);
    const found = last
      ? [`${words.steps[last.step]}: ${words.states[last.grade]}.`, ...last.advice.map((key) => words.advice[key])]
      : [];
    const now = step === null ? [] : [`${words.steps[step]}: ${words.states.running}.`, doing(step)];
    return [...found, ...now].join(' ');
  }

  #asks(command: LineTestCommand): () => void {
    return () => this.dispatchEvent(new LineTestEvent(command));
  }

  #holdsFocus(): boolean {
    const focused = document.activeElement;
    return focused === null || focused === document.body || this.contains(focused);
  }
}

/** What the person is to do or to know while a step is tried. */
function doing(step: StepName): string {
  const words: Partial<Record<StepName, string>> = texts().lineTest.doing;
  return words[step] ?? '';
}

customElements.define('samrad-line-test', LineTestElement);
