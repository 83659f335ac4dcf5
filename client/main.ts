/** The page's beginning: loads the words of the chosen language, then the root element. */
import { loadTexts } from './i18n/texts.ts';

await loadTexts();
await import('./app/samradApp.ts');
