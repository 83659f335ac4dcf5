/** Who sits beside somebody, in words. What is said of a helper always says, too, that nobody has confirmed who it is. */
import type { Helper } from '../../../shared/meetings/helpers.ts';
import type { BesideTexts } from '../../i18n/nb/beside.ts';
import { texts } from '../../i18n/texts.ts';

/** «Nora (hjemmesykepleier)», or two of them. */
export function helperNames(helpers: readonly Helper[], words: BesideTexts = texts().beside): string {
  const names = helpers.map(({ name, relation }) => words.helper(name, relation));
  return names.length === 2 ? words.and(names[0] ?? '', names[1] ?? '') : names.join('');
}

/** «sammen med Nora (hjemmesykepleier)», beside a person of whom it is said already that nobody has confirmed who it is. */
export function besideNames(helpers: readonly Helper[]): string {
  return texts().beside.with(helperNames(helpers));
}

/** «sammen med Nora (hjemmesykepleier), ikke bekreftet identitet»; null for one who is alone. */
export function besideLine(helpers: readonly Helper[]): string | null {
  return helpers.length === 0 ? null : `${besideNames(helpers)}, ${texts().meeting.tile.unconfirmed}`;
}
