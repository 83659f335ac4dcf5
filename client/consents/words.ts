/** Names of sections as they stand in sentences about them. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import { language, texts } from '../i18n/texts.ts';

export function headingOf(id: SectionId): string {
  return texts().shared.sections[id].heading;
}

/** «Sykdom og status, Kontaktplan og Oppgaver» */
export function headingsOf(ids: readonly SectionId[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(ids.map(headingOf));
}
