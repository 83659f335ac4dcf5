import { LightElement } from './lightElement.ts';
customElements.define('samrad-app', class extends LightElement {});
