/**
 * `<samrad-templates>`: the templates that the plan follows: what each asks for and what of it stands in the plan, its
 * talks, and the way to begin another. Shows nothing to those who may not know.
 *
 * Properties: `plan` (PlanSession)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sections, type SectionId } from '../../../shared/careplan/sections.ts';
import { templateIds, templates, type TemplateId } from '../../../shared/careplan/templates.ts';
import type { TemplateUse } from '../../../shared/careplan/templateUse.ts';
import { sectionView, textOf, type SectionView } from '../../../shared/careplan/view.ts';
import { osloDate } from '../../../shared/domain/calendar/oslo.ts';
import { mayDeclineTemplate } from '../../../shared/domain/policy.ts';
import type { RouteBody } from '../../../shared/protocol/rest.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import { call } from '../../api/rest.ts';
import { dateWithYear, day } from '../../app/dates.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { Follow } from '../follow.ts';
import type { DeclineEvent } from './declineForm.ts';
import { headingList } from './headingList.ts';
import { talkList, type TalkDeeds } from './talkList.ts';
import { TemplatesLife } from './templatesLife.ts';
import './declineForm.ts';
import './templates.css';

export class TemplatesPanel extends LightElement {
  static override properties = { plan: { attribute: false }, failed: { state: true } };
  declare plan: PlanSession;
  declare private failed: boolean;
  readonly #life = new TemplatesLife(this, () => this.plan);

  constructor() {
    super();
    this.failed = false;
    new Follow(this, () => this.plan.sections.flatMap(({ session }) => (session ? [session.content] : [])));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { known } = this.#life;
    if (known === null || (known.uses.length === 0 && !known.mayChange)) return nothing;
    const words = texts().tasks.templates;
    const active = known.uses.filter(({ state }) => state === 'active');
    return html`<section class="surface plan-panel" aria-labelledby="plan-templates">
      <details class="plan-panel-fold">
        <summary>
          <h2 class="ds-heading" data-size="xs" id="plan-templates">${words.heading}</h2>
          <span class="muted">${active.map(({ template }) => words.names[template]).join(' · ')}</span>
        </summary>
        <div class="plan-panel-body stack">
          <p class="muted">${words.lead}</p>
          ${this.failed ? html`<p class="task-failed" role="alert">${words.failed}</p>` : nothing}
          ${repeat(
            known.uses,
            ({ template }) => template,
            (use) => this.#use(use, known.mayChange),
          )}
          ${known.mayChange ? this.#beginnings(known.uses) : nothing}
        </div>
      </details>
    </section>`;
  }

  #use(use: TemplateUse, mayChange: boolean): TemplateResult {
    const words = texts().tasks.templates;
    const { template, state } = use;
    return html`<article class="template" data-template=${template} data-state=${state}>
      <h3 class="template-name">${words.names[template]}</h3>
      <p class="muted">${decidedText(use)}</p>
      ${
        state === 'active'
          ? html`${headingList(template, (section) => this.#viewOf(section))}
            ${talkList({
              use,
              diagnosedOn: this.#diagnosedOn(),
              today: osloDate(new Date()),
              deeds: mayChange ? this.#deeds(template) : null,
            })}`
          : nothing
      }
      ${this.#choices(use, mayChange)}
    </article>`;
  }

  #choices({ template, state }: TemplateUse, mayChange: boolean): TemplateResult {
    const words = texts().tasks.templates;
    const { me } = this.plan.plan;
    const button = (text: string, label: string, next: 'active' | 'ended'): TemplateResult =>
      html`<button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        aria-label=${label}
        @click=${() => void this.#set(template, { state: next })}
      >
        ${text}
      </button>`;
    return html`<div class="row no-print">
      ${
        state === 'active' && mayDeclineTemplate(me, template)
          ? html`<samrad-decline-form
              ?own=${me.role === 'patient'}
              @samrad-decline=${({ detail }: DeclineEvent) =>
                void this.#set(template, { state: 'declined', askAgainOn: detail })}
            ></samrad-decline-form>`
          : nothing
      }
      ${mayChange && state === 'active' ? button(words.end, words.endOf(words.names[template]), 'ended') : nothing}
      ${
        mayChange && state !== 'active'
          ? button(words.askedAgain, `${words.askedAgain}: ${words.names[template]}`, 'active')
          : nothing
      }
    </div>`;
  }

  #beginnings(uses: readonly TemplateUse[]): TemplateResult | typeof nothing {
    const unused = templateIds.filter((id) => !uses.some(({ template }) => template === id));
    if (unused.length === 0) return nothing;
    const words = texts().tasks.templates;
    return html`<div class="row no-print" data-phone="fill">
      ${unused.map(
        (template) =>
          html`<button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-begin=${template}
            @click=${() => void this.#set(template, { state: 'active' })}
          >
            ${words.begin(words.names[template])}
          </button>`,
      )}
    </div>`;
  }

  #deeds(template: TemplateId): TalkDeeds {
    const planId = this.plan.plan.id;
    return {
      hold: (talk, heldOn) => void this.#attempt(() => call('setTalk', { planId, template, talk }, { heldOn })),
      tick: (talk, topic, ticked) =>
        void this.#attempt(() => call('tickTopic', { planId, template, talk, topic }, { ticked })),
    };
  }

  async #set(template: TemplateId, body: RouteBody<'setTemplate'>): Promise<void> {
    await this.#attempt(() => call('setTemplate', { planId: this.plan.plan.id, template }, body));
    await this.updateComplete;
    // The button that was pressed has gone.
    if (!this.contains(document.activeElement)) this.querySelector<HTMLElement>('summary')?.focus();
  }

  async #attempt(act: () => Promise<{ uses: readonly TemplateUse[] }>): Promise<void> {
    try {
      this.#life.take((await act()).uses);
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.requestUpdate();
  }

  #viewOf(sectionId: SectionId): SectionView | null {
    const session = this.plan.sections.find(({ id }) => id === sectionId)?.session;
    return session?.loaded ? sectionView(session.doc, sections[sectionId]) : null;
  }

  #diagnosedOn(): string | null {
    const disease = this.#viewOf('disease');
    return disease && textOf(disease.record, 'diagnosed-on');
  }
}

function decidedText({ template, state, decided, askAgainOn }: TemplateUse): string {
  const words = texts().tasks.templates;
  const when = day(decided.at);
  if (state === 'active') return words.used(decided.name, when);
  if (state === 'ended' || !templates[template].mayDecline) return words.ended(decided.name, when);
  return [
    words.declined(decided.name, when),
    ...(askAgainOn === '' ? [] : [words.askAgain(dateWithYear(askAgainOn))]),
  ].join(' ');
}

customElements.define('samrad-templates', TemplatesPanel);
