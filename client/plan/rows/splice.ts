/** The difference between two texts as one splice: what a native input and a shared text need to follow each other. Pure. */

/** At `index`, `remove` characters (UTF-16 units) give way to `insert`. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The smallest splice that turns one text into the other, or null where they are equal. `caret` is where the caret stands
 * afterwards: it decides which of several equal characters was typed ("aa" → "aaa").
 */
export function spliceBetween(before: string, after: string, caret: number = after.length): Splice | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  // What stands after the caret was there before, as far as it is the same.
  let suffix = 0;
  const most = Math.min(shortest, after.length - caret);
  while (suffix < most && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1;
  let prefix = 0;
  while (prefix < shortest - suffix && before[prefix] === after[prefix]) prefix += 1;
  while (suffix < shortest - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1;
  // Never cut between the two halves of one character.
  if (prefix > 0 && isHighSurrogate(after, prefix - 1)) prefix -= 1;
  if (suffix > 0 && isLowSurrogate(after, after.length - suffix)) suffix -= 1;
  return { index: prefix, remove: before.length - prefix - suffix, insert: after.slice(prefix, after.length - suffix) };
}

/**
 * A splice of the same text as `other`, made to fit the text after `other`. What the other put in is never taken away;
 * where the two overlap, less may be removed than was meant.
 */
export function rebase(splice: Splice, other: Splice | null): Splice {
  if (other === null) return splice;
  const end = splice.index + splice.remove;
  const otherEnd = other.index + other.remove;
  if (end <= other.index) return splice;
  if (splice.index >= otherEnd) return { ...splice, index: splice.index + other.insert.length - other.remove };
  if (splice.index < other.index) return { ...splice, remove: other.index - splice.index };
  return { ...splice, index: other.index + other.insert.length, remove: Math.max(0, end - otherEnd) };
}

/** Where a position, such as the caret, stands after a splice; text put in just at it comes to stand after it. */
export function movePosition(position: number, splice: Splice): number {
  const { index, remove, insert } = splice;
  if (position <= index) return position;
  if (position >= index + remove) return position + insert.length - remove;
  return index + insert.length;
}

/** The text after a splice. */
export function applySplice(text: string, { index, remove, insert }: Splice): string {
  return text.slice(0, index) + insert + text.slice(index + remove);
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
