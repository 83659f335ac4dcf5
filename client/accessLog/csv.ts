/** The log as a spreadsheet: a line for each record, parted by semicolons as Norwegian spreadsheets expect it. */
import type { LogEntry } from '../../shared/protocol/routes/accessLog.ts';
import { texts } from '../i18n/texts.ts';

/** Tells spreadsheets that the text is UTF-8. */
const byteOrderMark = '\uFEFF';

export function csvOf(entries: readonly LogEntry[]): string {
  const { columns } = texts().accessLog;
  return byteOrderMark + [Object.values(columns), ...entries.map(lineOf)].map(joined).join('\r\n') + '\r\n';
}

function lineOf({ at, who, action, sectionId, subject, outcome, purpose, reason }: LogEntry): string[] {
  const { shared, accessLog } = texts();
  const purposes: Readonly<Record<string, string>> = accessLog.purposes;
  return [
    at,
    who?.name ?? accessLog.unknown,
    who?.role ? shared.roles[who.role] : '',
    accessLog.actions[action],
    sectionId === null ? '' : shared.sections[sectionId].heading,
    subject ?? '',
    accessLog.outcomes[outcome],
    purpose === null ? '' : (purposes[purpose] ?? purpose),
    reason ?? '',
  ];
}

function joined(fields: readonly string[]): string {
  return fields.map(quoted).join(';');
}

/** What begins like a formula is text, so that no spreadsheet calculates what somebody is called. */
function quoted(field: string): string {
  const text = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return `"${text.replaceAll('"', '""')}"`;
}
