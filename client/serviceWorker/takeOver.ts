/** What a page says to a new build's service worker: take over now. */
export const takeOver = 'take-over';
