/**
 * Keys that lead through the plan: one letter each, never while somebody writes, and to be turned off for those who speak
 * to their machine (WCAG 2.1.4).
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a key does; the words of each are in client/i18n. */
export const shortcutKeys = { search: '/', next: 'j', previous: 'k', contacts: 'c', help: '?' } as const;
export type Shortcut = keyof typeof shortcutKeys;

const storageKey = 'samrad.shortcuts';
const writable = 'input, textarea, select, [contenteditable="true"], dialog, [role="dialog"]';

export class Shortcuts implements ReactiveController {
  readonly #act: (shortcut: Shortcut) => void;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost, act: (shortcut: Shortcut) => void) {
    this.#act = act;
    this.#host = host;
    host.addController(this);
  }

  /** Whether the keys work on this device; they do until somebody turns them off. */
  get on(): boolean {
    return localStorage.getItem(storageKey) !== 'off';
  }

  /** Turns the keys on or off on this device. */
  turn(on: boolean): void {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (!this.on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(writable)) return;
    const shortcut = shortcutOf(event.key);
    if (!shortcut) return;
    event.preventDefault();
    this.#act(shortcut);
  };
}

function shortcutOf(key: string): Shortcut | undefined {
  switch (key) {
    case shortcutKeys.search:
      return 'search';
    case shortcutKeys.next:
      return 'next';
    case shortcutKeys.previous:
      return 'previous';
    case shortcutKeys.contacts:
      return 'contacts';
    case shortcutKeys.help:
      return 'help';
    default:
      return undefined;
  }
}
