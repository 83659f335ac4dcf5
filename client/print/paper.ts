/** The plan as it stands on paper: whose it is, what it is not, the contact plan, then the chosen sections. */
import { html, nothing, type TemplateResult } from 'lit';
import { isEmptyContent, type SectionContent } from '../../shared/careplan/content.ts';
import { coverageOf } from '../../shared/careplan/coverage.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { shortDateAndTime } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';
import { contactName, contactOf, hoursText, type Contact } from '../plan/contacts/contactRow.ts';
import { gapList } from '../plan/contacts/weekPicture.ts';
import { contentView } from '../plan/content/contentView.ts';
import { choiceText } from '../plan/words.ts';
import { approvalText, type Approval } from '../versions/approvalText.ts';

/** All that may be printed: the plan's content at a time, as ISO 8601, and whether it is approved. */
export interface Printable {
  readonly plan: PlanInfo;
  readonly at: string;
  readonly sections: readonly SectionContent[];
  readonly approval: Approval;
}

/** The sections that can be chosen: those in which something stands, but for the contact plan, which is always there. */
export function choosable({ sections }: Printable): SectionContent[] {
  return sections.filter((content) => content.section !== 'contacts' && !isEmptyContent(content));
}

/** `large`: in large type. */
export function paper(
  printable: Printable,
  { chosen, large }: { chosen: ReadonlySet<SectionId>; large: boolean },
): TemplateResult {
  const words = texts().print;
  const { plan, at, approval } = printable;
  return html`
    <article class="paper" data-type=${large ? 'large' : 'usual'} aria-label=${words.paper}>
      <header class="paper-head">
        <p>${words.planFor}</p>
        <p class="paper-name">${plan.patientName}</p>
        <p>${words.printed(shortDateAndTime(at))}. ${approvalText(approval)}.</p>
        <p class="paper-banner">${words.banner} <strong>${words.emergency}</strong></p>
      </header>
      ${contactPlan(printable)}
      ${choosable(printable)
        .filter(({ section }) => chosen.has(section))
        .map(
          (content) =>
            html`<section class="paper-section" data-section=${content.section}>
              <h2>${texts().shared.sections[content.section].heading}</h2>
              ${contentView(content, plan)}
            </section>`,
        )}
    </article>
  `;
}

function contactPlan({ sections }: Printable): TemplateResult {
  const words = texts().print;
  const content = sections.find(({ section }) => section === 'contacts');
  const contacts = (content?.lists['rows'] ?? []).map(contactOf);
  return html`<section class="paper-section paper-contacts" data-section="contacts">
    <h2>${texts().shared.sections.contacts.heading}</h2>
    ${content ? contactList(contacts) : html`<p>${words.noContacts}</p>`}
  </section>`;
}

function contactList(contacts: readonly Contact[]): TemplateResult {
  const words = texts().print;
  if (contacts.length === 0) return html`<p>${words.emptyContacts}</p>`;
  const { gaps, holidayGaps } = coverageOf(contacts);
  return html`<ul class="plain-list paper-contact-list">
      ${contacts.map(contactItem)}
    </ul>
    ${gapList(words.gaps, gaps)} ${gapList(words.holidayGaps, holidayGaps)}`;
}

function contactItem(contact: Contact): TemplateResult {
  const { phone, kind, about } = contact;
  return html`<li class="paper-contact">
    <div>
      <p class="paper-contact-name">${contactName(contact)}</p>
      ${kind === '' ? nothing : html`<p>${choiceText('contacts', 'kind', kind)}</p>`}
      ${about === '' ? nothing : html`<p>${about}</p>`}
    </div>
    <p class="paper-contact-phone numbers">${phone === '' ? texts().plan.contacts.noPhone : phone}</p>
    <p>${hoursText(contact)}</p>
  </li>`;
}
