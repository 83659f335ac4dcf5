/** Looks at a meeting's page at every change of it, for what a person must never see, however shortly. */
import type { Page } from 'playwright-core';

/** What was seen since the watch began. */
export interface SeenOfSeats {
  /** Everybody who had a picture, by the id of their seat: one who gets another seat is here twice. */
  readonly seats: readonly string[];
  /** The most pictures of people at any moment. */
  readonly most: number;
  /** Whether somebody knocked. */
  readonly knocked: boolean;
  /** Whether this page was ever out of the room, or without the plan. */
  readonly away: boolean;
}

interface WatchingWindow {
  seenOfSeats: { seats: Set<string>; most: number; knocked: boolean; away: boolean };
}

/** Begins, or begins anew. */
export function watchSeats(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = { seats: new Set<string>(), most: 0, knocked: false, away: false };
    const look = (): void => {
      const people = [...document.querySelectorAll<HTMLElement>('[data-participant][data-source="camera"]')];
      for (const { dataset } of people) seen.seats.add(dataset['participant'] ?? '');
      seen.most = Math.max(seen.most, people.length);
      seen.knocked ||= document.querySelector('samrad-knocks button') !== null;
      seen.away ||= document.querySelector('[data-connection][data-plan="shown"]') === null;
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    (globalThis as unknown as WatchingWindow).seenOfSeats = seen;
  });
}

export function seenOfSeats(page: Page): Promise<SeenOfSeats> {
  return page.evaluate(() => {
    const { seats, ...seen } = (globalThis as unknown as WatchingWindow).seenOfSeats;
    return { ...seen, seats: [...seats].sort() };
  });
}
