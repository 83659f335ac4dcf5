/** The one place that looks into y-prosemirror's untyped state: its binding, and positions between the editor and the shared text. */
import type { EditorState } from 'prosemirror-state';
import {
  absolutePositionToRelativePosition,
  ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror';
import * as Y from 'yjs';

/** The binding of an editor to its shared text, or null before it has one. */
export function bindingOf(state: EditorState): ProsemirrorBinding | null {
  const sync = syncState(state);
  return sync && 'binding' in sync && sync.binding instanceof ProsemirrorBinding ? sync.binding : null;
}

/** Whether the state came about by somebody else's edit. */
export function changedFromAfar(state: EditorState): boolean {
  const sync = syncState(state);
  return sync !== null && 'isChangeOrigin' in sync && sync.isChangeOrigin === true;
}

function syncState(state: EditorState): object | null {
  const sync: unknown = ySyncPluginKey.getState(state);
  return typeof sync === 'object' ? sync : null;
}

/** A position of the editor as one that stays at its letter while others write; null where there is none. */
export function toShared(state: EditorState, position: number): unknown {
  const binding = bindingOf(state);
  if (!binding) return null;
  try {
    const relative: unknown = absolutePositionToRelativePosition(position, binding.type, binding.mapping);
    return relative instanceof Y.RelativePosition ? Y.relativePositionToJSON(relative) : null;
  } catch {
    // Editor and text are a step apart for a moment; the next change tells it anew.
    return null;
  }
}

/** The editor's position for a shared one, or null where it points nowhere, or at no position at all: it came from another page. */
export function fromShared(state: EditorState, shared: unknown): number | null {
  const binding = bindingOf(state);
  if (!binding) return null;
  try {
    const relative = Y.createRelativePositionFromJSON(shared);
    const position = relativePositionToAbsolutePosition(binding.doc, binding.type, relative, binding.mapping);
    return position === null ? null : Math.min(position, state.doc.content.size);
  } catch {
    return null;
  }
}
