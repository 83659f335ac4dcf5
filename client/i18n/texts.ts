/** The words of the page in the reader's language. Loaded once, before anything is drawn; a change of language reloads the page. */
import { nb } from './nb/index.ts';
import type { Texts } from './nb/index.ts';

export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];
const storageKey = 'samrad.language';

let current: Texts = nb;

/** The language chosen on this device; bokmål until somebody chooses. */
export function language(): Language {
  const stored = localStorage.getItem(storageKey);
  return languages.find((known) => known === stored) ?? 'nb';
}

/** Fetches the words of the chosen language. Awaited once at start. */
export async function loadTexts(): Promise<void> {
  const chosen = language();
  if (chosen === 'nn') current = (await import('./nn/index.ts')).nn;
  else if (chosen === 'en') current = (await import('./en/index.ts')).en;
  document.documentElement.lang = chosen;
}

/** Remembers the language on this device and draws the page anew in it. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(storageKey, chosen);
  location.reload();
}

/** The words of the page. */
export function texts(): Texts {
  return current;
}
