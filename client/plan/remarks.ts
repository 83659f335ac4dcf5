/** What has to be said of a section beside its content: edits being merged, edits only in the page, closed and why, words put aside. */
import { html, nothing, type TemplateResult } from 'lit';
import { closeCode } from '../../shared/protocol/sync.ts';
import type { PlanSection, PlanSession } from '../api/plan/planSession.ts';
import type { SaveState } from '../api/plan/saveState.ts';
import type { SectionSession } from '../api/plan/sectionSession.ts';
import { paths } from '../app/router.ts';
import { texts } from '../i18n/texts.ts';
import './asideBox.ts';

interface RemarksProps {
  readonly plan: PlanSession;
  readonly section: PlanSection;
}

export function remarks({ plan, section }: RemarksProps): TemplateResult {
  const { session, aside, id } = section;
  return html`
    ${
      aside === ''
        ? nothing
        : html`<samrad-aside-box
            .text=${aside}
            .reason=${section.access === 'write' && session?.state.kind === 'closed' ? asideReason(session.state) : 'right'}
            @samrad-dismiss=${() => void plan.dismissAside(id)}
          ></samrad-aside-box>`
    }
    ${session ? sessionRemarks(session) : nothing}
  `;
}

/** Whether the words could not be saved for want of the right, or because something is wrong with them or with us. */
function asideReason({ code }: SaveState & { kind: 'closed' }): 'right' | 'fault' {
  return code === closeCode.notAllowed || code === closeCode.unknown ? 'right' : 'fault';
}

function sessionRemarks(session: SectionSession): TemplateResult {
  const { state, merged } = session;
  const words = texts().plan.notes;
  return html`
    ${state.kind === 'offline' && state.unsaved === 'page' ? alert('danger', html`<p>${words.pageOnly}</p>`) : nothing}
    ${state.kind === 'closed' ? closedRemark(state) : nothing}
    ${merged === 'sending' && state.kind === 'saving' ? alert('info', html`<p>${words.merging}</p>`) : nothing}
  `;
}

function closedRemark({ code }: SaveState & { kind: 'closed' }): TemplateResult | typeof nothing {
  const words = texts().plan.notes;
  switch (code) {
    case closeCode.notSignedIn:
    case closeCode.outdatedPage:
      // Said once for the whole plan.
      return nothing;
    case closeCode.notAllowed:
    case closeCode.unknown:
      return alert('warning', html`<p>${words.notAllowed}</p>`);
    default:
      return alert(
        'danger',
        html`<p>${words.fault}</p>
          ${reloadButton()}`,
      );
  }
}

/** What closes the whole plan: signed out, or a page that is too old. Says where unsaved words are. */
export function planRemark(sections: readonly PlanSection[]): TemplateResult | typeof nothing {
  const words = texts().plan.notes;
  const closed = sections.flatMap(({ session }) => (session?.state.kind === 'closed' ? [session.state] : []));
  const unsaved = new Set(closed.map((state) => state.unsaved));
  if (closed.some(({ code }) => code === closeCode.notSignedIn))
    return alert(
      'warning',
      html`<p>${words.notSignedIn} ${unsaved.has('device') ? words.waitingHere : nothing}</p>
        <a class="ds-link" href=${paths.signIn}>${words.signIn}</a>`,
    );
  if (closed.some(({ code }) => code === closeCode.outdatedPage))
    return alert(
      'warning',
      html`<p>${words.outdated}</p>
        ${reloadButton()}`,
    );
  return nothing;
}

function reloadButton(): TemplateResult {
  return html`<button
    type="button"
    class="ds-button"
    data-variant="secondary"
    data-size="sm"
    @click=${() => location.reload()}
  >
    ${texts().plan.notes.reload}
  </button>`;
}

function alert(color: string, content: TemplateResult): TemplateResult {
  return html`<div class="ds-alert plan-remark" data-color=${color} role="status">${content}</div>`;
}
