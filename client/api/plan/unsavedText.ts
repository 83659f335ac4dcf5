/** The words in edits that can't be saved any more, so that the person can take them along. */
import * as Y from 'yjs';
import { sections } from '../../../shared/careplan/sections.ts';
import { idSchema } from '../../../shared/domain/ids.ts';

/** Values that a person chose from a list: no words of theirs. */
const choices: ReadonlySet<string> = new Set(
  Object.values(sections).flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'prose' ? [] : part.fields.flatMap(({ choices: values }) => values ?? []))),
  ),
);

/**
 * What was written in these edits and not deleted again in them: pieces that stand together in one line, others on lines
 * of their own. It needs nothing of the document, so it shows nobody else's words.
 */
export function unsavedText(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return '';
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  const pieces = new Pieces();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { client, clock } = struct.id;
    let left = struct.origin;
    let right = struct.rightOrigin;
    for (const [offset, words] of wordsOf(struct).entries()) {
      const id = Y.createID(client, clock + offset);
      pieces.put(id, Y.isDeleted(ds, id) ? '' : words, left, right);
      left = id;
      right = null;
    }
  }
  return pieces.toString();
}

/** The words of an item, one entry for each unit of its clock. */
function wordsOf({ content, length }: Y.Item): string[] {
  if (content instanceof Y.ContentString) return content.str.split('');
  if (content instanceof Y.ContentAny) return content.arr.map((value) => (isWords(value) ? value : ''));
  return new Array<string>(length).fill('');
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && !choices.has(value) && !idSchema.safeParse(value).success;
}

/** Letters put back in their order by the neighbours that each had when it was written. */
class Pieces {
  readonly #pieces: { id: Y.ID; words: string }[][] = [];
  readonly #pieceOf = new Map<string, { id: Y.ID; words: string }[]>();

  put(id: Y.ID, words: string, left: Y.ID | null, right: Y.ID | null): void {
    const piece = this.#known(left) ?? this.#known(right) ?? this.#begin();
    // Writing goes on where it was, so the neighbour is mostly the last.
    const at = (wanted: Y.ID | null): number =>
      piece.findLastIndex((entry) => wanted !== null && Y.compareIDs(entry.id, wanted));
    const leftIndex = at(left);
    piece.splice(leftIndex >= 0 ? leftIndex + 1 : Math.max(0, at(right)), 0, { id, words });
    this.#pieceOf.set(keyOf(id), piece);
  }

  toString(): string {
    return this.#pieces
      .map((piece) => piece.map(({ words }) => words).join(''))
      .filter((line) => line.trim() !== '')
      .join('\n');
  }

  #known(id: Y.ID | null) {
    return id && this.#pieceOf.get(keyOf(id));
  }

  #begin() {
    const piece: { id: Y.ID; words: string }[] = [];
    this.#pieces.push(piece);
    return piece;
  }
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client} ${clock}`;
}
