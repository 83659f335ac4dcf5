/** The page's beginning: the words of the chosen language first, then the root element that draws with them. */
import './app/zodWithoutEval.ts';
import { listenForInstall } from './app/install.ts';
import { SamradApp } from './app/samradApp.ts';
import { loadTexts } from './i18n/texts.ts';

listenForInstall();
// Where the words of another language can't be fetched, bokmål is there already and better than an empty page.
await loadTexts().catch(() => undefined);
customElements.define('samrad-app', SamradApp);
