/**
 * Whether the page is locked: somebody was signed in on it, and the server says that nobody is any more. The page stays as it
 * is beneath a cover, and what it asked the server for waits until the same person has signed in again.
 */

/** `unguarded`: nobody is signed in by the server's word, so there is nothing to lock. */
type Lock = 'unguarded' | 'open' | 'locked';

let lock: Lock = 'unguarded';
const listeners = new Set<() => void>();
let waiting: (() => void)[] = [];

export function isLocked(): boolean {
  return lock === 'locked';
}

/** Calls back after every change, until the returned function is called. */
export function onLock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server says who is signed in on this page, or that the person has signed out of it themselves. */
export function guardPage(signedIn: boolean): void {
  change(signedIn ? 'open' : 'unguarded');
  if (!signedIn) return;
  const waited = waiting;
  waiting = [];
  for (const resume of waited) resume();
}

/** Covers the page, if somebody is signed in on it. Answers whether it is covered. */
export function lockPage(): boolean {
  if (lock === 'open') change('locked');
  return lock === 'locked';
}

/** Locks the page; resolves when the same person has signed in again. Null where there is nothing to lock. */
export function signedInAgain(): Promise<void> | null {
  return lockPage() ? new Promise((resolve) => waiting.push(resolve)) : null;
}

function change(next: Lock): void {
  if (lock === next) return;
  lock = next;
  for (const listener of listeners) listener();
}
