/** What went wrong with a passkey, in words. */
import { failureCode } from '../app/load.ts';
import { texts } from '../i18n/texts.ts';
import { NoPasskey } from './ceremony.ts';

export function passkeyProblem(error: unknown): string {
  const words = texts().passkeys;
  if (error instanceof NoPasskey) return words.none;
  const code = failureCode(error);
  return code === 'not-found' ? words.unknown : texts().shared.errors[code];
}
