/** What differs between two texts, word by word. Pure. */

export interface Piece {
  readonly what: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Pairs of words that are weighed against each other; longer texts are compared line by line, so that a page never stands still. */
const most = 4_000_000;

/** The pieces of both texts in order; what stays the same joined, spaces and line breaks kept. */
export function wordDiff(before: string, after: string): Piece[] {
  const words = [wordsOf(before), wordsOf(after)] as const;
  const [one, other] = words[0].length * words[1].length > most ? [linesOf(before), linesOf(after)] : words;
  const start = sharedStart(one, other);
  const end = sharedStart(one.slice(start).reverse(), other.slice(start).reverse());
  return joined([
    ...pieces('same', one.slice(0, start)),
    ...middle(one.slice(start, one.length - end), other.slice(start, other.length - end)),
    ...pieces('same', one.slice(one.length - end)),
  ]);
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** The longest common subsequence, found by dynamic programming. */
function middle(one: readonly string[], other: readonly string[]): Piece[] {
  if (one.length * other.length > most) return [...pieces('removed', one), ...pieces('added', other)];
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length)
    if (one[i] === other[j]) {
      found.push({ what: 'same', text: one[i] ?? '' });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) found.push({ what: 'removed', text: one[i++] ?? '' });
    else found.push({ what: 'added', text: other[j++] ?? '' });
  return [...found, ...pieces('removed', one.slice(i)), ...pieces('added', other.slice(j))];
}

function pieces(what: Piece['what'], words: readonly string[]): Piece[] {
  return words.map((text) => ({ what, text }));
}

/** Neighbours of one kind as one piece. */
function joined(all: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of all) {
    const last = result.at(-1);
    if (last?.what === piece.what) result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
