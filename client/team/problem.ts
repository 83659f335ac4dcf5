/** What the server found wrong with a change of the team, in words. */
import { membershipProblems } from '../../shared/domain/membership.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import { failureCode } from '../app/load.ts';
import { texts } from '../i18n/texts.ts';

export function problemText(error: unknown): string {
  const details = error instanceof SamradError ? (error.details ?? []) : [];
  const known = membershipProblems.find((problem) => details.includes(problem));
  return known ? texts().team.problems[known] : texts().shared.errors[failureCode(error)];
}
