/** How long a point has been talked about against the minutes it was given. */

export interface PointTime {
  /** Whole minutes left, rounded up; null where they are used. */
  readonly left: number | null;
  /** Whole minutes over, rounded down. */
  readonly over: number;
}

/** `since` ISO 8601; `now` ms since 1970. */
export function pointTime(minutes: number, since: string, now: number): PointTime {
  const leftMs = Date.parse(since) + minutes * 60_000 - now;
  if (leftMs > 0) return { left: Math.min(minutes, Math.ceil(leftMs / 60_000)), over: 0 };
  return { left: null, over: Math.floor(Math.abs(leftMs) / 60_000) };
}
