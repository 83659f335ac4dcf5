/** The clocks of one who is seriously ill and was sent home (rule R8), as a small card: what must come, and whether it has. */
import { html, nothing, type TemplateResult } from 'lit';
import { clocksOf, type Clock, type Transition } from '../../../shared/careplan/transition.ts';
import { day, dayAndTime } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';

/** `mayRecord`: what is drawn where the call has not been written down and this person may. */
export function clockCard(
  transition: Transition,
  now: Date,
  mayRecord: TemplateResult | null,
): TemplateResult | typeof nothing {
  const clocks = clocksOf(transition, now);
  if (clocks.length === 0) return nothing;
  const words = texts().tasks.transitions;
  const { call } = transition;
  return html`<div class="clock-card" data-late=${clocks.some(({ state }) => state === 'late') ? 'yes' : 'no'}>
    <h4 class="clock-heading">${words.clocks.heading}</h4>
    <ul class="plain-list clock-list">
      ${clocks.map((clock) => clockLine(clock))}
    </ul>
    ${call ? html`<p class="muted">${words.call.made(call.who, dayAndTime(call.at), call.recorded.name)}</p>` : mayRecord}
  </div>`;
}

const tones = { running: 'busy', late: 'danger', done: 'ok' } as const;

function clockLine(clock: Clock): TemplateResult {
  const words = texts().tasks.transitions.clocks;
  const due = day(`${clock.due}T12:00:00`);
  const state = clock.state === 'done' ? words.done(dayAndTime(clock.doneAt)) : words[clock.state](due);
  return html`<li data-clock=${clock.id} data-state=${clock.state}>
    <strong>${words.names[clock.id]}</strong> <span class="status-dot" data-status=${tones[clock.state]}>${state}</span>
  </li>`;
}
