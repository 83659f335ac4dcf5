/** Whether a plan is approved, in words; and what is missing where it is not. */
import { gapsOf } from '../../shared/careplan/gaps.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import { shortDateWithYear } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';
import { gapText } from '../plan/contacts/weekPicture.ts';
import { listOf } from '../plan/words.ts';

export type Approval = RouteOutput<'approval'>;

/** How many gaps are said in one sentence. */
const said = 2;

/** «Godkjent: versjon 3, 12. nov. 2026 – 2 endringer siden», or that it is not. */
export function approvalText({ approved }: Approval): string {
  const words = texts().versions.approval;
  if (approved === null) return words.not;
  return `${words.approved(approved.number, shortDateWithYear(approved.at))} – ${words.changes(approved.changes)}`;
}

/** «Kontaktplanen mangler mandag kl. 15:30–22:00.», or '' where it covers every hour or may not be read. */
export function missingText({ gaps }: Approval): string {
  const words = texts().versions.approval;
  const found = gapsOf(gaps);
  const hours = [...found.gaps.map(gapText), ...found.holidayGaps.map((gap) => words.holiday(gapText(gap)))];
  if (hours.length === 0) return '';
  const rest = hours.length - said;
  if (rest <= 0) return words.gaps(listOf(hours));
  return words.gaps(`${hours.slice(0, said).join(', ')} ${words.more(rest)}`);
}
