/** Draws the dialog for the present step of a ConveneFlow; closed where there is none. */
import { html, nothing, type TemplateResult } from 'lit';
import { navigate, paths } from '../app/router.ts';
import { busy } from '../components/busy.ts';
import '../components/dialog.ts';
import { failureAlert } from '../components/failure.ts';
import { invitationList } from '../components/invitations.ts';
import { mailInvitations } from '../components/mailInvitations.ts';
import type { NewMeeting } from '../components/newMeetingDraft.ts';
import '../components/newMeetingForm.ts';
import { texts } from '../i18n/texts.ts';
import type { FlowState, ConveneFlow } from './conveneFlow.ts';

type Step<Name extends FlowState['state']> = Extract<FlowState, { state: Name }>;

export function conveneDialog(flow: ConveneFlow): TemplateResult {
  const step = flow.flow;
  return html`
    <samrad-dialog
      .open=${step.state !== 'closed'}
      .heading=${heading(step)}
      .content=${content(flow, step)}
      @samrad-close=${() => flow.close()}
    ></samrad-dialog>
  `;
}

function heading(step: FlowState): string {
  const words = texts().app;
  if (step.state === 'links') return words.links.heading;
  if (step.state === 'ask-cancel') return texts().scheduling.cancel.heading;
  if ((step.state === 'form' || step.state === 'creating') && step.meeting !== null)
    return texts().scheduling.edit.heading;
  return step.state === 'ask-links' || step.state === 'making-links'
    ? words.links.askHeading
    : words.newMeeting.heading;
}

function content(flow: ConveneFlow, step: FlowState): TemplateResult {
  const words = texts().app;
  switch (step.state) {
    case 'closed':
      return html``;
    case 'fetching-team':
      return busy(words.newMeeting.fetchingTeam);
    case 'no-team':
      return noTeam(flow, step);
    case 'form':
    case 'creating':
      return form(flow, step);
    case 'ask-cancel':
      return cancelQuestion(flow, step);
    case 'making-links':
      return busy(words.links.making);
    case 'ask-links':
      return linksQuestion(flow, step);
    case 'links':
      return links(flow, step);
  }
}

function noTeam(flow: ConveneFlow, step: Step<'no-team'>): TemplateResult {
  return html`
    <div class="stack">
      ${failureAlert(step.failure)}
      <button type="button" class="ds-button" @click=${() => void flow.startFor(step.planId)}>
        ${texts().app.failure.retry}
      </button>
    </div>
  `;
}

function form(flow: ConveneFlow, step: Step<'form' | 'creating'>): TemplateResult {
  return html`
    <div class="stack">
      ${step.state === 'form' && step.failure ? failureAlert(step.failure) : nothing}
      <samrad-new-meeting-form
        .team=${step.plan.team}
        .meId=${step.meeting?.convener.personId ?? step.plan.me.personId}
        .meeting=${step.meeting}
        .creating=${step.state === 'creating' ? 'busy' : 'idle'}
        @samrad-create-meeting=${(event: CustomEvent<NewMeeting>) => void flow.create(step.plan, event.detail)}
        @samrad-cancel=${() => flow.close()}
      ></samrad-new-meeting-form>
    </div>
  `;
}

function linksQuestion(flow: ConveneFlow, step: Step<'ask-links'>): TemplateResult {
  const words = texts().app;
  return html`
    <div class="stack">
      ${step.failure ? failureAlert(step.failure) : nothing}
      <p>${words.links.ask}</p>
      <div class="row" data-phone="fill">
        <button type="button" class="ds-button" @click=${() => void flow.makeLinks(step.meeting)}>
          ${words.links.make}
        </button>
        <button type="button" class="ds-button" data-variant="tertiary" @click=${() => flow.close()}>
          ${words.newMeeting.cancel}
        </button>
      </div>
    </div>
  `;
}

function cancelQuestion(flow: ConveneFlow, step: Step<'ask-cancel'>): TemplateResult {
  const words = texts().scheduling.cancel;
  const cancel = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const following = form instanceof HTMLFormElement && new FormData(form).get('following') === 'on';
    void flow.cancel(step.meeting, following);
  };
  return html`
    <form class="stack" @submit=${cancel}>
      ${step.failure ? failureAlert(step.failure) : nothing}
      <p>${words.text}</p>
      ${
        step.meeting.seriesId === null
          ? nothing
          : html`<div class="ds-field">
              <input class="ds-input" type="checkbox" id="cancel-following" name="following" />
              <label class="ds-label" for="cancel-following">${words.following}</label>
            </div>`
      }
      <div class="row" data-phone="fill">
        <button type="submit" class="ds-button" data-color="danger">${words.yes}</button>
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => flow.close()}>
          ${words.no}
        </button>
      </div>
    </form>
  `;
}

/** What to think of with links that hold the secret of end-to-end encryption, or lack it. */
function secretNote(flow: ConveneFlow, { secret }: Step<'links'>): TemplateResult | typeof nothing {
  const words = texts().endToEnd;
  if (secret === 'none') return nothing;
  if (secret === 'linked') return html`<div class="notice" data-tone="warm"><p>${words.linksAbout}</p></div>`;
  return html`
    <div class="ds-alert" data-color="warning">
      <div class="stack" data-gap="sm">
        <p>${words.lost}</p>
        <p>${words.madeHint}</p>
        <div class="row">
          <button type="button" class="ds-button" data-variant="secondary" @click=${() => flow.renewSecret()}>
            ${words.make}
          </button>
        </div>
      </div>
    </div>
  `;
}

function links(flow: ConveneFlow, step: Step<'links'>): TemplateResult {
  const words = texts().app;
  return html`
    <div class="stack">
      ${step.failure ? failureAlert(step.failure) : nothing}
      <p role="status">${step.revoked === null ? nothing : words.links.revoked(step.revoked)}</p>
      ${secretNote(flow, step)}
      ${mailInvitations({ invitations: step.invitations, mailed: step.mailed, send: (emails) => void flow.send(emails) })}
      ${invitationList({
        invitations: step.invitations,
        withKey: step.secret === 'linked',
        revoke: (invitation) => void flow.revoke(invitation),
      })}
      <div class="row" data-phone="fill">
        <button type="button" class="ds-button" @click=${() => navigate(paths.meeting(step.meeting.id))}>
          ${words.links.toMeeting}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => flow.close()}>
          ${words.links.done}
        </button>
      </div>
    </div>
  `;
}
