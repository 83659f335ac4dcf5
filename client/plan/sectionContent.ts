/** What is in an open section: the component of its own, where it has one, or the general one that draws it from the table. */
import { html, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import type { SectionContext } from './context.ts';
import { otherSection } from './decisions/otherSection.ts';
import './contacts/contactsSection.ts';
import './decisions/decisionsSection.ts';
import './general/generalSection.ts';
import './medicines/medicinesSection.ts';
import './standby/standbySection.ts';
import './symptoms/symptomsSection.ts';
import './tasks/tasksSection.ts';
import './zones/zonesSection.ts';

export function sectionContent(context: SectionContext): TemplateResult {
  switch (context.session.section.id) {
    case 'contacts':
      return html`<samrad-contacts .context=${context}></samrad-contacts>`;
    case 'decisions':
      return html`<samrad-decisions .context=${context}></samrad-decisions>`;
    case 'medicines':
      return html`<samrad-medicines .context=${context}></samrad-medicines>`;
    case 'standby-medicines':
      return html`<samrad-standby .context=${context}></samrad-standby>`;
    case 'symptoms':
      return html`<samrad-symptoms .context=${context}></samrad-symptoms>`;
    case 'zones':
      return html`<samrad-zones .context=${context}></samrad-zones>`;
    case 'tasks':
      return html`<samrad-tasks .context=${context}></samrad-tasks>`;
    case 'wishes':
      return html`${otherSection(context, { to: 'decisions', words: texts().forms.decisions.notADecision })}
        <samrad-general-section .context=${context}></samrad-general-section>`;
    default:
      return html`<samrad-general-section .context=${context}></samrad-general-section>`;
  }
}
