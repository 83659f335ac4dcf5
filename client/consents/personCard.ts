/** One person for whom the patient decides: what they see anyway, what is open for them and for how long. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentInfo } from '../../shared/protocol/routes/consents.ts';
import { person, roleAndPlace } from '../components/person.ts';
import { texts } from '../i18n/texts.ts';
import { periodText } from './period.ts';
import { sectionsWith, type PersonPicture } from './picture.ts';
import { headingOf, headingsOf } from './words.ts';

interface CardProps {
  readonly picture: PersonPicture;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Null for one who may only look. */
  readonly change: {
    readonly open: () => void;
    readonly close: (consents: readonly ConsentInfo[]) => void;
  } | null;
}

export function personCard({ picture, now, change }: CardProps): TemplateResult {
  const words = texts().consents;
  const { member, coming } = picture;
  const always = sectionsWith(picture, 'read', 'write');
  return html`
    <li class="surface consent-card">
      <h3 class="consent-card-person">${person(member)}</h3>
      ${always.length === 0 ? nothing : html`<p class="muted">${words.always(headingsOf(always))}</p>`}
      ${
        coming.length === 0
          ? html`<p class="muted">${words.nothingOpen}</p>`
          : html`<ul class="plain-list consent-list">
              ${coming.map((consent) => line(consent, now, change))}
            </ul>`
      }
      ${change ? buttons(member.name, coming, change) : nothing}
    </li>
  `;
}

/** One person for whom a single section is the patient's to decide. */
export function personLine({ picture, now, change }: CardProps & { change: NonNullable<CardProps['change']> }) {
  const words = texts().consents;
  const { member, coming, openable } = picture;
  const period = coming[0] ? periodText(coming[0], now) : words.table.closed;
  const name = headingsOf(openable);
  return html`<li class="consent-line">
    <span class="consent-line-text">
      <span
        ><span class="consent-section">${member.name}</span> <span class="muted">${roleAndPlace(member)}</span></span
      >
      <span>${name}: <span class="muted">${period}</span></span>
    </span>
    ${
      coming.length === 0
        ? html`<button
            type="button"
            class="ds-button"
            data-variant="secondary"
            aria-label=${words.openSectionFor(name, member.name)}
            @click=${change.open}
          >
            ${words.open}
          </button>`
        : html`<button
            type="button"
            class="ds-button"
            data-variant="tertiary"
            aria-label=${words.closeSectionFor(name, member.name)}
            @click=${() => change.close(coming)}
          >
            ${words.close}
          </button>`
    }
  </li>`;
}

/** What is open for the person who looks. */
export function ownList(coming: readonly ConsentInfo[], now: string): TemplateResult {
  if (coming.length === 0) return html`<p class="empty">${texts().consents.nothingForMe}</p>`;
  return html`<ul class="plain-list consent-list surface">
    ${coming.map((consent) => line(consent, now, null))}
  </ul>`;
}

function line(consent: ConsentInfo, now: string, change: CardProps['change']): TemplateResult {
  const words = texts().consents;
  const heading = headingOf(consent.sectionId);
  return html`<li class="consent-line">
    <span class="consent-line-text">
      <span class="consent-section">${heading}</span>
      <span class="muted">${periodText(consent, now)}</span>
    </span>
    ${
      change
        ? html`<button
            type="button"
            class="ds-button"
            data-variant="tertiary"
            aria-label=${words.closeSectionFor(heading, consent.person.name)}
            @click=${() => change.close([consent])}
          >
            ${words.close}
          </button>`
        : nothing
    }
  </li>`;
}

function buttons(
  name: string,
  coming: readonly ConsentInfo[],
  change: NonNullable<CardProps['change']>,
): TemplateResult {
  const words = texts().consents;
  return html`<div class="row consent-card-buttons" data-phone="fill">
    <button type="button" class="ds-button" @click=${change.open}>${words.openFor(name)}</button>
    ${
      coming.length > 1
        ? html`<button
            type="button"
            class="ds-button"
            data-variant="secondary"
            aria-label=${words.closeAllFor(name)}
            @click=${() => change.close(coming)}
          >
            ${words.closeAll}
          </button>`
        : nothing
    }
  </div>`;
}
