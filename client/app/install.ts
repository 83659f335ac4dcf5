/** Owns the browser's offer to install the app: it comes once, early, and may be taken later. */

/** What some browsers give; TypeScript's library does not know it, because it is no standard. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** Remembers on this device that the person does not want it. */
const dismissedKey = 'samrad.install';

const listeners = new Set<() => void>();
let offer: InstallOffer | null = null;

/** Begins to listen; called when the page begins, because the offer comes early. */
export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    if (!isOffer(event)) return;
    // Our own words come in its place, on the home page.
    event.preventDefault();
    change(event);
  });
  addEventListener('appinstalled', () => change(null));
}

/** Whether there is an offer that the person has not turned down. */
export function installOffered(): boolean {
  return offer !== null && localStorage.getItem(dismissedKey) === null;
}

/** Lets the browser ask. An offer is good for once. */
export async function install(): Promise<void> {
  const taken = offer;
  change(null);
  await taken?.prompt();
}

export function dismissInstall(): void {
  localStorage.setItem(dismissedKey, 'dismissed');
  change(null);
}

export const installOffer = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function isOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && typeof event.prompt === 'function';
}

function change(next: InstallOffer | null): void {
  offer = next;
  for (const listener of [...listeners]) listener();
}
