/** What is wrong with camera and microphone, in plain words, and what to do. Shown where somebody would look for them. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import type { LocalState } from '../../media/localState.ts';
import { command } from '../command.ts';
import { microphoneWords } from '../deviceWords.ts';

interface Problems {
  readonly from: EventTarget;
  readonly local: LocalState;
  /** In the meeting the notice can be put away; before it, it stays until the device works. */
  readonly dismissable: boolean;
}

/** A notice for each device that could not be used; nothing where all is well. In the meeting the page's own status tells it. */
export function deviceProblems({ from, local, dismissable }: Problems): TemplateResult | typeof nothing {
  const words = texts().meeting.devices;
  const { camera, microphone } = local;
  const cameraProblem = camera.name === 'failed' ? camera.problem : null;
  const said = microphoneWords(local);
  if (cameraProblem === null && said === null) return nothing;
  const microphoneProblem = microphone.name === 'failed' ? microphone.problem : null;
  const hint =
    cameraProblem === null || cameraProblem === microphoneProblem ? null : words.problems.hints[cameraProblem];
  const failed = cameraProblem !== null || microphoneProblem !== null;
  return html`
    <div class="ds-alert" data-color="warning" role=${dismissable ? nothing : 'status'}>
      <div class="stack" data-gap="sm">
        ${said === null ? nothing : html`<p><strong>${said.problem}</strong></p>`}
        ${cameraProblem === null ? nothing : html`<p><strong>${words.problems.camera[cameraProblem]}</strong></p>`}
        ${said === null ? nothing : html`<p>${said.hint}</p>`} ${hint === null ? nothing : html`<p>${hint}</p>`}
        ${dismissable ? nothing : html`<p>${words.problems.anyway}</p>`}
        <div class="row">
          <button type="button" class="ds-button" data-variant="secondary" @click=${retry}>
            ${cameraProblem === null && said ? said.retry : words.retry}
          </button>
          ${
            dismissable && failed
              ? html`<button
                  type="button"
                  class="ds-button"
                  data-variant="tertiary"
                  @click=${() => command(from, { do: 'dismiss' })}
                >
                  ${words.close}
                </button>`
              : nothing
          }
        </div>
      </div>
    </div>
  `;

  function retry(): void {
    if (said !== null) command(from, { do: 'restoreMicrophone' });
    if (cameraProblem !== null) command(from, { do: 'camera', on: true });
  }
}
