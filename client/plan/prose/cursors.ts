/** Where others are in a text: their carets with a flag, and what they have selected. Tells them where this page's caret is. */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { Peer, PlanPresence } from '../../api/plan/presence.ts';
import { changedFromAfar, fromShared, toShared } from './binding.ts';

interface CursorOptions {
  readonly presence: PlanPresence;
  readonly section: SectionId;
  readonly field: string;
}

const key = new PluginKey<DecorationSet>('cursors');

export function cursors(options: CursorOptions): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before, _old, state) =>
        transaction.getMeta(key) === 'moved' || changedFromAfar(state)
          ? decorations(state, peersIn(options))
          : before.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => follow(view, options),
  });
}

function follow(view: EditorView, options: CursorOptions) {
  const { presence, section, field } = options;
  let shown = '';
  const moved = (): void => {
    const next = JSON.stringify(peersIn(options));
    if (next === shown || view.isDestroyed) return;
    shown = next;
    view.dispatch(view.state.tr.setMeta(key, 'moved'));
  };
  const tell = (): void => {
    if (!view.hasFocus()) return;
    const { anchor, head } = view.state.selection;
    const cursor = { anchor: toShared(view.state, anchor), head: toShared(view.state, head) };
    presence.setPlace({ section, field, cursor });
  };
  view.dom.addEventListener('focus', tell);
  const unsubscribe = presence.subscribe(moved);
  // The editor is still being put together.
  queueMicrotask(moved);
  return {
    update: tell,
    destroy: () => {
      unsubscribe();
      view.dom.removeEventListener('focus', tell);
    },
  };
}

function peersIn({ presence, section, field }: CursorOptions): readonly Peer[] {
  return presence.peers.filter(({ at }) => at?.section === section && at.field === field && at.cursor !== null);
}

function decorations(state: EditorState, peers: readonly Peer[]): DecorationSet {
  return DecorationSet.create(
    state.doc,
    peers.flatMap((peer) => decorationsOf(state, peer)),
  );
}

function decorationsOf(state: EditorState, { clientId, person, at }: Peer): Decoration[] {
  const head = fromShared(state, at?.cursor?.head);
  const anchor = fromShared(state, at?.cursor?.anchor);
  if (head === null || anchor === null) return [];
  const caret = Decoration.widget(head, () => caretElement(person.name, person.color), {
    // Another key makes the flag anew, and so shows it again when the caret has moved.
    key: `${clientId} ${head}`,
    side: 10,
    ignoreSelection: true,
  });
  if (anchor === head) return [caret];
  const selection = { class: `plan-selection presence-${person.color}` };
  return [caret, Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), selection)];
}

/** The name stands in an attribute, drawn by the style sheet: it is no part of the text for those who hear or copy it. */
function caretElement(name: string, color: number): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `plan-caret presence-${color}`;
  caret.dataset['name'] = name;
  caret.setAttribute('aria-hidden', 'true');
  return caret;
}
