/** The formats of the toolbar in the editor: how each is put on and taken off, and whether it is on. */
import { setBlockType, toggleMark } from 'prosemirror-commands';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './schema.ts';
import { formats, type Format } from './toolbar.ts';

const { strong, em } = schema.marks;
const { paragraph, heading, bullet_list, ordered_list, list_item } = schema.nodes;

/** Puts a format on, or takes it off where it is on. */
export const commands: Readonly<Record<Format, Command>> = {
  bold: toggleMark(strong),
  italic: toggleMark(em),
  heading: (state, dispatch) => setBlockType(inBlock(state, heading) ? paragraph : heading)(state, dispatch),
  bullets: toggleList(bullet_list),
  numbers: toggleList(ordered_list),
};

/** The formats that are on where the caret is. */
export function activeFormats(state: EditorState): ReadonlySet<Format> {
  const { from, $from, to, empty } = state.selection;
  const marked = (mark: typeof strong): boolean =>
    empty ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, mark);
  const on: Readonly<Record<Format, boolean>> = {
    bold: marked(strong),
    italic: marked(em),
    heading: inBlock(state, heading),
    bullets: listAround(state)?.type === bullet_list,
    numbers: listAround(state)?.type === ordered_list,
  };
  return new Set(formats.filter((format) => on[format]));
}

function inBlock({ selection }: EditorState, type: NodeType): boolean {
  return selection.$from.parent.type === type;
}

function listAround({ selection: { $from } }: EditorState): { type: NodeType; position: number } | null {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type === bullet_list || type === ordered_list) return { type, position: $from.before(depth) };
  }
  return null;
}

function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const around = listAround(state);
    if (around === null) return wrapInList(type)(state, dispatch);
    if (around.type === type) return liftListItem(list_item)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(around.position, type));
    return true;
  };
}
