/** Puts the caret back where it was when a step is undone. The steps are the section's, shared by all its editors. */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { getRelativeSelection } from 'y-prosemirror';
import type { UndoManager } from 'yjs';
import { bindingOf } from './binding.ts';

type RelativeSelection = ReturnType<typeof getRelativeSelection>;

const key = new PluginKey<RelativeSelection | null>('undoSelection');

export function undoSelection(undo: UndoManager): Plugin<RelativeSelection | null> {
  return new Plugin<RelativeSelection | null>({
    key,
    state: { init: () => null, apply: (_transaction, _before, old) => selectionOf(old) },
    view: (view) => {
      const remember = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
        const binding = bindingOf(view.state);
        if (binding) stackItem.meta.set(binding, key.getState(view.state));
      };
      const restore = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
        const binding = bindingOf(view.state);
        const selection = binding && stackItem.meta.get(binding);
        if (binding && isSelection(selection)) binding.beforeTransactionSelection = selection;
      };
      undo.on('stack-item-added', remember);
      undo.on('stack-item-popped', restore);
      return {
        destroy: () => {
          undo.off('stack-item-added', remember);
          undo.off('stack-item-popped', restore);
        },
      };
    },
  });
}

function selectionOf(state: EditorState): RelativeSelection | null {
  const binding = bindingOf(state);
  return binding ? getRelativeSelection(binding, state) : null;
}

function isSelection(value: unknown): value is RelativeSelection {
  return typeof value === 'object' && value !== null && 'anchor' in value;
}
