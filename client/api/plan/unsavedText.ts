/** The words in edits that can't be saved any more, so that the person can take them along. */
import * as Y from 'yjs';
import { sections } from '../../../shared/careplan/sections.ts';
import { idSchema } from '../../../shared/domain/ids.ts';

/** Values that a person chose from a list: no words of theirs. */
const choices: ReadonlySet<string> = new Set(
  Object.values(sections).flatMap((section) =>
    section.kind === 'rows' ? section.fields.flatMap((field) => field.choices ?? []) : [],
  ),
);

/**
 * What was written in these edits and not deleted again in them, in the order of writing, pieces on lines of their own.
 * It needs nothing of the document, so it shows nobody else's words.
 */
export function unsavedText(updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return '';
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  let text = '';
  let lastId: Y.ID | null = null;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const words = wordsOf(struct, ds);
    const continues = struct.origin !== null && lastId !== null && Y.compareIDs(struct.origin, lastId);
    if (words !== '') text += continues ? words : `\n${words}`;
    lastId = struct.lastId;
  }
  return text.trim();
}

function wordsOf({ id, content }: Y.Item, deleted: ReturnType<typeof Y.createDeleteSet>): string {
  if (content instanceof Y.ContentString)
    return content.str
      .split('')
      .filter((_, index) => !Y.isDeleted(deleted, Y.createID(id.client, id.clock + index)))
      .join('');
  if (content instanceof Y.ContentAny && !Y.isDeleted(deleted, id)) return content.arr.filter(isWords).join('\n');
  return '';
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && !choices.has(value) && !idSchema.safeParse(value).success;
}
