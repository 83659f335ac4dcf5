/** How tiles fill a room: the number of columns at which they become largest. */

interface GridSpace {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** Below this a name is not readable; the grid then grows downwards instead. */
  readonly leastWidth: number;
  readonly leastHeight: number;
}

export interface GridLayout {
  readonly columns: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
}

/** Faces look well between these proportions of width to height; beyond them too much is cut off. */
const narrowest = 1;
const widest = 16 / 9;

/**
 * The layout with the largest tiles that still fit; where none fits, the one that grows least beyond the space.
 * All lengths in CSS pixels.
 */
export function gridLayout(space: GridSpace): GridLayout {
  const mostColumns = Math.max(1, Math.floor((space.width + space.gap) / (space.leastWidth + space.gap)));
  const candidates = Array.from({ length: Math.min(Math.max(space.count, 1), mostColumns) }, (_, index) =>
    layoutOf(space, index + 1),
  );
  const fitting = candidates.filter((layout) => heightOf(layout, space) <= space.height);
  if (fitting.length > 0) return fitting.reduce((best, next) => (area(next) > area(best) ? next : best));
  return candidates.reduce((best, next) => (heightOf(next, space) <= heightOf(best, space) ? next : best));
}

/** How high a grid stands in this layout. */
export function heightOf(
  { columns, tileHeight }: GridLayout,
  { count, gap }: Pick<GridSpace, 'count' | 'gap'>,
): number {
  const rows = Math.ceil(count / columns);
  return rows * (tileHeight + gap) - gap;
}

function layoutOf({ count, width, height, gap, leastHeight }: GridSpace, columns: number): GridLayout {
  const rows = Math.ceil(count / columns);
  const cellWidth = (width - gap * (columns - 1)) / columns;
  const cellHeight = Math.max(leastHeight, (height - gap * (rows - 1)) / rows);
  const tileWidth = Math.floor(Math.min(cellWidth, cellHeight * widest));
  const tileHeight = Math.floor(Math.min(cellHeight, tileWidth / narrowest));
  return { columns, tileWidth, tileHeight };
}

function area({ tileWidth, tileHeight }: GridLayout): number {
  return tileWidth * tileHeight;
}
