/** What is in an open section: the component of its own, where it has one, or the general one that draws it from the table. */
import { html, type TemplateResult } from 'lit';
import type { SectionContext } from './context.ts';
import './contacts/contactsSection.ts';
import './general/generalSection.ts';
import './tasks/tasksSection.ts';

export function sectionContent(context: SectionContext): TemplateResult {
  switch (context.session.section.id) {
    case 'contacts':
      return html`<samrad-contacts .context=${context}></samrad-contacts>`;
    case 'tasks':
      return html`<samrad-tasks .context=${context}></samrad-tasks>`;
    default:
      return html`<samrad-general-section .context=${context}></samrad-general-section>`;
  }
}
