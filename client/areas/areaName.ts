/** The name of an area in words. */
import type { AreaName } from '../../shared/protocol/routes/administration.ts';
import { texts } from '../i18n/texts.ts';

export function areaName({ municipality, district }: AreaName): string {
  const words = texts().areas;
  return district === '' ? words.whole(municipality) : words.named(municipality, district);
}
