/** Who somebody is, as small as it gets. */
import { html, type TemplateResult } from 'lit';

/** A person as a small disc with initials; the name is said elsewhere. */
export function badge(name: string, color: number): TemplateResult {
  return html`<span class=${`plan-badge presence-${color}`} aria-hidden="true">${initials(name)}</span>`;
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  const [first = '', last = ''] = [parts.at(0), parts.length > 1 ? parts.at(-1) : ''];
  return first.slice(0, 1) + last.slice(0, 1);
}
